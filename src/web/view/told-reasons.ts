import { checkById } from '../../checks/index.ts'
import { messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import type { Reason } from '../../wire/save.ts'
import { batchAddress, checkAddress } from '../address.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'

/** Why some words stand as they do; the same words for the same reason are told once, and how often. */
export interface ToldReason {
  /** as they stand now; empty where words were deleted */
  readonly words: string
  readonly times: number
  readonly severity: Reason['severity']
  readonly shape: string
  readonly severityName: string
  readonly categoryName: string
  /** the check that found it, where one did */
  readonly check: { readonly name: string; readonly address: string } | null
  /** the page of the batch that it came with */
  readonly batch: string | null
}

/** How much of the words is shown. */
const longest = 100

/** @param text that the reasons are of */
export function toldReasons(language: Language, reasons: readonly Reason[], text: string): readonly ToldReason[] {
  const { mqm } = messages(language)
  const told = new Map<string, ToldReason>()
  for (const { from, to, category, severity, check: id, batch } of reasons) {
    const words = seen(text.slice(from, Math.min(to, from + longest)).toWellFormed())
    const key = JSON.stringify([words, category, severity, id, batch])
    const check = id === undefined ? undefined : checkById(id)
    told.set(key, {
      words,
      times: (told.get(key)?.times ?? 0) + 1,
      severity,
      shape: shapes[severity],
      severityName: mqm.severities[severity],
      categoryName: mqm.categories[category as CategoryId],
      check: check === undefined ? null : { name: check.title[language], address: checkAddress(check.id) },
      batch: batch === undefined ? null : batchAddress(batch),
    })
  }
  return [...told.values()]
}
