import type { PairItem } from '../../app/pairs/list-pairs.ts'
import { messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { shapes } from './severity.ts'

/** A pair as a list shows it. */
export interface PairLine extends PairItem {
  /** the two sides, so much of them as a list has room for */
  readonly shownBefore: string
  readonly shownAfter: string
  readonly shape: string
  readonly severityName: string
  readonly categoryName: string
  readonly stateName: string
}

/** How much of a text a list shows, in UTF-16 code units: a whole paragraph may be one correction. */
const longest = 160

export const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`

export function pairLine(language: Language, pair: PairItem): PairLine {
  const { mqm, corrections } = messages(language)
  return {
    ...pair,
    shownBefore: shortened(pair.before),
    shownAfter: shortened(pair.after),
    shape: shapes[pair.severity],
    severityName: mqm.severities[pair.severity],
    categoryName: mqm.categories[pair.category as CategoryId],
    stateName: corrections.states[pair.state],
  }
}
