/** Sentences beside each other, by length and by what they share. */
import { alignSentences, lengthRatio } from '../../../src/checks/source/align-sentences.ts'
import type { Language } from '../../../src/checks/source/language.ts'
import { factSentences } from '../../../src/checks/source/sentences.ts'

/** How many sentences stand beside how many: `1:1 2:1 1:0` */
function align(language: Language, source: string, text: string): string {
  const [a, b] = [factSentences(source, language), factSentences(text, 'sv')]
  return alignSentences(a, b, lengthRatio(language))
    .map(({ fromA, toA, fromB, toB }) => `${toA - fromA}:${toB - fromB}`)
    .join(' ')
}

const german = [
  'Die Feuerwehr rückte am Dienstag mit 35 Kräften zu dem Unfall bei Moorstedt aus.',
  'Ein Hubschrauber flog die Frau in eine Klinik nach Hamburg.',
  'Der Fahrer des Sattelzugs blieb nach Angaben der Polizei unverletzt.',
  'Die Bundesstraße zwischen Moorstedt und Dohrenfeld war bis 12.30 Uhr voll gesperrt.',
]
const swedish = [
  'Brandkåren ryckte på tisdagen ut med 35 man till olyckan vid Moorstedt.',
  'En helikopter flög kvinnan till en klinik i Hamburg.',
  'Lastbilens förare klarade sig enligt polisen oskadd.',
  'Landsvägen mellan Moorstedt och Dohrenfeld var helt avstängd till klockan 12.30.',
]

it('one by one', () => {
  expect(align('de', german.join(' '), swedish.join(' '))).toBe('1:1 1:1 1:1 1:1')
  expect(align('de', german.join('\n'), swedish.join(' '))).toBe('1:1 1:1 1:1 1:1')
})

it.each([0, 1, 2, 3])('without sentence %i of either side', index => {
  const without = (list: readonly string[]): string => list.filter((_, at) => at !== index).join(' ')
  const beads = (alone: string): string => ['1:1', '1:1', '1:1'].toSpliced(index, 0, alone).join(' ')
  expect(align('de', german.join(' '), without(swedish))).toBe(beads('1:0'))
  expect(align('de', without(german), swedish.join(' '))).toBe(beads('0:1'))
})

it('two that were joined', () => {
  const [first = '', second = '', ...rest] = swedish
  const joined = `${first.slice(0, -1)}, och ${second.charAt(0).toLowerCase()}${second.slice(1)}`
  expect(align('de', german.join(' '), [joined, ...rest].join(' '))).toBe('2:1 1:1 1:1')
})

it('nothing beside nothing, and something beside nothing', () => {
  expect(align('de', '', '')).toBe('')
  expect(align('de', german.join(' '), '')).toBe('1:0 1:0 1:0 1:0')
  expect(align('de', '', swedish.join(' '))).toBe('0:1 0:1 0:1 0:1')
})

it('knows ordinals and abbreviations of the other language', () => {
  const ends = (language: Language, text: string): string[] =>
    factSentences(text, language).map(({ from, to }) => text.slice(from, to))
  expect(ends('de', 'Am 4. März kam Dr. Weber z. B. nach Bonn. Er spielt in der 2. Bundesliga.')).toHaveLength(2)
  expect(ends('en', 'Mr. Smith met Gen. Lee on Jan. 4. They talked.')).toHaveLength(2)
})

it('aligns long texts to their end', () => {
  const pairs = align('de', `${german.join(' ')} `.repeat(2_000), `${swedish.join(' ')} `.repeat(2_000))
  expect(pairs.length).toBeGreaterThan(2_000)
})
