import { Problem } from '../errors.ts'

/** Where a surrogate stands without its other half, or -1. */
const loneSurrogate = (text: string): number =>
  text.isWellFormed() ? -1 : text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)

/** Whether `enterText` takes it: neither NUL, which PostgreSQL cannot keep, nor half a character. */
export const isEnterable = (raw: string): boolean => !raw.includes('\0') && raw.isWellFormed()

/**
 * The one boundary where text enters. A leading byte order mark goes, line ends become `\n`; nothing else is touched.
 * Throws the Problem `text-has-nul` or `text-has-lone-surrogate`, with `at`, an offset in `raw`.
 */
export const enterText = (raw: string): string => {
  const nul = raw.indexOf('\0')
  if (nul >= 0) throw new Problem('text-has-nul', { at: nul })
  const lone = loneSurrogate(raw)
  if (lone >= 0) throw new Problem('text-has-lone-surrogate', { at: lone })
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
