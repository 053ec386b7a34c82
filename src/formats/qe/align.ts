/** Words of a translation against those of its post-edit, by the fewest insertions, deletions and substitutions (Levenshtein 1966). */
import { Sequences } from '../../text/diff/sequence.ts'

/** A word of a beside the one of b that stands for it; -1 where there is none. */
export type Pair = readonly [a: number, b: number]

export interface Alignment {
  /** in order; each word of either side is in one */
  readonly pairs: readonly Pair[]
  /** insertions, deletions and substitutions */
  readonly edits: number
}

/** Pairs of words that are looked at, at most: 2,000 words against 2,000. Longer texts are first cut where they are surely the same. */
const most = 4_000_000

const [diagonal, deletion, insertion] = [0, 1, 2]

/** The fewest edits, and of as many those that substitute latest: as WMT's own tags do. */
function exact(a: Int32Array, b: Int32Array): Pair[] {
  const width = b.length + 1
  const ways = new Uint8Array((a.length + 1) * width).fill(insertion, 0, width)
  let before = Int32Array.from({ length: width }, (_, j) => j)
  let row = new Int32Array(width)
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    ways[i * width] = deletion
    for (let j = 1; j < width; j++) {
      let [best, way] = [before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), diagonal]
      if (before[j]! + 1 < best) [best, way] = [before[j]! + 1, deletion]
      if (row[j - 1]! + 1 < best) [best, way] = [row[j - 1]! + 1, insertion]
      row[j] = best
      ways[i * width + j] = way
    }
    ;[before, row] = [row, before]
  }
  const pairs: Pair[] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0;) {
    const way = ways[i * width + j]
    if (way !== insertion) i--
    if (way !== deletion) j--
    pairs.push([way === insertion ? -1 : i, way === deletion ? -1 : j])
  }
  return pairs.reverse()
}

/** Of very long texts: word for word between what our comparison of texts finds to be the same. */
function byAnchors(a: Int32Array, b: Int32Array): Pair[] {
  const partner = new Int32Array(a.length).fill(-1)
  new Sequences(a, b, partner).match(0, a.length, 0, b.length)
  const pairs: Pair[] = []
  let [fromA, fromB] = [0, 0]
  const between = (toA: number, toB: number): void => {
    const [m, n] = [toA - fromA, toB - fromB]
    const inner = (m + 1) * (n + 1) <= most ? exact(a.subarray(fromA, toA), b.subarray(fromB, toB)) : inTurn(m, n)
    for (const [i, j] of inner) pairs.push([i < 0 ? -1 : fromA + i, j < 0 ? -1 : fromB + j])
  }
  for (const [i, j] of partner.entries()) {
    if (j < 0) continue
    between(i, j)
    pairs.push([i, j])
    ;[fromA, fromB] = [i + 1, j + 1]
  }
  between(a.length, b.length)
  return pairs
}

/** The first with the first, the second with the second, and what is left over alone. */
const inTurn = (m: number, n: number): Pair[] =>
  Array.from({ length: Math.max(m, n) }, (_, i) => [i < m ? i : -1, i < n ? i : -1] as const)

/** @param a words of the MT @param b words of the post-edit; words are the same if they are written the same */
export function alignWords(a: readonly string[], b: readonly string[]): Alignment {
  const ids = new Map<string, number>()
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    return id
  }
  const [left, right] = [Int32Array.from(a, idOf), Int32Array.from(b, idOf)]
  const small = (a.length + 1) * (b.length + 1) <= most
  const pairs = small ? exact(left, right) : byAnchors(left, right)
  return { pairs, edits: pairs.filter(([i, j]) => i < 0 || j < 0 || left[i] !== right[j]).length }
}
