/** Months and years as a text names them: data/calendar.tsv. */
import { readRows } from '../data/read.ts'

const rows = readRows('calendar.tsv')
  .filter(([kind]) => kind === 'month')
  .map(([, , ...languages]) => languages.map(forms => forms.split('|')))

/** In Swedish, January first. */
export const months: readonly string[] = rows.map(([, , [sv = ''] = []]) => sv)

/** The Swedish name of a month by its name in the languages of the calendar, in small letters. */
export const monthIn: ReadonlyMap<string, string> = new Map(
  rows.flatMap((languages, i) => languages.flat().map(name => [name, months[i] ?? ''] as const)),
)

/** A year of our times, which no count of things is likely to be: from 1500 on. */
export const isYear = (text: string | undefined): boolean => text !== undefined && /^(?:1[5-9]|20)\d\d$/.test(text)
