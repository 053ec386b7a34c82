/** The figures of parts of a set: of each month, of each system. */
import type { Figures, MonthRow, SystemRow } from '../../wire/quality-report.ts'
import { figuresOf, type FigureDrawing } from './figures.ts'
import { articlesOf, type MeasuredSet } from './measured.ts'
import { monthOf } from './report-filter.ts'

export interface Extent {
  readonly articles: number
  readonly translations: number
  readonly words: number
  readonly segments: number
}

/** How much text, and its figures. @param places in the set; all where not given */
export function summedUp(
  set: MeasuredSet,
  places?: readonly number[],
  drawing?: FigureDrawing,
): Extent & { readonly figures: Figures } {
  const { ids, units } = articlesOf(set, places)
  let [words, segments] = [0, 0]
  const count = places?.length ?? set.translations.length
  for (let i = 0; i < count; i++) {
    const one = set.translations[places ? places[i]! : i]!
    words += one.words
    segments += one.segments
  }
  return { articles: ids.length, translations: count, words, segments, figures: figuresOf(units, drawing) }
}

/** There are many parts, each drawn anew: of so many groups each, so often. Their intervals are good to a tenth of their width. */
const ofParts: FigureDrawing = { most: 64, resamples: 250 }

type Part = readonly [key: string, places: readonly number[]]

function partsOf(keys: readonly string[]): Part[] {
  const parts = new Map<string, number[]>()
  for (const [place, key] of keys.entries()) {
    const part = parts.get(key)
    if (part) part.push(place)
    else parts.set(key, [place])
  }
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** So many months are told of, the latest. */
export const mostMonths = 24
/** And so many systems, those with the most translations. */
export const mostSystems = 20

export const byMonth = (set: MeasuredSet): MonthRow[] =>
  partsOf(set.translations.map(({ at }) => monthOf(at)))
    .slice(-mostMonths)
    .map(([month, places]) => ({ month, ...summedUp(set, places, ofParts) }))

export function bySystem(set: MeasuredSet): SystemRow[] {
  const parts = partsOf(set.translations.map(({ system }) => system))
  const told = new Set(parts.toSorted(([, a], [, b]) => b.length - a.length).slice(0, mostSystems))
  return parts.filter(part => told.has(part)).map(([system, places]) => ({ system, ...summedUp(set, places, ofParts) }))
}
