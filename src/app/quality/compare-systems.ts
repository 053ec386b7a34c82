import { bootstrap, drawAgain, percentiles, usualDrawing } from '../../metrics/statistics/bootstrap.ts'
import { approximateRandomisation, pairedBootstrap } from '../../metrics/statistics/compare.ts'
import { sumsOf, type Score, type Units } from '../../metrics/statistics/units.ts'
import type { About, ComparedFigure, FigureId, QualityComparison, SystemRow } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import { measureNow } from '../measure/measure-now.ts'
import { readQualitySettings, schemeOf } from '../quality-settings.ts'
import { figureRules, figuresOf, numbersByUnit, type FigureRule } from './figures.ts'
import { byArticle, extentOf } from './group.ts'
import { readMeasures, type MeasuredTranslation } from './measured.ts'
import { measureFilter } from './report-filter.ts'
import { methodOf } from './sum-up.ts'
import { dealt } from './units.ts'

/** What is asked of each figure is asked of these: the others of MQM follow from the raw quality. */
const tested: readonly FigureId[] = ['quality', 'wmt', 'hter', 'chrf']

/** Scores of sets drawn again, as many as have one. */
function drawnScores(units: Units, score: Score, seed: number): Float64Array {
  const scores = new Float64Array(usualDrawing.resamples)
  let n = 0
  drawAgain(units, scores.length, seed, sums => {
    const drawn = score(sums)
    if (drawn !== null) scores[n++] = drawn
  })
  return scores.subarray(0, n)
}

/** The interval of a difference where the two have no unit in common: each set is drawn by itself. */
function differenceApart(a: Units, b: Units, score: Score): { readonly low: number; readonly high: number } | null {
  if (!bootstrap(a, score, { resamples: 1 }) || !bootstrap(b, score, { resamples: 1 })) return null
  const [first, second] = [drawnScores(a, score, usualDrawing.seed), drawnScores(b, score, usualDrawing.seed + 1)]
  return percentiles(
    Float64Array.from(first.subarray(0, Math.min(first.length, second.length)), (one, n) => one - second[n]!),
    usualDrawing.level,
  )
}

/** Both rows of each article beside each other, so that both are dealt into the same groups. */
function pairedUnits(pairs: readonly (readonly [readonly number[], readonly number[]])[]): [Units, Units] {
  const { count, columns } = dealt(pairs.map(([a, b]) => [...a, ...b]))
  const width = columns.length / 2
  return [
    { count, columns: columns.slice(0, width) },
    { count, columns: columns.slice(width) },
  ]
}

function compareFigure(
  rule: FigureRule,
  ofA: readonly MeasuredTranslation[],
  ofB: readonly MeasuredTranslation[],
): ComparedFigure {
  const [rowsA, rowsB] = [numbersByUnit(rule, ofA, byArticle), numbersByUnit(rule, ofB, byArticle)]
  const pairs = [...rowsA].flatMap(([article, row]) => {
    const other = rowsB.get(article)
    return other ? [[row, other] as const] : []
  })
  const none = { low: null, high: null, bootstrapP: null, randomisationP: null }
  const about = { figure: rule.id, articles: pairs.length, paired: pairs.length > 0, ...none }
  const [a, b] = pairs.length > 0 ? pairedUnits(pairs) : [dealt([...rowsA.values()]), dealt([...rowsB.values()])]
  const [scoreA, scoreB] = [a, b].map(units => (units.count === 0 ? null : rule.score(sumsOf(units)))) as [
    number | null,
    number | null,
  ]
  const scores = { a: scoreA, b: scoreB, difference: scoreA === null || scoreB === null ? null : scoreA - scoreB }
  if (scores.difference === null) return { ...about, ...scores }
  if (pairs.length === 0) return { ...about, ...scores, ...differenceApart(a, b, rule.score) }
  // of one article alone nothing can be told
  if (pairs.length === 1) return { ...about, ...scores }
  const drawn = pairedBootstrap(a, b, rule.score)
  return {
    ...about,
    ...scores,
    low: drawn?.low ?? null,
    high: drawn?.high ?? null,
    bootstrapP: drawn?.p ?? null,
    randomisationP: approximateRandomisation(a, b, rule.score)?.p ?? null,
  }
}

const rowOf = (system: string, all: readonly MeasuredTranslation[]): SystemRow => ({
  system,
  ...extentOf(all),
  figures: figuresOf(all, byArticle),
})

/**
 * Two systems, of what is chosen otherwise: each by itself, and their difference over the articles that both have translated, by paired
 * bootstrap and by approximate randomisation. Where they share none, the difference of two sets that were drawn apart.
 * @throws Problem field-invalid for a month that is none
 */
export async function compareSystems(
  deps: Deps,
  { about, a, b }: { readonly about: About; readonly a: string; readonly b: string },
): Promise<QualityComparison> {
  const { db } = deps.store
  await measureNow(deps)
  const settings = await readQualitySettings(db)
  const scheme = schemeOf(settings)
  const { translations } = await readMeasures(db, { ...measureFilter(about), systems: [a, b] }, scheme)
  const [ofA, ofB] = [a, b].map(system => translations.filter(one => one.system === system)) as [
    MeasuredTranslation[],
    MeasuredTranslation[],
  ]
  const articles = new Set(ofA.map(byArticle))
  return {
    about: { ...about, system: null },
    method: methodOf(scheme, settings.threshold),
    at: deps.now(),
    a: rowOf(a, ofA),
    b: rowOf(b, ofB),
    shared: new Set(ofB.map(byArticle).filter(article => articles.has(article))).size,
    tests: figureRules.filter(({ id }) => tested.includes(id)).map(rule => compareFigure(rule, ofA, ofB)),
  }
}
