import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Token } from '../reading.ts'
import { capitalised } from '../words/capital.ts'
import { glossary, glossaryPhrases, type GlossaryLanguage } from './glossary.ts'
import { nordicSpelling } from './nordic-spelling.ts'

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

/** Swedish for a foreign word: the glossary's, else what it is in Swedish letters where its language is a neighbour. */
export function wordFixes({ text, lower, opens }: Token, language: string, lexicon: Lexicon): readonly string[] {
  const known = glossaryFixes(text, opens, language)
  if (known.length > 0 || (language !== 'nb' && language !== 'da')) return known
  const respelt = nordicSpelling(lower, lexicon)
  return opens ? respelt.map(capitalised) : respelt
}
