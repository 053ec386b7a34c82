/** No text may make a check of grammar throw or take more than a time in proportion to its length. */
import { checks } from '../../../src/checks/index.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'
import { readText } from '../../../src/checks/reading.ts'

const lexicon = loadLexicon()
const grammar = checks.filter(check => check.family === 'grammar')

const units = {
  determiners: 'en ',
  'adverbs before an adjective': 'mycket ',
  adjectives: 'stora ',
  numerals: 'de tolv ',
  auxiliaries: 'vill inte ',
  copulas: 'huset är ',
  genitives: 'polisens ',
  'commas without an end': 'när han kom, ',
  relatives: 'den bil som ',
  quotes: 'en « ',
  pronouns: 'han ',
  'decomposed letters': 'den ha\u030ar bilen ',
  emoji: '😀 en ',
  'right to left': 'שלום en hus ',
} as const

const length = 200_000

describe.each(Object.entries(units))('%s', (_what, unit) => {
  it('is read to its end', () => {
    const reading = readText(unit.repeat(Math.ceil(length / unit.length)), lexicon)
    for (const check of grammar) for (const found of check.find(reading)) expect(found.to).toBeGreaterThan(found.from)
  })
})

it.each(['', ' ', '\n\n', '-', 'en', 'en\u2028hus', 'ett', 'att', 'I går', 'När, ', '«'])('reads %j', text => {
  const reading = readText(text, lexicon)
  expect(grammar.flatMap(check => [...check.find(reading)]).length).toBeLessThan(2)
})
