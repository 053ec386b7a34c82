/** What a report is about, as it is asked for, and which measures that are. */
import { Problem } from '../../errors.ts'
import { articlesAtWork } from '../annotate/disclosed.ts'
import type { Person } from '../deps.ts'
import type { Db } from '../../store/schema.ts'
import type { MeasureFilter } from '../../store/measures.ts'
import { reviewedStates, states } from '../../wire/common.ts'
import type { About, ReportStates } from '../../wire/quality-report.ts'

const statesOf: Readonly<Record<ReportStates, readonly string[]>> = {
  reviewed: reviewedStates,
  sure: reviewedStates,
  approved: ['approved'],
  all: states,
}

/** What a report is about where nothing is chosen. */
export const usualAbout: About = { system: null, from: null, to: null, states: 'reviewed', language: null }

/** The month a time is in, by this machine's clock. @param at epoch ms */
export function monthOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
}

/** When a month begins, or the one so many months later. @param month YYYY-MM @throws Problem field-invalid */
export function monthStart(field: string, month: string, later = 0): number {
  const [, year, number] = (/^(\d{4})-(\d\d)$/.exec(month) ?? []).map(Number)
  if (year === undefined || number === undefined || number < 1 || number > 12)
    throw new Problem('field-invalid', { field })
  return new Date(year, number - 1 + later, 1).getTime()
}

/** Without the articles that a person annotates blind, which are closed to them. @throws Problem field-invalid for what is no month */
export async function openFilter(db: Db, about: About, person: Person | null): Promise<MeasureFilter> {
  const without = [...(await articlesAtWork(db, person)).keys()].sort()
  return without.length === 0 ? measureFilter(about) : { ...measureFilter(about), without }
}

/** @throws Problem field-invalid for what is no month */
export const measureFilter = ({ system, from, to, states: chosen, language }: About): MeasureFilter => ({
  systems: system === null ? undefined : [system],
  states: statesOf[chosen],
  ...(chosen === 'sure' && { sure: true as const }),
  language: language ?? undefined,
  from: from === null ? undefined : monthStart('from', from),
  to: to === null ? undefined : monthStart('to', to, 1),
})
