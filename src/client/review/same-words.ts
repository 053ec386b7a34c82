import { growsEnd, growsStart, hasWord } from '../../text/word-edges.ts'
import type { Span } from '../../text/span.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { Replacement } from './put-words.ts'

/** Words removed → words inserted. */
export interface Correction {
  readonly before: string
  readonly after: string
}

/** More places than these are no slip that is mended in passing: the page for all articles shows each of them. */
export const mostSame = 200
/** A single word shorter than this stands in too many senses to be offered. */
const shortest = 4
const edge = 3

/** Is a correction worth looking for elsewhere? Not signs and spaces, not a short word, and no single word that was taken out. */
export const isDistinct = ({ before, after }: Correction): boolean => {
  const words = before.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0 || before.includes('\n')) return false
  return words.length > 1 || ((words[0]?.length ?? 0) >= shortest && hasWord(after))
}

/** Where words stand as whole words, in text order. */
const placesOf = (text: string, words: string): readonly Span[] => {
  const found: Span[] = []
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length)) {
    const to = from + words.length
    const inside =
      growsStart(text.slice(Math.max(0, from - edge), from), words) || growsEnd(words, text.slice(to, to + edge))
    if (!inside) found.push({ from, to })
    if (found.length > mostSame) return []
  }
  return found
}

/** An ending that is set to both sides alike: `Lower Sachsens` → `Niedersachsens`. */
const isFormOf = ({ before, after }: Correction, text: string, fix: string): boolean =>
  text.length > before.length &&
  text.startsWith(before) &&
  fix.startsWith(after) &&
  text.slice(before.length) === fix.slice(after.length)

/**
 * What a correction made by hand would change elsewhere in a text: the same words, and the inflected ones of which a finding knows the
 * fix. In text order; nothing where the words are too common to be meant.
 * @param here where it was made @param findings of the text
 */
export const sameElsewhere = (
  text: string,
  correction: Correction,
  here: Span,
  findings: readonly FindingView[],
): readonly Replacement[] => {
  const { before, after } = correction
  if (!isDistinct(correction)) return []
  const found: Replacement[] = placesOf(text, before).map(span => ({ ...span, insert: after }))
  for (const { from, to, text: words, fixes } of findings) {
    const fix = after === '' ? undefined : fixes.find(f => isFormOf(correction, words, f))
    if (fix !== undefined) found.push({ from, to, insert: fix })
  }
  const order = found.sort((x, y) => x.from - y.from || y.to - x.to)
  const own = order.filter(r => r.to <= here.from || r.from >= here.to)
  return own.filter((r, i) => i === 0 || r.from >= (own[i - 1] as Replacement).to)
}
