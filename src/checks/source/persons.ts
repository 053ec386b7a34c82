/** Names of persons, firms and places without a known Swedish form: runs of capitalised words that no dictionary has. */
import type { Span } from '../../text/span.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Language } from './language.ts'

export interface NamePart extends Span {
  readonly text: string
  /** in no dictionary of its language, nor a common word there */
  readonly unknown: boolean
}

/** One or more capitalised words in a row. */
export interface ProperName extends Span {
  readonly text: string
  readonly parts: readonly NamePart[]
  /** a first name or an unknown word before an unknown one: surely no heading and no common noun */
  readonly sure: boolean
}

const run =
  /\p{Lu}[\p{L}\p{M}’'-]*(?: (?:(?:von|van|de|der|den|zu|la|le|al|bin|af|del|di|da|dos) ){0,2}\p{Lu}[\p{L}\p{M}’'-]*){0,4}/gu
const part = /\p{Lu}[\p{L}\p{M}]+/gu
const longest = 80

/** Longer words of German are compounds, known or not. */
const longestOfGerman = 11
/** And these endings are those of nouns that are no names. */
const germanNoun = /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|ismus|tät|täten|nisse|innen)$/
/** As common words are; names of persons in the news are rarer, all but a few. */
const common = 3.7

/** Languages whose words stand in names of works and bodies in any other. */
const everywhere = ['en', 'fr'] as const

function isUnknown(text: string, language: Language, lexicon: Lexicon): boolean {
  const word = lexicon.word(text.toLowerCase())
  if (/^\p{Lu}+$/u.test(text) || text.length < 3) return false
  if (everywhere.some(one => word.in(one) || word.zipf(one) >= common)) return false
  const [base, own] = [lexicon.word(text.toLowerCase().replace(/s$/, '')), language === 'other' ? 'sv' : language]
  if (base.name || base.common || base.zipf(own) >= common || word.zipf(own) >= common) return false
  if (own === 'de') return !word.in('de') && text.length <= longestOfGerman && !germanNoun.test(text)
  if (own === 'da') return !word.in('da')
  return own === 'en' || (!word.common && word.compound === null)
}

/** From the first name, or the unknown word, before an unknown one: titles stand before it. */
function sureFrom(parts: readonly NamePart[], language: Language, lexicon: Lexicon): number {
  return parts.findIndex(({ text, unknown }, index) => {
    const word = lexicon.word(text.toLowerCase())
    const isName = word.name && !word.common
    const next = parts[index + 1]
    if (next === undefined || !(unknown || isName)) return false
    const following = lexicon.word(next.text.toLowerCase())
    return next.unknown || (language === 'sv' && isName && following.name && !following.common)
  })
}

/** @param language of the text; Swedish too */
export function properNames(text: string, { from, to }: Span, language: Language, lexicon: Lexicon): ProperName[] {
  const found: ProperName[] = []
  for (const match of text.slice(from, to).matchAll(run)) {
    const [whole] = match
    if (whole.length > longest) continue
    const start = from + match.index
    const parts = Array.from(whole.matchAll(part), ({ 0: one, index }): NamePart => ({
      from: start + index,
      to: start + index + one.length,
      text: one,
      unknown: isUnknown(one, language, lexicon),
    }))
    const sure = sureFrom(parts, language, lexicon)
    const [first, last] = [parts[Math.max(0, sure)], parts.at(-1)]
    if (!first || !last) continue
    const span = { from: first.from, to: last.to }
    found.push({
      ...span,
      text: text.slice(span.from, span.to),
      parts: parts.slice(Math.max(0, sure)),
      sure: sure >= 0,
    })
  }
  return found
}
