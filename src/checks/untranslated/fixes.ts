import { glossary, glossaryPhrases, type GlossaryLanguage } from './glossary.ts'

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, first => first.toUpperCase())

const known: ReadonlySet<string> = new Set<GlossaryLanguage>(['en', 'de', 'nb', 'da'])
const isKnown = (language: string): language is GlossaryLanguage => known.has(language)

/**
 * Swedish for a foreign word or phrase, best first; nothing where the glossary does not have it. What opens a sentence has a capital,
 * and what was written all in capitals still is; a German noun has none.
 * @param language whose word it is, where that is known
 */
export function glossaryFixes(written: string, opens = false, language = ''): readonly string[] {
  const words = written.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ')
  const entry = words.includes(' ')
    ? glossaryPhrases().get(words)
    : glossary(words, isKnown(language) ? language : undefined)
  const swedish = entry?.swedish ?? []
  if (written.length > 1 && written === written.toUpperCase()) return swedish.map(text => text.toUpperCase())
  return opens ? swedish.map(capitalised) : swedish
}
