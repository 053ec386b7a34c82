/**
 * Which of thousands of wordings may stand in a text: those whose words begin like something in it. What is told so is looked for;
 * what is not is never made ready, which takes a hundred times as long.
 */
import type { Term } from '../wording.ts'
import type { Reading } from '../reading.ts'

/** Of a short word all forms agree in less of its beginning. Words whose forms begin differently are known by what they are looked up under. */
const keyLength = (length: number): number => (length < 3 ? 0 : length < 6 ? 3 : length < 7 ? 4 : 5)
const lengths = [3, 4, 5] as const

const keyOf = (word: string): string => word.slice(0, keyLength(word.length))

/** Everything of these lengths that a text's words have in them, and the words they are looked up under: a wording may be part of a compound. */
function piecesOf(reading: Reading): ReadonlySet<string> {
  const pieces = new Set<string>()
  const take = (word: string): void => {
    for (const length of lengths)
      for (let at = 0; at + length <= word.length; at++) pieces.add(word.slice(at, at + length))
  }
  const seen = new Set<string>()
  for (const token of reading.tokens) {
    if (token.kind === 'sign' || seen.has(token.lower)) continue
    seen.add(token.lower)
    take(token.lower)
    for (const { lemma } of reading.word(token).analyses) if (!token.lower.startsWith(lemma)) take(lemma.toLowerCase())
  }
  return pieces
}

interface Entry {
  /** the term's place in the list */
  readonly term: number
  /** beginnings of the other words */
  readonly others: readonly string[]
}

/** Finds, in a list, the terms of which a text may have a variant, or the preferred words. */
export class TermIndex {
  private readonly byKey = new Map<string, Entry[]>()
  /** those with a wording of nothing but short words */
  private readonly always: number[] = []

  constructor(terms: readonly Term[]) {
    for (const [i, { preferred, variants, inflection = [] }] of terms.entries())
      for (const wording of [preferred, ...variants, ...inflection]) this.add(i, wording)
  }

  private add(term: number, wording: string): void {
    const words =
      wording
        .normalize('NFC')
        .toLowerCase()
        .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
    const keys = words.map(keyOf).filter(key => key !== '')
    const [longest, ...others] = keys.sort((a, b) => b.length - a.length)
    if (longest === undefined) {
      this.always.push(term)
      return
    }
    const entry = { term, others }
    const same = this.byKey.get(longest)
    if (same === undefined) this.byKey.set(longest, [entry])
    else same.push(entry)
  }

  /** Places in the list, in order. */
  in(reading: Reading): readonly number[] {
    const found = new Set(this.always)
    const pieces = piecesOf(reading)
    for (const piece of pieces)
      for (const { term, others } of this.byKey.get(piece) ?? [])
        if (others.every(key => pieces.has(key))) found.add(term)
    return [...found].sort((a, b) => a - b)
  }
}
