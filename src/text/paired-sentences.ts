/** Sentences of a text beside what they became in another: what metrics compare. */
import type { Hunk, Row, TextDiff } from './diff/index.ts'
import { keptRuns, type KeptRun } from './kept-runs.ts'
import { sentences } from './sentences.ts'
import { sliceOf, type Span } from './span.ts'

/** A piece of a, and what stands for it in b; one of the two may be empty, a point where it would stand. */
export interface Paired {
  readonly a: Span
  readonly b: Span
}

/** Paragraphs that belong together, and their sentences in order; `hunks` is what was changed between them. */
export interface PairedParagraph extends Paired {
  readonly sentences: readonly Paired[]
  readonly hunks: readonly Hunk[]
}

/**
 * Pairs two texts sentence by sentence: paragraphs as their comparison pairs them (in b's order), and these cut between sentences of both,
 * where the text was left as it was. So one sentence stands for one, or more for more where they were joined or split; what
 * was deleted or put in stands against nothing. Each sentence of either text is in exactly one pair; blank paragraphs are in none.
 */
export function pairSentences(a: string, b: string, diff: TextDiff): PairedParagraph[] {
  const hunksOf = hunksByRow(diff)
  return diff.rows.flatMap(row => {
    const [spanA, spanB] = sidesOf(row)
    const hunks = hunksOf(row)
    const found = pairWithin(
      { span: spanA, sentences: sentencesIn(a, spanA) },
      { span: spanB, sentences: sentencesIn(b, spanB) },
      keptRuns({ a: spanA, b: spanB }, hunks).map(run => widened(run, a, b, spanA, spanB)),
    )
    return found.length === 0 ? [] : [{ a: spanA, b: spanB, sentences: found, hunks }]
  })
}

function sidesOf({ kind, fromA, toA, fromB, toB }: Row): readonly [a: Span, b: Span] {
  return [
    { from: fromA, to: kind === 'inserted' ? fromA : toA },
    { from: fromB, to: kind === 'removed' ? fromB : toB },
  ]
}

/** The hunks within a row; asked for row by row, in their order. */
function hunksByRow({ hunks }: TextDiff): (row: Row) => readonly Hunk[] {
  let next = 0
  return row => {
    if (row.kind === 'moved') return row.hunks ?? []
    if (row.kind !== 'changed') return []
    while (next < hunks.length && (hunks[next] as Hunk).toB < row.fromB) next += 1
    const within: Hunk[] = []
    for (let at = next; at < hunks.length; at += 1) {
      const hunk = hunks[at] as Hunk
      if (hunk.fromB > row.toB) break
      if (hunk.fromA >= row.fromA && hunk.toA <= row.toA && hunk.fromB >= row.fromB && hunk.toB <= row.toB)
        within.push(hunk)
    }
    return within
  }
}

const sentencesIn = (text: string, span: Span): readonly Span[] =>
  sentences(sliceOf(text, span)).map(({ from, to }) => ({ from: span.from + from, to: span.from + to }))

/** How far a hunk may be slid, in characters: a full stop, or a short word and a space. */
const farthest = 12

/**
 * A run with what stands the same beyond its ends: of “Hej. Då.” is left “Hej.”, and a comparison that says that “. Då” was deleted is
 * right too.
 */
function widened({ from, to, by }: KeptRun, a: string, b: string, spanA: Span, spanB: Span): KeptRun {
  let [start, end] = [from, to]
  const first = Math.max(from - farthest, spanA.from, spanB.from - by)
  const last = Math.min(to + farthest, spanA.to, spanB.to - by)
  while (start > first && a.charCodeAt(start - 1) === b.charCodeAt(start - 1 + by)) start -= 1
  while (end < last && a.charCodeAt(end) === b.charCodeAt(end + by)) end += 1
  return { from: start, to: end, by }
}

interface Side {
  readonly span: Span
  readonly sentences: readonly Span[]
}

/** What lies before the first sentence, between two, and after the last. */
const gapsOf = ({ span, sentences: all }: Side): readonly Span[] =>
  Array.from({ length: all.length + 1 }, (_, n) => ({
    from: all[n - 1]?.to ?? span.from,
    to: all[n]?.from ?? span.to,
  }))

/** How many sentences of a and of b stand before a cut. */
type Cut = readonly [a: number, b: number]

/** Gaps of both sides that share a place that was left as it was. */
function sharedGaps(gapsA: readonly Span[], gapsB: readonly Span[], runs: readonly KeptRun[]): Cut[] {
  const cuts: Cut[] = [[0, 0]]
  const cut = (i: number, j: number) => {
    const [lastI, lastJ] = cuts.at(-1) as Cut
    // widened runs may overlap
    if (i >= lastI && j >= lastJ && (i > lastI || j > lastJ)) cuts.push([i, j])
  }
  let [i, j] = [0, 0]
  for (const { from, to, by } of runs) {
    while (i > 0 && (gapsA[i - 1] as Span).to >= from) i -= 1
    while (j > 0 && (gapsB[j - 1] as Span).to >= from + by) j -= 1
    while (i + 1 < gapsA.length && (gapsA[i] as Span).to < from) i += 1
    while (j + 1 < gapsB.length && (gapsB[j] as Span).to < from + by) j += 1
    for (let [x, y] = [i, j]; ;) {
      const [gapA, gapB] = [gapsA[x], gapsB[y]]
      if (!gapA || !gapB || gapA.from > to || gapB.from > to + by) break
      if (Math.max(gapA.from, from, gapB.from - by) <= Math.min(gapA.to, to, gapB.to - by)) cut(x, y)
      if (gapA.to <= gapB.to - by) x += 1
      else y += 1
    }
  }
  cut(gapsA.length - 1, gapsB.length - 1)
  return cuts
}

function pairWithin(a: Side, b: Side, runs: readonly KeptRun[]): Paired[] {
  const [gapsA, gapsB] = [gapsOf(a), gapsOf(b)]
  const pairs: Paired[] = []
  const cuts = sharedGaps(gapsA, gapsB, runs)
  for (let n = 1; n < cuts.length; n += 1) {
    const [[fromA, fromB], [toA, toB]] = [cuts[n - 1] as Cut, cuts[n] as Cut]
    const [nothingA, nothingB] = [pointIn(gapsA[fromA]), pointIn(gapsB[fromB])]
    // several that were deleted, or put in, are still several
    if (fromB === toB) for (const each of a.sentences.slice(fromA, toA)) pairs.push({ a: each, b: nothingB })
    else if (fromA === toA) for (const each of b.sentences.slice(fromB, toB)) pairs.push({ a: nothingA, b: each })
    else pairs.push({ a: around(a.sentences, fromA, toA), b: around(b.sentences, fromB, toB) })
  }
  return pairs
}

const pointIn = (gap: Span | undefined): Span => ({ from: gap?.from ?? 0, to: gap?.from ?? 0 })

const around = (all: readonly Span[], from: number, to: number): Span => ({
  from: all[from]?.from ?? 0,
  to: all[to - 1]?.to ?? 0,
})
