import { glossary, glossaryPhrases } from './glossary.ts'

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, first => first.toUpperCase())

/**
 * Swedish for a foreign word or phrase, best first; nothing where the glossary does not have it. What opens a sentence has a capital,
 * and what was written all in capitals still is; a German noun has none.
 */
export function glossaryFixes(written: string, opens = false): readonly string[] {
  const words = written.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ')
  const swedish = (words.includes(' ') ? glossaryPhrases().get(words) : glossary(words))?.swedish ?? []
  if (written.length > 1 && written === written.toUpperCase()) return swedish.map(text => text.toUpperCase())
  return opens ? swedish.map(capitalised) : swedish
}
