/** Numbers written as words, over several of them: two hundred and fifty, fyra och ett halvt, zwei Drittel. */
import type { Line } from './line.ts'
import type { Strength } from './mention.ts'
import { leadingNumeral, numeralValue } from './compound-numeral.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Numeral {
  /** what it may be, likeliest first */
  readonly values: readonly number[]
  readonly strength: Strength
  /** the piece after it */
  readonly next: number
}

const joins = new Set(['and', 'und', 'och', 'og'])
const article = /^(?:a|an|one|en|ett|et|ein|eine|einen|einer|einem|én|ét|ei)$/
const thirds = /^(?:a|one|en|ett|et|ein|eine|einem|last|first)$/

/** A run of numerals: `fünf`, `twenty - five`, `two hundred and fifty`, `två tusen trehundra`. */
function cardinal(
  line: Line,
  start: number,
  vocabulary: Vocabulary,
): { readonly value: number; readonly next: number } | null {
  let [total, current, next] = [0, 0, start]
  for (let index = start; index < line.pieces.length; index++) {
    const piece = line.pieces[index]
    if (piece === undefined) break
    const between = piece.text === '-' ? piece.glued : joins.has(piece.text) && current + total >= 100
    if (index > start && index === next && between) continue
    const value = piece.kind === 'word' ? numeralValue(piece.text, vocabulary) : null
    if (value === null || !Number.isInteger(value)) break
    const kinds = vocabulary.numerals.get(piece.text)
    if (kinds?.has('thousand')) {
      total += (current === 0 ? 1 : current) * value
      current = 0
    } else if (kinds?.has('hundred')) current = (current === 0 ? 1 : current) * value
    else if (index === start) current = value
    else if (fits(current, value) || (current === 0 && total > 0)) current += value
    else break
    next = index + 1
  }
  return next > start ? { value: total + current, next } : null
}

/** `twenty` and `five`, `hundred` and `seventeen`; not `two`, `three`. */
const fits = (current: number, value: number): boolean =>
  (value < 10 && current % 10 === 0 && current % 100 >= 20) || (value < 100 && current >= 100 && current % 100 === 0)

/** `och en halv`, `and a half`, `en halv` after a number. */
function half(line: Line, at: number, { numerals }: Vocabulary): number | null {
  const first = unhyphened(line, at)
  const joined = joins.has(line.pieces[first]?.text ?? '') ? unhyphened(line, first + 1) : first
  if (!article.test(line.pieces[joined]?.text ?? '')) return null
  const last = unhyphened(line, joined + 1)
  return numerals.get(line.pieces[last]?.text ?? '')?.has('half') ? last + 1 : null
}

/** `two-and-a-half` */
const unhyphened = (line: Line, at: number): number => (line.pieces[at]?.text === '-' ? at + 1 : at)

/** What part of a million: `half a million`, `eine halbe Million`, `a quarter of a million`. Its scale is the piece after it. */
function partOfScale(line: Line, index: number, { numerals, scales }: Vocabulary): Numeral | null {
  const textAt = (at: number): string => line.pieces[at]?.text ?? ''
  const at = article.test(textAt(index)) ? index + 1 : index
  const kinds = numerals.get(textAt(at))
  const denominator = kinds?.get('part')
  const value = kinds?.get('half') ?? (denominator === undefined ? undefined : 1 / denominator)
  if (value === undefined) return null
  const of = textAt(at + 1) === 'of' ? at + 2 : at + 1
  const next = article.test(textAt(of)) ? of + 1 : of
  const scale = line.pieces[next]
  const factor = scale && scales.at(line.lower, scale.from)?.means[0]?.factor
  return factor !== undefined && factor >= 1000 ? { values: [value], strength: 'word', next } : null
}

/** The denominator after a number: `drittel`, `- thirds`. */
function part(line: Line, at: number, { numerals }: Vocabulary): { readonly of: number; readonly next: number } | null {
  const index = line.pieces[at]?.text === '-' ? at + 1 : at
  const of = numerals.get(line.pieces[index]?.text ?? '')?.get('part')
  return of === undefined ? null : { of, next: index + 1 }
}

/** The number in words that begins at a piece; null where none does. */
export function numeralAt(line: Line, index: number, vocabulary: Vocabulary): Numeral | null {
  const piece = line.pieces[index]
  if (piece?.kind !== 'word') return null
  const word = piece.text
  const kinds = vocabulary.numerals.get(word)
  const ofScale = partOfScale(line, index, vocabulary)
  if (ofScale) return ofScale
  const whole = cardinal(line, index, vocabulary)
  if (whole) {
    const { value, next } = whole
    const parts = part(line, next, vocabulary)
    if (parts) return { values: [value / parts.of], strength: value === 1 ? 'loose' : 'word', next: parts.next }
    const andHalf = half(line, next, vocabulary)
    if (andHalf !== null) return { values: [value + 0.5], strength: 'word', next: andHalf }
    const ambiguous = value === 1 || kinds?.has('loose') === true
    return { values: [value], strength: ambiguous ? 'loose' : 'word', next }
  }
  const before = line.pieces[index - 1]?.text ?? ''
  const [denominator, ordinal] = [kinds?.get('part'), kinds?.get('ordinal')]
  if (denominator !== undefined) {
    const values = thirds.test(before) ? [1 / denominator, denominator] : [denominator, 1 / denominator]
    return { values, strength: 'loose', next: index + 1 }
  }
  if (ordinal !== undefined) return { values: [ordinal], strength: 'word', next: index + 1 }
  const mixed = kinds?.get('mixed') ?? numeralValue(word, vocabulary)
  if (mixed !== null) return { values: [mixed], strength: 'word', next: index + 1 }
  const loose = kinds?.get('half') ?? kinds?.get('loose') ?? leadingNumeral(word, vocabulary)
  return loose === null ? null : { values: [loose], strength: 'loose', next: index + 1 }
}
