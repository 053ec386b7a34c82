import { glossaryFixes } from '../../../src/checks/untranslated/fixes.ts'
import { glossary, glossaryPhrases } from '../../../src/checks/untranslated/glossary.ts'
import { loadLexicon } from '../../../src/checks/lexicon/load.ts'

const languages = ['en', 'de', 'nb', 'da'] as const

test('a word in each of its forms', () => {
  expect(glossary('quelle')).toEqual({ language: 'de', swedish: ['källa'] })
  expect(glossary('quellen')).toEqual({ language: 'de', swedish: ['källor'] })
  expect(glossary('eiendeler')?.swedish[0]).toBe('tillgångar')
  expect(glossary('arbejdsgiverne')).toEqual({ language: 'da', swedish: ['arbetsgivarna'] })
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

test('phrases, in any case', () => {
  expect(glossaryPhrases().get('crime statistics')?.swedish).toEqual(['brottsstatistik'])
  expect(glossaryFixes('Police Crime Statistics')).toEqual(['polisens brottsstatistik'])
  expect(glossaryFixes('Schengen Information System')).toEqual(['Schengens informationssystem'])
  expect(glossaryFixes('BREAKING NEWS')).toEqual(['SENASTE NYTT'])
  expect(glossaryFixes('Record high', true)).toEqual(['Rekordhög'])
  expect(glossaryFixes('')).toEqual([])
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
  expect(languages.every(language => glossary('på grunn av', language) === undefined || language === 'nb')).toBe(true)
})
