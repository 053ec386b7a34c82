/** The figures of parts of a set: of each month, of each system. */
import type { Figures, MonthRow, SystemRow } from '../../wire/quality-report.ts'
import { figuresOf, type FigureDrawing } from './figures.ts'
import type { MeasuredTranslation } from './measured.ts'
import { monthOf } from './report-filter.ts'

export interface Extent {
  readonly articles: number
  readonly translations: number
  readonly words: number
  readonly segments: number
}

export const extentOf = (all: readonly MeasuredTranslation[]): Extent => ({
  articles: new Set(all.map(each => each.articleId)).size,
  translations: all.length,
  words: all.reduce((sum, { words }) => sum + words, 0),
  segments: all.reduce((sum, { segments }) => sum + segments, 0),
})

export const byArticle = ({ articleId }: MeasuredTranslation): string => articleId

/** There are many parts, each drawn anew: of so many groups each, so often. */
const ofParts: FigureDrawing = { units: 100, resamples: 500 }

function partsOf(
  all: readonly MeasuredTranslation[],
  partOf: (one: MeasuredTranslation) => string,
): [string, Extent & { readonly figures: Figures }][] {
  const parts = new Map<string, MeasuredTranslation[]>()
  for (const one of all) {
    const key = partOf(one)
    const part = parts.get(key)
    if (part) part.push(one)
    else parts.set(key, [one])
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, { ...extentOf(part), figures: figuresOf(part, byArticle, ofParts) }])
}

/** So many months are told of, the latest. */
export const mostMonths = 24
/** And so many systems, those with the most words. */
export const mostSystems = 20

export function byMonth(all: readonly MeasuredTranslation[]): MonthRow[] {
  const months = [...new Set(all.map(({ at }) => monthOf(at)))].sort().slice(-mostMonths)
  const told = new Set(months)
  return partsOf(
    all.filter(({ at }) => told.has(monthOf(at))),
    ({ at }) => monthOf(at),
  ).map(([month, part]) => ({ month, ...part }))
}

export function bySystem(all: readonly MeasuredTranslation[]): SystemRow[] {
  const words = new Map<string, number>()
  for (const one of all) words.set(one.system, (words.get(one.system) ?? 0) + one.words)
  const told = new Set(
    [...words]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostSystems)
      .map(([system]) => system),
  )
  return partsOf(
    all.filter(({ system }) => told.has(system)),
    ({ system }) => system,
  ).map(([system, part]) => ({ system, ...part }))
}
