import { severities, type Severity } from '../../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../../mqm/typology.ts'

/** A category that was used, and how bad it was found to be the last time. */
export interface Recent {
  readonly category: CategoryId
  readonly severity: Severity
}

const name = 'rp-recent-categories'
const most = 5

const isRecent = (value: unknown): value is Recent => {
  const { category, severity } = (value ?? {}) as Partial<Record<keyof Recent, string>>
  return category !== undefined && isCategory(category) && severities.some(s => s === severity)
}

/** The categories used last in this browser, the latest first. */
export const recentCategories = (): readonly Recent[] => {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? '[]') as unknown
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, most) : []
  } catch {
    return []
  }
}

export const withRecent = (before: readonly Recent[], used: Recent): readonly Recent[] =>
  [used, ...before.filter(r => r.category !== used.category)].slice(0, most)

export const rememberCategory = (used: Recent): void => {
  try {
    localStorage.setItem(name, JSON.stringify(withRecent(recentCategories(), used)))
  } catch {
    // a browser that keeps nothing offers nothing
  }
}
