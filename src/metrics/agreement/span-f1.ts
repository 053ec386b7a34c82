/** How far two annotators mark the same spans: F1, the one as the reference of the other. It is the same whichever is the reference. */
import type { Span } from '../../text/span.ts'
import { gravestAt } from './gravest.ts'
import type { Marked } from './pairing.ts'

/** Shares, 0 to 1; null of nothing. */
export interface Shares {
  /** the harmonic mean of both; null where neither has marked anything */
  readonly f1: number | null
  /** of what A has marked, what B has too */
  readonly ofA: number | null
  readonly ofB: number | null
}

/** What both have marked, and each: Shares of sums are those of the whole. */
export interface Counts {
  readonly common: number
  readonly a: number
  readonly b: number
}

const share = (common: number, all: number): number | null => (all === 0 ? null : common / all)

export const sharesOf = ({ common, a, b }: Counts): Shares => ({
  f1: share(2 * common, a + b),
  ofA: share(common, a),
  ofB: share(common, b),
})

/** Spans that begin and end at the same place; each counts once, however many the other has there. Points count as spans. */
export function exactCounts(a: readonly Span[], b: readonly Span[]): Counts {
  const left = new Map<string, number>()
  for (const { from, to } of a) left.set(`${from} ${to}`, (left.get(`${from} ${to}`) ?? 0) + 1)
  let common = 0
  for (const { from, to } of b) {
    const there = left.get(`${from} ${to}`) ?? 0
    if (there === 0) continue
    left.set(`${from} ${to}`, there - 1)
    common++
  }
  return { common, a: a.length, b: b.length }
}

export const exactF1 = (a: readonly Span[], b: readonly Span[]): Shares => sharesOf(exactCounts(a, b))

const everything = (): number => 0

/**
 * Characters, in whatever units the offsets are, that both have marked, as WMT's task of error spans counts them (Blain et al. 2023, Findings of the WMT 2023
 * Shared Task on Quality Estimation): a character counts once, by the gravest annotation of it, and half where the severities differ.
 * Points have no characters, and do not count.
 * @param unlike what a character counts whose severities differ: 1 for the places alone
 * @param groupOf of a character, its group
 * @returns by group; nothing of those in which neither has marked any
 */
export function characterCounts(
  a: readonly Marked[],
  b: readonly Marked[],
  unlike = 0.5,
  groupOf: (at: number) => number = everything,
): ReadonlyMap<number, Counts> {
  const length = [...a, ...b].reduce((most, { to }) => Math.max(most, to), 0)
  const [ofA, ofB] = [gravestAt(a, length), gravestAt(b, length)]
  const groups = new Map<number, { common: number; a: number; b: number }>()
  for (let at = 0; at < length; at++) {
    const [one, other] = [a[ofA[at]! - 1], b[ofB[at]! - 1]]
    if (!one && !other) continue
    const group = groupOf(at)
    const counts = groups.get(group) ?? { common: 0, a: 0, b: 0 }
    groups.set(group, counts)
    if (one) counts.a++
    if (other) counts.b++
    if (one && other) counts.common += one.severity === other.severity ? 1 : unlike
  }
  return groups
}

/** The same of all characters together. */
export const characterF1 = (a: readonly Marked[], b: readonly Marked[], unlike = 0.5): Shares =>
  sharesOf(characterCounts(a, b, unlike).get(0) ?? { common: 0, a: 0, b: 0 })
