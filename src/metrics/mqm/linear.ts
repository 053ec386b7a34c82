/**
 * MQM's linear scores: penalty points by the words that were evaluated, as a quality of at most 100; higher is better.
 *
 * MQM Council, Values and Scores and The MQM Scoring Models (themqm.org); Lommel et al. 2024, The Multi-Range Theory of Translation Quality
 * Measurement (arXiv:2405.16969), which calls them the Linear Raw and the Linear Calibrated Scoring Model.
 */
import type { Formula } from './formula.ts'

const source = 'MQM Council, Values and Scores (themqm.org); Lommel et al. 2024, arXiv:2405.16969'

export const linearFormulas = [
  {
    id: 'mqm-raw',
    name: 'Raw quality score (MQM, linear)',
    formula: '100 · (1 − APT ÷ EWC); APT: penalty points in all; EWC: words evaluated',
    source,
  },
  {
    id: 'mqm-per-thousand',
    name: 'Normed penalty total (MQM)',
    formula: 'APT ÷ EWC · 1000; APT: penalty points in all; EWC: words evaluated',
    source,
  },
  {
    id: 'mqm-calibrated',
    name: 'Calibrated quality score (MQM, linear)',
    formula:
      '100 − NPT · (100 − PT) ÷ APP; NPT: penalty points per 1,000 words; PT: passing threshold; APP: points per 1,000 words that are just acceptable',
    source:
      'MQM Council, The MQM Scoring Models (themqm.org), as other programs’ documentation quotes it; Lommel et al. 2024, arXiv:2405.16969, name it',
  },
] as const satisfies readonly Formula[]

/** What was found in a text, or in several together. */
export interface Sample {
  /** penalty points in all (APT) */
  readonly penalty: number
  /** words that were evaluated (EWC) */
  readonly words: number
}

/** The highest score there is (MSV). */
export const perfect = 100
/** Words of the text that penalties are told of (RWC). */
export const referenceWords = 1000

/** Penalty points per 1,000 words; null where no word was evaluated. */
export const penaltyPerThousand = ({ penalty, words }: Sample): number | null =>
  words > 0 ? (penalty / words) * referenceWords : null

/** 100 where nothing is wrong; below 0 where there is more than a point a word; null where no word was evaluated. */
export const rawQuality = ({ penalty, words }: Sample): number | null =>
  // multiplied before it is divided: 7 points in 100 words leave 93, and not a little less
  words > 0 ? perfect - (perfect * penalty) / words : null

/** What a house has decided is good enough. */
export interface Calibration {
  /** the score that just passes (PT), 0 to below 100 */
  readonly threshold: number
  /** penalty points per 1,000 words that are just acceptable (APP), above 0 */
  readonly acceptable: number
}

/** How much of the score a penalty point per 1,000 words costs (SF). @throws RangeError for a calibration that says nothing */
export function scalingFactor({ threshold, acceptable }: Calibration): number {
  if (!(threshold >= 0 && threshold < perfect)) throw new RangeError(`no score passes, or each does, at ${threshold}`)
  if (!(acceptable > 0 && Number.isFinite(acceptable))) throw new RangeError(`${acceptable} points cannot be accepted`)
  return (perfect - threshold) / acceptable
}

/** A text with just the acceptable penalty scores the threshold; null where no word was evaluated. @throws RangeError of `scalingFactor` */
export function calibratedQuality(sample: Sample, calibration: Calibration): number | null {
  const factor = scalingFactor(calibration)
  const penalty = penaltyPerThousand(sample)
  return penalty === null ? null : perfect - penalty * factor
}

/** Does a score reach the threshold? Equal passes. Null where there is no score. Whether it is sure of it, see `judge`. */
export const passes = (quality: number | null, threshold: number): boolean | null =>
  quality === null ? null : quality >= threshold
