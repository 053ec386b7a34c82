/** Long pairs cut into short ones, for what takes more than linear time. */
import type { Hunk } from './diff/index.ts'
import { keptRuns } from './kept-runs.ts'
import type { Paired } from './paired-sentences.ts'
import { sliceOf, type Span } from './span.ts'

/** Words are what stands between spaces. */
const wordStarts = (text: string, { from, to }: Span): number[] =>
  Array.from(sliceOf(text, { from, to }).matchAll(/\S+/g), match => from + match.index)

type Cut = readonly [a: number, b: number]

/** Before words that both texts have, after a space that both have: sure places to cut. */
function* sureCuts(a: string, pair: Paired, hunks: readonly Hunk[]): Generator<Cut> {
  const within = hunks.filter(
    ({ fromA, toA, fromB, toB }) =>
      fromA >= pair.a.from && toA <= pair.a.to && fromB >= pair.b.from && toB <= pair.b.to,
  )
  for (const { from, to, by } of keptRuns(pair, within))
    for (const { index } of a.slice(from, to).matchAll(/\s(?=\S)/g)) yield [from + index + 1, from + index + 1 + by]
}

const between = ([fromA, fromB]: Cut, [toA, toB]: Cut): Paired => ({
  a: { from: fromA, to: toA },
  b: { from: fromB, to: toB },
})

/** Counts words from one place of a text to a later one, asked in order. */
function counter(starts: readonly number[]): (to: number) => number {
  let n = 0
  return to => {
    while (n < starts.length && (starts[n] as number) < to) n += 1
    return n
  }
}

/** In as many equal parts as it takes: nothing says what belongs to what. */
function cutEvenly(a: string, b: string, pair: Paired, most: number): Paired[] {
  const [wordsA, wordsB] = [wordStarts(a, pair.a), wordStarts(b, pair.b)]
  const parts = Math.ceil(Math.max(wordsA.length, wordsB.length) / most)
  const at = (starts: readonly number[], part: number, { from, to }: Span): number =>
    part === 0 ? from : part === parts ? to : (starts[Math.floor((part * starts.length) / parts)] ?? to)
  return Array.from({ length: Math.max(1, parts) }, (_, part) =>
    between(
      [at(wordsA, part, pair.a), at(wordsB, part, pair.b)],
      [at(wordsA, part + 1, pair.a), at(wordsB, part + 1, pair.b)],
    ),
  )
}

/**
 * Cuts a pair of more than `most` words on either side into pairs of at most so many, in order, which cover it: where both texts have the
 * same words if there is such a place in time, else evenly. A shorter pair is left whole.
 * @param hunks what differs between the two
 */
export function piecesOf(a: string, b: string, pair: Paired, hunks: readonly Hunk[], most: number): readonly Paired[] {
  const [wordsA, wordsB] = [wordStarts(a, pair.a), wordStarts(b, pair.b)]
  if (wordsA.length <= most && wordsB.length <= most) return [pair]
  const [countA, countB] = [counter(wordsA), counter(wordsB)]
  const start: Cut = [pair.a.from, pair.b.from]
  const end: Cut = [pair.a.to, pair.b.to]
  const pieces: Paired[] = []
  let [last, known] = [start, start]
  let [lastCount, knownCount]: [Cut, Cut] = [
    [0, 0],
    [0, 0],
  ]
  const look = (cut: Cut, count: Cut): void => {
    if ((count[0] - lastCount[0] > most || count[1] - lastCount[1] > most) && known !== last) {
      pieces.push(between(last, known))
      last = known
      lastCount = knownCount
    }
    known = cut
    knownCount = count
  }
  for (const cut of sureCuts(a, pair, hunks)) look(cut, [countA(cut[0]), countB(cut[1])])
  look(end, [wordsA.length, wordsB.length])
  pieces.push(between(last, end))
  return pieces.flatMap(piece => cutEvenly(a, b, piece, most))
}
