/** The figures of parts of a set: of each month, of each system. */
import type { Figures, MonthRow, SystemRow } from '../../wire/quality-report.ts'
import { figuresOf, type FigureDrawing } from './figures.ts'
import { articlesOf, type Articles, type MeasuredSet } from './measured.ts'
import { monthOf } from './report-filter.ts'

export interface Extent {
  readonly articles: number
  readonly translations: number
  readonly words: number
  readonly segments: number
}

/** How much text these translations of a set are, and their figures. */
export function summedUp(
  set: MeasuredSet,
  places: Uint32Array,
  { ids, units }: Articles = articlesOf(set, places),
  drawing?: FigureDrawing,
): Extent & { readonly figures: Figures } {
  let [words, segments] = [0, 0]
  for (const place of places) {
    const one = set.translations[place]!
    words += one.words
    segments += one.segments
  }
  return { articles: ids.length, translations: places.length, words, segments, figures: figuresOf(units, drawing) }
}

/**
 * There are many parts, each drawn anew: of so many groups each, so often. Their intervals are good to a tenth of their width. chrF has
 * three times as many numbers as all others together, and an interval of the whole alone.
 */
const ofParts: FigureDrawing = { most: 64, resamples: 250, without: ['chrf'] }

type Part = readonly [key: string, places: Uint32Array]

function partsOf(keys: readonly string[]): Part[] {
  const parts = new Map<string, number[]>()
  for (const [place, key] of keys.entries()) {
    const part = parts.get(key)
    if (part) part.push(place)
    else parts.set(key, [place])
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, places]) => [key, Uint32Array.from(places)])
}

/** So many months are told of, the latest. */
const mostMonths = 24
/** And so many systems, those with the most translations. */
const mostSystems = 20

export const byMonth = (set: MeasuredSet): MonthRow[] =>
  partsOf(set.translations.map(({ at }) => monthOf(at)))
    .slice(-mostMonths)
    .map(([month, places]) => ({ month, ...summedUp(set, places, undefined, ofParts) }))

export function bySystem(set: MeasuredSet): SystemRow[] {
  const parts = partsOf(set.translations.map(({ system }) => system))
  const told = new Set(parts.toSorted(([, a], [, b]) => b.length - a.length).slice(0, mostSystems))
  return parts
    .filter(part => told.has(part))
    .map(([system, places]) => ({ system, ...summedUp(set, places, undefined, ofParts) }))
}
