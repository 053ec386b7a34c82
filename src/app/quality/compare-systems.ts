import { drawAgain, percentiles, usualDrawing } from '../../metrics/statistics/bootstrap.ts'
import { approximateRandomisation, pairedBootstrap } from '../../metrics/statistics/compare.ts'
import { columnSums, type Score, type Units } from '../../metrics/statistics/units.ts'
import type { About, ComparedFigure, FigureId, QualityComparison } from '../../wire/quality-report.ts'
import type { Deps, Person } from '../deps.ts'
import { measureNow } from '../measure/measure-now.ts'
import { readQualitySettings, schemeOf } from '../gate/quality-settings.ts'
import { columnsOf, figureRules, type FigureRule } from './figures.ts'
import { summedUp } from './group.ts'
import { articlesOf, readMeasures, type Articles, type MeasuredSet } from './measured.ts'
import { openFilter } from './report-filter.ts'
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
  // one unit drawn again is always itself
  if (a.count < 2 || b.count < 2) return null
  const [first, second] = [drawnScores(a, score, usualDrawing.seed), drawnScores(b, score, usualDrawing.seed + 1)]
  return percentiles(
    Float64Array.from(first.subarray(0, Math.min(first.length, second.length)), (one, n) => one - second[n]!),
    usualDrawing.level,
  )
}

/** A figure's numbers of the articles that say something of it, by article. */
function placesOf(rule: FigureRule, { ids, units }: Articles): ReadonlyMap<string, number> {
  const extent = columnsOf(rule, units)[rule.extent]!
  return new Map(ids.flatMap((id, n) => (extent[n]! > 0 ? [[id, n] as const] : [])))
}

const unitsAt = (rule: FigureRule, { units }: Articles, places: readonly number[]): Units => ({
  count: places.length,
  columns: columnsOf(rule, units).map(column => Float64Array.from(places, place => column[place]!)),
})

/** Both are dealt into the same groups, for they are in one order. */
function compareFigure(rule: FigureRule, ofA: Articles, ofB: Articles): ComparedFigure {
  const [placesA, placesB] = [placesOf(rule, ofA), placesOf(rule, ofB)]
  const common = [...placesA.keys()].filter(id => placesB.has(id))
  const paired = common.length > 0
  const none = { low: null, high: null, bootstrapP: null, randomisationP: null }
  const about = { figure: rule.id, articles: common.length, paired, ...none }
  const [a, b] = ([[ofA, placesA], [ofB, placesB]] as const).map(([articles, places]) =>
    dealt(unitsAt(rule, articles, (paired ? common : [...places.keys()]).map(id => places.get(id)!))),
  ) as [Units, Units] // prettier-ignore
  const [scoreA, scoreB] = [a, b].map(units => (units.count === 0 ? null : rule.score(columnSums(units)))) as [
    number | null,
    number | null,
  ]
  const scores = { a: scoreA, b: scoreB, difference: scoreA === null || scoreB === null ? null : scoreA - scoreB }
  if (scores.difference === null) return { ...about, ...scores }
  if (!paired) return { ...about, ...scores, ...differenceApart(a, b, rule.score) }
  // of one article alone nothing can be told
  if (common.length === 1) return { ...about, ...scores }
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

/** Where in a set the translations of a system stand. */
const placesIn = ({ translations }: MeasuredSet, system: string): Uint32Array =>
  Uint32Array.from(translations.flatMap((one, place) => (one.system === system ? [place] : [])))

type Compared = Pick<QualityComparison, 'a' | 'b' | 'shared' | 'tests'>

const kept = new WeakMap<MeasuredSet, Compared>()

/** Reckoned once of a set, which never changes, and kept as long as it. @param set of these two systems, asked for in this order */
function compared(set: MeasuredSet, a: string, b: string): Compared {
  const known = kept.get(set)
  if (known) return known
  const [ofA, ofB] = [placesIn(set, a), placesIn(set, b)]
  const [articlesA, articlesB] = [articlesOf(set, ofA), articlesOf(set, ofB)]
  const ids = new Set(articlesA.ids)
  const found = {
    a: { system: a, ...summedUp(set, ofA, articlesA) },
    b: { system: b, ...summedUp(set, ofB, articlesB) },
    shared: articlesB.ids.filter(id => ids.has(id)).length,
    tests: figureRules.filter(({ id }) => tested.includes(id)).map(rule => compareFigure(rule, articlesA, articlesB)),
  }
  kept.set(set, found)
  return found
}

/**
 * Two systems, of what is chosen otherwise: each by itself, and their difference over the articles that both have translated, by paired
 * bootstrap and by approximate randomisation. Where they share none, the difference of two sets that were drawn apart.
 * @throws Problem field-invalid for a month that is none
 */
export async function compareSystems(
  deps: Deps,
  {
    about,
    a,
    b,
    person = null,
  }: { readonly about: About; readonly a: string; readonly b: string; readonly person?: Person | null },
): Promise<QualityComparison> {
  const { db } = deps.store
  await measureNow(deps)
  const settings = await readQualitySettings(db)
  const scheme = schemeOf(settings)
  const set = await readMeasures(deps.store, { ...(await openFilter(db, about, person)), systems: [a, b] }, scheme)
  return {
    about: { ...about, system: null },
    method: methodOf(scheme, settings.threshold),
    at: deps.now(),
    ...compared(set, a, b),
  }
}
