import type { Derived } from '../../store/write-corrections.ts'
import { contextLength, cutAfter, cutBefore } from '../../text/context.ts'
import { correctedHunks, type CorrectedHunk } from '../../text/corrected.ts'
import type { TextDiff } from '../../text/diff/index.ts'
import { makersOf } from '../../text/makers.ts'
import { pathTo, type Step } from '../../text/path.ts'
import { categorise, type AnsweredFlag, type Known } from './correction-category.ts'
import { sha256 } from '../hash.ts'
import type { PlacedReason } from './place-reasons.ts'

/** All that the corrections of a translation are derived from, and nothing else. */
export interface Grown {
  readonly mt: string
  readonly head: string
  readonly diff: TextDiff
  /** all up to the head */
  readonly steps: readonly Step[]
  /** who made each revision, and when: that of number n at n - 1 */
  readonly makers: readonly { readonly author_id: string; readonly created_at: number }[]
  /** sorted by the place in the head */
  readonly reasons: readonly PlacedReason[]
  readonly flags: readonly AnsweredFlag[]
  /** the latest last */
  readonly rulings: readonly {
    readonly mt_from: number
    readonly mt_to: number
    readonly words: string
    readonly category: string
    readonly severity: string
  }[]
  /** what a term of the house says of words put in for others */
  readonly term: (before: string, after: string) => Known['term']
}

/** How a pair is known. */
export const pairHash = (before: string, after: string): string => sha256(`${before}\0${after}`)

/**
 * The corrections of a head: the hunks between it and its MT, each with who made it, in which revision, and its category. What was
 * restored has its first author again. The same head has the same corrections, whatever was derived before it.
 */
export function deriveCorrections(grown: Grown): Derived[] {
  const { mt, head, diff, steps } = grown
  const hunks = correctedHunks(diff)
  if (hunks.length === 0) return []
  const makers = makersOf(pathTo(steps, steps.length), hunks, { a: mt.length, b: head.length })
  const rulings = new Map(grown.rulings.map(ruling => [`${ruling.mt_from} ${ruling.mt_to} ${ruling.words}`, ruling]))
  const reasons = touching(hunks, grown.reasons)
  const flags = touching(hunks, grown.flags)
  return hunks.map((hunk, i) => {
    const { fromA, toA, fromB, toB } = hunk
    const [before, after] = [mt.slice(fromA, toA), head.slice(fromB, toB)]
    const by = makers[i] ?? []
    // a comparison always has a revision to come from
    const revision = by[0] || steps.length
    const maker = grown.makers[revision - 1]
    if (maker === undefined) throw new RangeError(`There are ${grown.makers.length} revisions, not ${revision}`)
    const [mt_before, mt_after] = [cutBefore(mt, fromA, contextLength), cutAfter(mt, toA, contextLength)]
    const known: Known = {
      ruling: rulings.get(`${fromA} ${toA} ${after}`),
      reasons: likeliest(hunk, by, reasons[i] ?? []),
      flag: likeliest(hunk, null, flags[i] ?? [])[0],
      term: grown.term(before, after),
    }
    return {
      hash: pairHash(before, after),
      before,
      after,
      mt_from: fromA,
      mt_to: toA,
      revision,
      person_id: maker.author_id,
      at: maker.created_at,
      ...categorise(hunk, { before, after, beforeContext: mt_before }, known),
      mt_before,
      mt_after,
    }
  })
}

interface Placed {
  readonly from: number
  readonly to: number
}

/** How much of a hunk's words a place in the head has; a point of either touches at its edge. Negative where they are apart. */
function shared({ fromB, toB }: CorrectedHunk, { from, to }: Placed): number {
  const common = Math.min(toB, to) - Math.max(fromB, from)
  return common > 0 || (common === 0 && (from === to || fromB === toB)) ? common : -1
}

/** What touches each hunk: hunks stand in order, but for those of moved paragraphs; a place rarely touches more than a few. */
function touching<T extends Placed>(hunks: readonly CorrectedHunk[], places: readonly T[]): T[][] {
  const found: T[][] = hunks.map(() => [])
  if (places.length === 0) return found
  const order = hunks.map((hunk, i) => ({ hunk, i })).sort((a, b) => a.hunk.fromB - b.hunk.fromB)
  // the farthest end of all up to here: a hunk of a moved paragraph lies in another
  let farthest = -1
  const ends = order.map(({ hunk }) => (farthest = Math.max(farthest, hunk.toB)))
  for (const place of places) {
    let [low, high] = [0, order.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < place.from) low = middle + 1
      else high = middle
    }
    for (let at = low; at < order.length; at++) {
      const { hunk, i } = order[at] as (typeof order)[number]
      if (hunk.fromB > place.to) break
      if (shared(hunk, place) >= 0) found[i]?.push(place)
    }
  }
  return found
}

/**
 * Of the places that touch a hunk, the one that is likeliest meant first: of the latest revision, that has most of its words, the
 * shortest, the last said. @param by the revisions that count; null for all
 */
function likeliest<T extends Placed & { readonly revision?: number }>(
  hunk: CorrectedHunk,
  by: readonly number[] | null,
  places: readonly T[],
): T[] {
  if (places.length < 2 && by === null) return [...places]
  return places
    .filter(({ revision }) => by === null || (revision !== undefined && by.includes(revision)))
    .map((place, i) => ({ place, i }))
    .sort(
      (a, b) =>
        (b.place.revision ?? 0) - (a.place.revision ?? 0) ||
        shared(hunk, b.place) - shared(hunk, a.place) ||
        a.place.to - a.place.from - (b.place.to - b.place.from) ||
        b.i - a.i,
    )
    .map(({ place }) => place)
}
