import { glossaryFixes } from '../../../src/checks/untranslated/fixes.ts'
import { glossary, glossaryPhrases } from '../../../src/checks/untranslated/glossary.ts'
import { nordicSpelling } from '../../../src/checks/untranslated/nordic-spelling.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'

test('a word in each of its forms', () => {
  expect(glossary('quelle')).toEqual({ language: 'de', swedish: ['källa'], class: 'n' })
  expect(glossary('quellen')).toEqual({ language: 'de', swedish: ['källor'], class: 'n' })
  expect(glossary('eiendeler')?.swedish[0]).toBe('tillgångar')
  expect(glossary('arbejdsgiverne')).toEqual({ language: 'da', swedish: ['arbetsgivarna'], class: 'n' })
})

test('genitives of nouns and names, but of nothing else', () => {
  expect(glossary('nabolagets')?.swedish[0]).toBe('grannskapets')
  expect(glossary('deutschlands')?.swedish).toEqual(['Tysklands'])
  expect(glossary('police’s')?.swedish[0]).toBe('polisens')
  expect(glossary('unds')).toBeUndefined()
})

test('the language where it is known', () => {
  expect(glossary('war')?.language).toBe('en')
  expect(glossary('war', 'de')?.swedish).toEqual(['var'])
  expect(glossary('quelle', 'nb')).toBeUndefined()
})

test('Norwegian and Danish stand in for each other', () => {
  expect(glossary('dersom', 'da')?.swedish[0]).toBe('om')
  expect(glossary('hinanden', 'nb')?.swedish[0]).toBe('varandra')
})

test('phrases, in any case', () => {
  expect(glossaryPhrases().get('crime statistics')?.swedish).toEqual(['brottsstatistik'])
  expect(glossaryFixes('Police Crime Statistics')).toEqual(['polisens brottsstatistik'])
  expect(glossaryFixes('Schengen Information System')).toEqual(['Schengens informationssystem'])
  expect(glossaryFixes('BREAKING NEWS')).toEqual(['SENASTE NYTT'])
  expect(glossaryFixes('Record high', true)).toEqual(['Rekordhög'])
  expect(glossaryFixes('')).toEqual([])
})

test('what the glossary lacks is respelt', () => {
  const lexicon = loadLexicon()
  expect(nordicSpelling('sekulære', lexicon)).toEqual(['sekulära'])
  expect(nordicSpelling('omklædningsrum', lexicon)).toEqual(['omklädningsrum'])
  expect(nordicSpelling('qwxyzwqx', lexicon)).toEqual([])
  expect(nordicSpelling('ø'.repeat(100_000), lexicon)).toEqual([])
})

test('what is offered is Swedish', () => {
  const lexicon = loadLexicon()
  const foreign = new Set<string>()
  const offered = [...glossaryPhrases().values()].flatMap(({ swedish }) => swedish)
  for (const text of offered)
    for (const word of text.split(/[\s-]+/u)) {
      const known = lexicon.word(word)
      if (word !== '' && !known.common && !known.name && known.compound === null && known.zipf('sv') === 0)
        foreign.add(word)
    }
  expect([...foreign]).toEqual([])
})
