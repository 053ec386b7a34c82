/** The figures of quality as data: by which numbers of a unit each is reckoned, and how, of their sums. */
import { chrf } from '../../metrics/chrf.ts'
import { penaltyPerThousand, rawQuality } from '../../metrics/mqm/linear.ts'
import { bootstrap, type Drawing } from '../../metrics/statistics/bootstrap.ts'
import { ratio, sumsOf, unitsOf, type Score } from '../../metrics/statistics/units.ts'
import { ter } from '../../metrics/ter.ts'
import type { Figure, FigureId } from '../../wire/quality-report.ts'
import type { Measured } from './measured.ts'
import { dealt } from './units.ts'

export interface FigureRule {
  readonly id: FigureId
  readonly better: 'higher' | 'lower'
  /** what of a unit it is reckoned by; null where the unit says nothing of it */
  readonly numbers: (unit: Measured) => readonly number[] | null
  readonly score: Score
}

const ofWords: FigureRule['numbers'] = ({ penalty, words }) => (penalty === null ? null : [penalty, words])

const sample = ({ 0: penalty = 0, 1: words = 0 }: ArrayLike<number>) => ({ penalty, words })

/** Where there is nothing to compare there is no score, though a metric by itself has one. */
const unlessNothing =
  (score: (sums: number[]) => number): Score =>
  sums => {
    const all = Array.from(sums)
    return all.some(sum => sum > 0) ? score(all) : null
  }

export const figureRules: readonly FigureRule[] = [
  { id: 'quality', better: 'higher', numbers: ofWords, score: sums => rawQuality(sample(sums)) },
  { id: 'penalty', better: 'lower', numbers: ofWords, score: sums => penaltyPerThousand(sample(sums)) },
  {
    id: 'wmt',
    better: 'lower',
    numbers: ({ wmtPenalty, segments }) => (wmtPenalty === null ? null : [wmtPenalty, segments]),
    score: ratio,
  },
  {
    id: 'hter',
    better: 'lower',
    numbers: ({ sums }) => sums && sums.ter,
    score: sums => ((sums[1] ?? 0) > 0 ? ter.combine(Array.from(sums), ter.defaults) : null),
  },
  {
    id: 'chrf',
    better: 'higher',
    numbers: ({ sums }) => sums && sums.chrf,
    score: unlessNothing(sums => chrf.combine(sums, chrf.defaults)),
  },
]

export const ruleOf = (id: FigureId): FigureRule => {
  const rule = figureRules.find(each => each.id === id)
  if (!rule) throw new RangeError(`There is no figure ${id}`)
  return rule
}

/**
 * The numbers of each unit, those of one key added up: sentences of an article hang together, and so do translations of it, so that
 * articles are drawn, never their parts.
 */
export function numbersByUnit<T extends Measured>(
  rule: FigureRule,
  all: readonly T[],
  unitOf: (one: T) => string | number,
): ReadonlyMap<string | number, readonly number[]> {
  const units = new Map<string | number, number[]>()
  for (const one of all) {
    const numbers = rule.numbers(one)
    if (!numbers) continue
    const key = unitOf(one)
    const unit = units.get(key)
    if (!unit) units.set(key, [...numbers])
    else for (let i = 0; i < numbers.length; i++) unit[i]! += numbers[i]!
  }
  return units
}

/** How an interval is drawn; `units` is how many groups of them at most. */
export interface FigureDrawing extends Drawing {
  readonly units?: number | undefined
}

/** A figure of all units, and its interval. */
export function figureOf<T extends Measured>(
  rule: FigureRule,
  all: readonly T[],
  unitOf: (one: T) => string | number,
  { units: most, ...drawing }: FigureDrawing = {},
): Figure {
  const rows = [...numbersByUnit(rule, all, unitOf).values()]
  if (rows.length === 0) return { score: null, low: null, high: null, units: 0 }
  const units = dealt(rows, most)
  const interval = bootstrap(units, rule.score, drawing)
  return {
    score: rule.score(sumsOf(units)),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    units: rows.length,
  }
}

/** All figures of the units. */
export const figuresOf = <T extends Measured>(
  all: readonly T[],
  unitOf: (one: T) => string | number,
  drawing?: FigureDrawing,
): Record<FigureId, Figure> =>
  Object.fromEntries(figureRules.map(rule => [rule.id, figureOf(rule, all, unitOf, drawing)])) as Record<
    FigureId,
    Figure
  >

/** A figure without an interval. */
export function scoreOf(rule: FigureRule, unit: Measured): number | null {
  const numbers = rule.numbers(unit)
  return numbers && rule.score(sumsOf(unitsOf([numbers])))
}
