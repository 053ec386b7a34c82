import type { Severity } from '../../mqm/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { FlagBody } from '../review/flag-dialog.ts'

/** A flag of the annotator's as the server has told it beside its paragraph; `from`, `to`: in the paragraph. */
export interface ToldFlag extends Span, FlagBody {
  readonly id: string
  readonly version: number
  readonly words: string
  /** severity and category, to be shown */
  readonly told: string
  readonly severity: Severity
}

/** @param start where the paragraph begins in the MT */
export const flagsIn = (row: HTMLElement, start: number): readonly ToldFlag[] =>
  [...row.querySelectorAll<HTMLElement>('[data-flag]')].map(({ dataset }) => {
    const flag = JSON.parse(dataset['flag'] ?? '{}') as ToldFlag
    return { ...flag, from: flag.from - start, to: flag.to - start }
  })

/** The flag that is meant where words are chosen: of those on any of them, the one on the fewest characters; null where there is none. */
export function flagAt<Flag extends Span>(flags: readonly Flag[], { from, to }: Span): Flag | null {
  const there = flags.filter(flag =>
    flag.from === flag.to ? flag.from >= from && flag.from <= to : flag.from < to && flag.to > from,
  )
  const [first = null] = there.toSorted((a, b) => a.to - a.from - (b.to - b.from))
  return first
}
