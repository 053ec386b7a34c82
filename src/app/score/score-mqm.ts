import { FormatError } from '../../formats/fault.ts'
import type { Limits } from '../../formats/limits.ts'
import { unmark } from '../../formats/mqmtsv/marked.ts'
import { isMetadataOnly, isTest, label, readRows, type Row } from '../../formats/mqmtsv/rows.ts'
import {
  calibratedQuality,
  penaltyPerThousand,
  rawQuality,
  type Calibration,
  type Sample,
} from '../../metrics/mqm/linear.ts'
import {
  wmtScores,
  type ArticleScore,
  type Rating,
  type SegmentScore,
  type SystemScore,
} from '../../metrics/mqm/wmt.ts'
import { bootstrap, type Interval } from '../../metrics/statistics/bootstrap.ts'
import { judge, type Verdict } from '../../metrics/statistics/judge.ts'
import { ratio, unitsOf, type Units } from '../../metrics/statistics/units.ts'
import { weigherOf, type WeightScheme } from '../../mqm/weights.ts'
import { countWords } from '../../text/words.ts'

/** What a score is to reach. */
export interface Demand {
  /** the quality that just passes; 0 to 100 */
  readonly threshold: number
  /** penalty points per 1,000 words that are just acceptable: where they are given, it is the calibrated quality that is to reach it */
  readonly acceptable?: number | undefined
}

/** A score, and between which it may lie; no interval where there is but one unit to draw. */
export interface Estimate {
  readonly score: number
  readonly interval: Interval | null
}

/** What segments judged together come to. */
export interface MqmFigures {
  readonly segments: number
  /** of the translation, each segment's once */
  readonly words: number
  /** WMT's: penalty points a segment */
  readonly wmt: Estimate
  /** penalty points per 1,000 words; null without words, as all that is reckoned by words */
  readonly perThousand: number | null
  readonly raw: Estimate | null
  /** null where it is not asked for, too */
  readonly calibrated: Estimate | null
  /** null where nothing is demanded */
  readonly verdict: Verdict | null
}

export interface ScoredSystem extends SystemScore {
  readonly figures: MqmFigures
}

/** Whose rows count: those of raters that are named, or of all but these. */
export interface RaterChoice {
  readonly names: readonly string[]
  readonly counts: boolean
}

export interface MqmScores {
  readonly systems: readonly ScoredSystem[]
  /** everybody who has a row in the file, in the order of their first */
  readonly raters: readonly string[]
  /** of all systems, each once */
  readonly segments: number
}

/** What a score cannot be reckoned without. A file may have no name for its one rater, and none for its one system. */
const demanded = ['doc', 'segment'] as const

/** Words of a translation, which stands in every row of its segment, with other marks. */
function wordCounter(): (row: Row) => number {
  const known = new Map<string, number>()
  return ({ system, doc, segment, target }) => {
    const key = `${system}\t${doc}\t${segment}`
    let words = known.get(key)
    if (words === undefined) known.set(key, (words = countWords(unmark(target).text)))
    return words
  }
}

/** The rows weighed. An import passes over what it cannot read, and says so; a score without it would be another score. */
function* ratingsIn(
  bytes: Uint8Array,
  limits: Limits,
  scheme: WeightScheme,
  counts: (rater: string) => boolean,
): Generator<Rating> {
  const weigh = weigherOf(scheme)
  const wordsOf = wordCounter()
  const rows = readRows(bytes, limits, (line, column) => {
    throw new FormatError(label, 'missing', { line, detail: column })
  })
  let unnamed: boolean | undefined
  for (const row of rows) {
    if (isTest(row) || isMetadataOnly(row)) continue
    const { line, system, doc: document, segment, rater } = row
    unnamed ??= system === ''
    const missing = unnamed === (system === '') ? demanded.find(column => row[column] === '') : 'system'
    if (missing) throw new FormatError(label, 'missing', { line, detail: missing })
    const weight = weigh(row)
    if (weight === null) throw new FormatError(label, 'invalid', { line, detail: `severity “${row.severity}”` })
    if (counts(rater)) yield { system, document, segment, rater, weight, words: wordsOf(row) }
  }
}

/** Points and words of what was judged: by the mean of a segment's raters, so that each of its words counts once however many have seen it. */
const sampleOf = (segments: readonly SegmentScore[]): Sample => ({
  penalty: segments.reduce((sum, { score }) => sum + score, 0),
  words: segments.reduce((sum, { words }) => sum + words, 0),
})

function estimate(units: Units, quality: (sample: Sample) => number | null, whole: Sample): Estimate | null {
  const score = quality(whole)
  if (score === null) return null
  return { score, interval: bootstrap(units, ({ 0: penalty = 0, 1: words = 0 }) => quality({ penalty, words })) }
}

const calibrationOf = (demand: Demand | null): Calibration | null =>
  demand?.acceptable === undefined ? null : { threshold: demand.threshold, acceptable: demand.acceptable }

/** @param groups what is drawn: articles, or of one article its segments */
function figuresOf(groups: readonly (readonly SegmentScore[])[], score: number, demand: Demand | null): MqmFigures {
  const all = groups.flat()
  const [whole, samples] = [sampleOf(all), groups.map(sampleOf)]
  const bySegments = unitsOf(samples.map(({ penalty }, n) => [penalty, groups[n]?.length ?? 0]))
  const byWords = unitsOf(samples.map(({ penalty, words }) => [penalty, words]))
  const calibration = calibrationOf(demand)
  const raw = estimate(byWords, rawQuality, whole)
  const calibrated = calibration && estimate(byWords, sample => calibratedQuality(sample, calibration), whole)
  const judged = calibrated ?? raw
  return {
    segments: all.length,
    words: whole.words,
    wmt: { score, interval: bootstrap(bySegments, ratio) },
    perThousand: penaltyPerThousand(whole),
    raw,
    calibrated,
    verdict: demand && judged && judge(judged.interval, groups.length, demand.threshold, 'higher'),
  }
}

const eachAlone = (segments: readonly SegmentScore[]): SegmentScore[][] => segments.map(segment => [segment])

/** What the segments of one article come to. Segments are drawn, since there is nothing else: the intervals are somewhat too narrow. */
export const articleFigures = ({ segments, score }: ArticleScore, demand: Demand | null): MqmFigures =>
  figuresOf(eachAlone(segments), score, demand)

/** Articles are drawn, as Marot does, not segments: those of an article are not independent of each other. */
function systemFigures({ articles, score }: SystemScore, demand: Demand | null): MqmFigures {
  const [only, another] = articles
  if (only && !another) return articleFigures(only, demand)
  return figuresOf(
    articles.map(({ segments }) => segments),
    score,
    demand,
  )
}

/**
 * The scores of a file of MQM annotations (MQM TSV, as Google, WMT, Anthea and Marot have it; packed by gzip or not).
 * @param demand what quality is to reach; null for no verdict
 * @param choice whose rows count; null for all. Where none does, there are no systems.
 * @throws FormatError with its line where a row has too few fields or a severity that is not known, and what `readRows` throws
 */
export function scoreMqm(
  bytes: Uint8Array,
  limits: Limits,
  scheme: WeightScheme,
  demand: Demand | null,
  choice: RaterChoice | null = null,
): MqmScores {
  const raters = new Set<string>()
  const counts = (rater: string): boolean => {
    raters.add(rater)
    return choice === null || choice.names.includes(rater) === choice.counts
  }
  const systems = wmtScores(ratingsIn(bytes, limits, scheme, counts))
  if (raters.size === 0) throw new FormatError(label, 'empty')
  const segments = new Set(
    systems.flatMap(({ articles }) =>
      articles.flatMap(({ document, segments: scored }) => scored.map(({ segment }) => `${document}\t${segment}`)),
    ),
  )
  return {
    systems: systems.map(system => ({ ...system, figures: systemFigures(system, demand) })),
    segments: segments.size,
    raters: [...raters],
  }
}
