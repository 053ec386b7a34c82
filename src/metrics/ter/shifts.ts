import type { Alignment } from './alignment.ts'

/** Words that may move: `length` words from `from`, to before `target`. */
export interface Shift {
  readonly from: number
  readonly length: number
  readonly target: number
}

/** The longest run of words that is moved, and how far off its words in the reference may stand (Tercom: MAX_SHIFT_SIZE, MAX_SHIFT_DIST). */
const longest = 10
const farthest = 50

/**
 * The shifts that may be worth trying (Snover et al. 2006, section 3.2): runs of words that the reference has elsewhere, wrong in both places
 * as they stand, moved to before, within and after where the reference has them.
 * @param most null is returned if there are so many: none of them will then be tried
 */
export function shiftsOf(
  hypothesis: Int32Array,
  reference: Int32Array,
  { align, wrongInHypothesis, wrongInReference }: Alignment,
  most: number,
): readonly Shift[] | null {
  const shifts: Shift[] = []
  const [rows, columns] = [hypothesis.length, align.length]
  for (let from = 0; from < rows; from += 1) {
    const until = Math.min(columns, from + farthest + 1)
    for (let place = Math.max(0, from - farthest); place < until; place += 1) {
      if (hypothesis[from] !== reference[place + 1]) continue
      const stands = align[place] as number
      const room = Math.min(longest, rows - from, columns - place)
      for (let length = 1; length <= room && hypothesis[from + length - 1] === reference[place + length]; length += 1) {
        if (wrongInHypothesis[from + length] === wrongInHypothesis[from]) continue
        if (wrongInReference[place + length] === wrongInReference[place]) continue
        // not within itself
        if (from <= stands && stands < from + length) continue
        let before = -1
        for (let at = place - 1; at < place + length; at += 1) {
          const target = at < 0 ? 0 : (align[at] as number) + 1
          if (target === before) continue
          before = target
          shifts.push({ from, length, target })
        }
        if (shifts.length >= most) return null
      }
    }
  }
  return shifts
}

/** The places between which words stand otherwise after a shift. */
export const touched = (
  { from, length, target }: Shift,
  words: number,
): { readonly from: number; readonly to: number } =>
  target < from
    ? { from: target, to: from + length }
    : target > from + length
      ? { from, to: target }
      : // a target among the words that move is counted from their end, as in sacreBLEU
        { from, to: Math.min(words, length + target) }

/** Writes into `shifted` the words that stand otherwise after a shift; the places around them are left as they are. */
export function writeShifted(words: Int32Array, shift: Shift, shifted: Int32Array): void {
  const { from, to } = touched(shift, words.length)
  const end = shift.from + shift.length
  if (shift.target < shift.from) {
    shifted.set(words.subarray(shift.from, end), from)
    shifted.set(words.subarray(from, shift.from), from + shift.length)
  } else {
    shifted.set(words.subarray(end, to), from)
    shifted.set(words.subarray(shift.from, end), from + to - end)
  }
}
