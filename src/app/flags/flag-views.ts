import type { Severity } from '../../mqm/annotation.ts'
import type { Flag } from '../../store/flags.ts'
import type { Row } from '../../store/schema.ts'
import { findAgain } from '../../text/found.ts'
import type { Place } from '../../text/place.ts'
import type { FlagView } from '../../wire/flag.ts'

/** How many places an orphaned flag's words are offered at. */
const mostFound = 5

export const placeOf = (flag: Pick<Row<'flag'>, 'place'>): Place => JSON.parse(flag.place) as Place

/** A flag whose person says it is none, or who took it back, stands open nowhere. */
export const statusOf = (flag: Pick<Row<'flag'>, 'place' | 'dismissed_at'>): FlagView['status'] =>
  flag.dismissed_at === null ? placeOf(flag).state : 'dismissed'

/** A flag as it stands in the head, whose text is `headText`. */
export function flagView(flag: Flag, headText: string): FlagView {
  const place = placeOf(flag)
  const gone = place.state === 'orphaned'
  return {
    id: flag.id,
    layer: flag.layer,
    author: flag.author,
    revision: flag.revision,
    from: flag.span_from,
    to: flag.span_to,
    words: flag.words,
    category: flag.category,
    severity: flag.severity as Severity,
    comment: flag.comment,
    suggestion: flag.suggestion,
    status: statusOf(flag),
    place: gone ? null : { from: place.from, to: place.to },
    fixedBy: place.state === 'fixed' ? place.by : null,
    foundAgain: gone && flag.words !== '' ? [...findAgain(flag.words, headText, mostFound)] : [],
    dismissedReason: flag.dismissed_reason,
    createdAt: flag.created_at,
    version: flag.version,
  }
}

/** How many flags stand open, by severity: what the queue shows. */
export function openFlags(
  flags: readonly Pick<Row<'flag'>, 'place' | 'dismissed_at' | 'severity'>[],
): Record<Severity, number> {
  const counts = { neutral: 0, minor: 0, major: 0, critical: 0 }
  for (const flag of flags) if (statusOf(flag) === 'open') counts[flag.severity as Severity] += 1
  return counts
}
