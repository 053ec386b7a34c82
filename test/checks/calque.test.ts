import { calque, calques } from '../../src/checks/calque.ts'
import { loadLexicon } from '../../src/checks/lexicon/load.ts'
import { readExample, writeExample } from '../../src/checks/notation.ts'
import { readText } from '../../src/checks/reading.ts'

const lexicon = loadLexicon()

const marked = (written: string): string => {
  const { text } = readExample(written)
  return writeExample(text, [...calques.find(readText(text, lexicon))])
}

it.each(calques.rows.flatMap(({ written, bad, good }) => [...bad, ...good].map(example => [written, example])))(
  '%s: %s',
  (_row, example) => {
    expect(marked(example)).toBe(example)
  },
)

it('every row shows where it finds something', () => {
  expect(calques.rows.filter(({ bad }) => bad.length === 0).map(({ written }) => written)).toEqual([])
})

it('has no row twice', () => {
  const keys = calques.rows.map(({ written, contexts }) => written + JSON.stringify(contexts))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})

it('tells where the words come from, and what Swedish has', () => {
  const [found] = calque.find(readText('Polisen fick flytta ut 30 gånger.', lexicon))
  expect(found?.message).toEqual({
    sv: '”flytta ut” är tyskans ”ausrücken” ord för ord: på svenska ”rycka ut”.',
    en: '“flytta ut” is German “ausrücken” word for word: Swedish has “rycka ut”.',
  })
})

describe('hostile texts', () => {
  const hostile = [
    '',
    '\n\n\n',
    'a'.repeat(100_000),
    'polis '.repeat(20_000),
    'polis flytta ut '.repeat(10_000),
    'kallades till liv '.repeat(10_000),
    'den federala regeringen '.repeat(5_000),
    'polisanbud-'.repeat(10_000),
    '😀'.repeat(50_000),
    'العربية '.repeat(10_000),
    'på '.repeat(30_000),
    'Interiörministern flyttade ut. '.normalize('NFD').repeat(2_000),
  ]
  it.each(hostile.map(text => [text.slice(0, 20), text]))('%j … is read to its end', (_head, text) => {
    const reading = readText(text, lexicon)
    const found = [...calque.find(reading)]
    for (const { from, to } of found) expect(from).toBeLessThanOrEqual(to)
  })

  it('finds in NFD what it finds in NFC', () => {
    const text = 'Interiörministern kom.'
    const [found] = calque.find(readText(text.normalize('NFD'), lexicon))
    expect(found?.fixes).toEqual(['Inrikesministern'])
  })
})
