/** The figures of quality as data: by which numbers of a unit each is reckoned, and how, of their sums. */
import { chrf } from '../../metrics/chrf.ts'
import { penaltyPerThousand, rawQuality } from '../../metrics/mqm/linear.ts'
import { drawAgain, percentiles, usualDrawing } from '../../metrics/statistics/bootstrap.ts'
import { columnSums, type Score, type Units } from '../../metrics/statistics/units.ts'
import { ter } from '../../metrics/ter.ts'
import type { Figure, FigureId, Figures } from '../../wire/quality-report.ts'
import { noSums, type Sums } from '../measure/figures.ts'
import { dealt, mostUnits } from './units.ts'

/** Of a translation, or of a sentence of one. */
export interface Measured {
  /** sums of the metrics' statistics; null where nobody is through with correcting it: an untouched text would seem to need no edits */
  readonly sums: Sums | null
  /** penalty points by the house's weights, and by WMT's; null where nobody has judged it */
  readonly penalty: number | null
  readonly wmtPenalty: number | null
  /** of the MT */
  readonly words: number
  /** sentences */
  readonly segments: number
  /** mean of the annotators' judgements, 0 to 100; null where nobody has judged it so */
  readonly judgement: number | null
}

/** Where in a unit's numbers each stands: points, words, points by WMT, sentences, judgements and how many, edits and words of the reference, and chrF's. */
const at = {
  penalty: 0, words: 1, wmt: 2, segments: 3, judgement: 4, judged: 5, edits: 6, referenceWords: 7, chrf: 8,
} as const // prettier-ignore
const numberCount = at.chrf + noSums.chrf.length

/** Writes a unit's numbers at its place; where it says nothing of a figure they stay 0, which changes no sum. */
export function writeNumbers(columns: readonly Float64Array[], place: number, measured: Measured): void {
  const put = (column: number, value: number): void => {
    columns[column]![place] = value
  }
  if (measured.penalty !== null && measured.wmtPenalty !== null) {
    put(at.penalty, measured.penalty)
    put(at.words, measured.words)
    put(at.wmt, measured.wmtPenalty)
    put(at.segments, measured.segments)
  }
  if (measured.judgement !== null) {
    put(at.judgement, measured.judgement)
    put(at.judged, 1)
  }
  if (!measured.sums) return
  put(at.edits, measured.sums.ter[0] ?? 0)
  put(at.referenceWords, measured.sums.ter[1] ?? 0)
  for (let i = 0; i < measured.sums.chrf.length; i++) put(at.chrf + i, measured.sums.chrf[i]!)
}

export const emptyColumns = (count: number): Float64Array[] =>
  Array.from({ length: numberCount }, () => new Float64Array(count))

export interface FigureRule {
  readonly id: FigureId
  readonly better: 'higher' | 'lower'
  /** the first of its numbers, and the one after its last */
  readonly from: number
  readonly to: number
  /** which of its own numbers is above 0 where a unit says something of it */
  readonly extent: number
  /** of the sums of its own numbers; null where there are no words to reckon by, though a metric by itself has a score */
  readonly score: Score
}

const sample = ({ 0: penalty = 0, 1: words = 0 }: ArrayLike<number>) => ({ penalty, words })

const share: Score = sums => (sums[1]! > 0 ? sums[0]! / sums[1]! : null)

export const figureRules: readonly FigureRule[] = [
  { id: 'quality', better: 'higher', from: 0, to: 2, extent: 1, score: sums => rawQuality(sample(sums)) },
  { id: 'penalty', better: 'lower', from: 0, to: 2, extent: 1, score: sums => penaltyPerThousand(sample(sums)) },
  {
    id: 'wmt',
    better: 'lower',
    from: at.wmt,
    to: at.judgement,
    extent: 1,
    score: share,
  },
  { id: 'esa', better: 'higher', from: at.judgement, to: at.edits, extent: 1, score: share },
  {
    id: 'hter',
    better: 'lower',
    from: at.edits,
    to: at.chrf,
    extent: 1,
    score: sums => (sums[1]! > 0 ? ter.combine([sums[0]!, sums[1]!], ter.defaults) : null),
  },
  {
    id: 'chrf',
    better: 'higher',
    from: at.chrf,
    to: numberCount,
    // characters of the reference
    extent: 1,
    score: sums => (sums[0]! > 0 || sums[1]! > 0 ? chrf.combine(Array.from(sums), chrf.defaults) : null),
  },
]

export const ruleOf = (id: FigureId): FigureRule => {
  const rule = figureRules.find(each => each.id === id)
  if (!rule) throw new RangeError(`There is no figure ${id}`)
  return rule
}

/** A figure's own numbers of all units. */
export const columnsOf = ({ from, to }: FigureRule, { columns }: Units): readonly Float64Array[] =>
  columns.slice(from, to)

/** How many units say something of a figure. */
function countOf({ from, extent }: FigureRule, { columns }: Units): number {
  let count = 0
  for (const value of columns[from + extent]!) if (value > 0) count++
  return count
}

/** How intervals are drawn. */
export interface FigureDrawing {
  /** how often, and of how many groups at most */
  readonly resamples?: number
  readonly most?: number
  /** figures that get no interval */
  readonly without?: readonly FigureId[]
}

/** All figures of units that stand in an order drawn by lot, each with its interval: the same units are drawn for all of them. */
export function figuresOf(
  units: Units,
  { resamples = usualDrawing.resamples, most = mostUnits, without = [] }: FigureDrawing = {},
): Figures {
  const groups = dealt(units, most)
  const whole = columnSums(groups)
  const parts = figureRules.map(rule => ({
    rule,
    count: countOf(rule, units),
    score: rule.score(whole.subarray(rule.from, rule.to)),
    drawn: new Float64Array(resamples),
    scored: 0,
  }))
  const told = parts.filter(({ rule, score, count }) => score !== null && count > 1 && !without.includes(rule.id))
  const drawnTo = Math.max(0, ...told.map(({ rule }) => rule.to))
  if (told.length > 0)
    drawAgain(
      { count: groups.count, columns: groups.columns.slice(0, drawnTo) },
      resamples,
      usualDrawing.seed,
      sums => {
        for (const part of told) {
          const { from, to, score } = part.rule
          const drawn = score(sums.subarray(from, to))
          if (drawn !== null) part.drawn[part.scored++] = drawn
        }
      },
    )
  const figureIn = ({ count, score, drawn, scored }: (typeof parts)[number]): Figure => {
    const ends = scored === 0 ? null : percentiles(drawn.subarray(0, scored), usualDrawing.level)
    return { score, low: ends?.low ?? null, high: ends?.high ?? null, units: count }
  }
  const figures = parts.map(part => [part.rule.id, figureIn(part)] as const)
  return Object.fromEntries(figures) as Record<FigureId, Figure>
}
