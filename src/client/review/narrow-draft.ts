import type { ChangeSet } from '@codemirror/state'
import { inLines, paragraphEdits } from '../../text/paragraph-edits.ts'
import { textAfter } from './draft-choice.ts'

/** What was typed in the server's form and not saved: by the names of its fields. */
export interface KeptForm {
  readonly base: number
  readonly at: number
  readonly fields: Readonly<Record<string, string>>
  /** what stood in the same fields before */
  readonly served: Readonly<Record<string, string>>
}

export const changedFields = (
  served: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> =>
  Object.fromEntries([...now].filter(([name, value]) => served.get(name) !== value))

/**
 * What of a kept form still belongs in the one that is served now: fields whose served words are the same as then. What has been saved
 * since stands in the form already and is not filled in again.
 * @returns null where nothing is left of it
 */
export const fitting = (kept: KeptForm, base: number, served: ReadonlyMap<string, string>): KeptForm | null => {
  const fields = Object.entries(kept.fields).filter(
    ([name, value]) => served.get(name) === kept.served[name] && served.get(name) !== value,
  )
  return fields.length === 0 ? null : { ...kept, base, fields: Object.fromEntries(fields) }
}

/** Where a form's fields are kept in this browser: a translation's, a page of the form at a time. */
export const formName = (translation: string, page: string): string => `rp-form:${translation}:${page}`

/** @returns null where nothing is kept by this name, or it is damaged */
export const readForm = (name: string): KeptForm | null => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as KeptForm | null
  } catch {
    return null
  }
}

/** What is typed on all pages of a form on the same base, by the names of the fields, which tell their places. */
export const allFields = (kept: readonly KeptForm[], base: number): Readonly<Record<string, string>> =>
  Object.assign({}, ...kept.filter(form => form.base === base).map(form => form.fields)) as Record<string, string>

/**
 * The fields of the form that a draft changes, as they then read.
 * @param names of the fields on this page @param fixed paragraphs are segments of a file
 * @returns null where the draft changes what is in no field here: on another page, or where paragraphs meet
 */
export const fieldsOf = (
  change: ChangeSet,
  text: string,
  names: readonly string[],
  fixed = false,
): Readonly<Record<string, string>> | null => {
  const after = textAfter(change, text)
  const fields: Record<string, string> = {}
  for (const name of names) {
    const [, from, to] = /^p(\d+)-(\d+)$/.exec(name) ?? []
    if (from === undefined || to === undefined || Number(to) > text.length) continue
    if (change.touchesRange(Number(from), Number(to)) === false) continue
    const now = after.slice(change.mapPos(Number(from), -1), change.mapPos(Number(to), 1))
    fields[name] = fixed ? inLines(now) : now
  }
  try {
    return textAfter(paragraphEdits(text, Object.entries(fields), fixed), text) === after ? fields : null
  } catch {
    return null
  }
}
