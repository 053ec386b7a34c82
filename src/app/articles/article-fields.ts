import { Problem } from '../../errors.ts'
import { enterText } from '../../text/entry.ts'

/** What people tell of an article, as they typed it. */
export interface TypedFields {
  readonly title?: string | undefined
  readonly address?: string | undefined
  /** the program or service that translated */
  readonly system?: string | undefined
  /** BCP 47, as `de`; empty where nobody knows */
  readonly sourceLanguage?: string | undefined
}

export type Fields = { readonly [F in keyof TypedFields]-?: string }

const longest = { title: 500, address: 2000, system: 200, sourceLanguage: 35 } as const
const languageTag = /^([A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*)?$/

/**
 * One line of text: whitespace within is one space, none around it.
 * Throws the Problem `field-invalid` with `field` and `longest`, or what `enterText` throws.
 */
export const enterField = (field: keyof TypedFields, raw: string): string => {
  const value = enterText(raw).replace(/\s+/gu, ' ').trim()
  if (value.length > longest[field] || (field === 'sourceLanguage' && !languageTag.test(value)))
    throw new Problem('field-invalid', { field, longest: longest[field] })
  return value
}

/** The title of an article that was given none: the first line that has anything, at most 200 characters. */
export const titleFrom = (text: string): string => {
  const line = text.split('\n').find(l => l.trim() !== '') ?? ''
  const title = line.replace(/\s+/gu, ' ').trim()
  if (title.length <= 200) return title
  const cut = title
    .slice(0, 199)
    .toWellFormed()
    .replace(/\ufffd$/u, '')
  return `${cut.replace(/\s\S*$/u, '') || cut}…`
}

/** Refuses a text of more than `limit` bytes of UTF-8. Throws the Problem `text-too-large`, as `tooLarge` makes it. */
export const checkSize = (text: string, limit: number): void => {
  // a code unit is at most three bytes: most texts need not be gone through
  if (text.length * 3 <= limit) return
  const size = Buffer.byteLength(text)
  if (size > limit) throw tooLarge(size, limit)
}

/** With `limit` and `size` as people say them; both are given in bytes of UTF-8. */
export const tooLarge = (size: number, limit: number): Problem =>
  new Problem('text-too-large', { limit: inMegabytes(limit), size: inMegabytes(size) })

/**
 * A whole text by the entry rules of `text/entry.ts`; `limit` is in bytes of UTF-8.
 * Throws the Problem `text-too-large`, or what `enterText` throws.
 */
export const enterBody = (raw: string, limit: number): string => {
  checkSize(raw, limit)
  return enterText(raw)
}

/** As people say it: `5 MB`, `0.3 MB`. */
const inMegabytes = (bytes: number): string => {
  const megabytes = bytes / 1_000_000
  return `${megabytes >= 10 || Number.isInteger(megabytes) ? Math.round(megabytes) : Number(megabytes.toPrecision(2))} MB`
}
