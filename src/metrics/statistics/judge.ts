/** Is a score good enough, or is there too little text to tell? The rule and its measurements: docs/decisions/0036. */
import type { Interval } from './bootstrap.ts'

export type Verdict = 'pass' | 'fail' | 'too-short'

/**
 * Units from which an interval is believed, measured on sentences; an article, which has many, is worth more than one. Of WMT20's segments, drawn at random, the 95 % interval lay wholly on the better
 * side of the truth 15 to 23 times of 100 at 5 to 10 segments, and 7 to 12 times at 30; on the worse side at most 3 times, from 5 segments on.
 */
export const fewestToPass = 30
export const fewestToFail = 5

/**
 * Passes where the whole interval reaches the threshold, fails where none of it does, each from so many units on; else there is too little
 * text to judge.
 * @param interval of the score, drawn over `units` (sentences of one article, or several articles); null where there is none
 */
export function judge(
  interval: Pick<Interval, 'low' | 'high'> | null,
  units: number,
  threshold: number,
  better: 'higher' | 'lower',
): Verdict {
  if (interval === null) return 'too-short'
  const { low, high } = interval
  const [reaches, falls] =
    better === 'higher' ? [low >= threshold, high < threshold] : [high <= threshold, low > threshold]
  if (reaches && units >= fewestToPass) return 'pass'
  return falls && units >= fewestToFail ? 'fail' : 'too-short'
}
