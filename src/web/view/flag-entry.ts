import { messages, type Language } from '../../i18n/index.ts'
import { dimensionOf, type CategoryId } from '../../mqm/typology.ts'
import type { FlagView } from '../../wire/flag.ts'
import { flagAddress } from '../address.ts'
import type { FlagMark } from './runs.ts'
import { shapes } from './severity.ts'

/** A flag as the rail and its own page show it. */
export interface FlagEntry extends FlagView {
  readonly shape: string
  readonly severityName: string
  readonly categoryName: string
  readonly dimensionName: string
  readonly statusName: string
  readonly point: boolean
}

export function flagEntry(language: Language, flag: FlagView): FlagEntry {
  const { mqm, flag: words } = messages(language)
  const category = flag.category as CategoryId
  return {
    ...flag,
    shape: shapes[flag.severity],
    severityName: mqm.severities[flag.severity],
    categoryName: mqm.categories[category],
    dimensionName: mqm.dimensions[dimensionOf(category)],
    statusName: words.statuses[flag.status],
    point: flag.from === flag.to,
  }
}

const mark = (entry: FlagEntry, from: number, to: number): FlagMark => ({
  id: entry.id,
  kind: 'flag',
  href: flagAddress(entry.id),
  from,
  to,
  severity: entry.severity,
  shape: entry.shape,
  label: `${entry.severityName}: ${entry.categoryName}`,
})

/** Where flags are drawn: those on the MT in the MT, those whose words stand in the head also there, while they are open. */
export const flagMarks = (
  entries: readonly FlagEntry[],
): { readonly mt: readonly FlagMark[]; readonly head: readonly FlagMark[] } => ({
  mt: entries.filter(e => e.revision === 0 && e.status === 'open').map(e => mark(e, e.from, e.to)),
  head: entries.flatMap(e => (e.status === 'open' && e.place ? [mark(e, e.place.from, e.place.to)] : [])),
})
