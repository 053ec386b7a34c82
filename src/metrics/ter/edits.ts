import { alignmentOf } from './alignment.ts'
import { bandOf, type Band } from './band.ts'
import { distanceOf, distancesFromStart, distancesToEnd, distanceWith } from './distance.ts'
import { shiftsOf, touched, writeShifted, type Shift } from './shifts.ts'

/** After so many shifts tried for a segment, sacreBLEU ends, and leaves what it has found in the last round. */
const mostTried = 1000

/** The words of two texts as numbers, equal where the words are. */
function numberWords(a: readonly string[], b: readonly string[]): readonly [Int32Array, Int32Array] {
  const numbers = new Map<string, number>()
  const numbered = (words: readonly string[]): Int32Array => {
    const found = new Int32Array(words.length)
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] as string
      const known = numbers.get(word)
      found[at] = known ?? numbers.size
      if (known === undefined) numbers.set(word, numbers.size)
    }
    return found
  }
  return [numbered(a), numbered(b)]
}

/**
 * The edits that make the reference of the hypothesis: shifts of runs of words, chosen greedily while they lessen the edit distance, and that
 * distance. Shifts are counted before any is tried: in a long segment, where they are too many, none is tried in vain. Of those tried
 * only the rows between the places that change are filled.
 */
export function countEdits(hypothesis: readonly string[], reference: readonly string[]): number {
  if (reference.length === 0 || hypothesis.length === 0) return hypothesis.length + reference.length
  const [words, referenceWords] = numberWords(hypothesis, reference)
  // each at its column: nothing leads to column 0
  const target = new Int32Array(reference.length + 1).fill(-1)
  target.set(referenceWords, 1)
  const band = bandOf(hypothesis.length, reference.length)
  let tried = 0
  for (let shifts = 0; ; shifts += 1) {
    const fromStart = distancesFromStart(band, words, target)
    const distance = distanceOf(band, fromStart)
    if (distance === 0) return shifts
    const found = shiftsOf(words, target, alignmentOf(band, words, target, fromStart), mostTried - tried)
    tried += found?.length ?? 0
    const best = found && bestShift(band, words, target, found, fromStart, distance)
    if (!best) return shifts + distance
    writeShifted(words.slice(), best, words)
  }
}

/** The shift that lessens the distance most; of equals the longest, then the first, then the one to the earliest place. Null where none does. */
function bestShift(
  band: Band,
  words: Int32Array,
  target: Int32Array,
  shifts: readonly Shift[],
  fromStart: Int32Array,
  distance: number,
): Shift | null {
  if (shifts.length === 0) return null
  const toEnd = distancesToEnd(band, words, target)
  const scratch = new Int32Array(2 * band.stride)
  const shifted = new Int32Array(words.length)
  let [least, best]: [number, Shift | null] = [distance, null]
  for (const shift of shifts) {
    if (shift.target === shift.from) continue
    writeShifted(words, shift, shifted)
    const found = distanceWith(band, shifted, touched(shift, words.length), target, fromStart, toEnd, scratch)
    if (found < least || (found === least && best && precedes(shift, best))) {
      least = found
      best = shift
    }
  }
  return best
}

const precedes = (a: Shift, b: Shift): boolean =>
  a.length !== b.length ? a.length > b.length : a.from !== b.from ? a.from < b.from : a.target < b.target
