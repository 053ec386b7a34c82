import { exportTerms, termsFormats } from '../../app/terms/export-terms.ts'
import { csvStyleFor } from '../csv-style.ts'
import { oneOf } from '../form.ts'
import type { Page } from '../page.ts'
import { termsQuery } from '../view/term-form.ts'

/** The terms of a filter as a file: CSV, for a table program and for `/terms/import`, or TBX. A program that asks for JSON gets that. */
export const termExport: Page = async ask => {
  const format = oneOf('format', termsFormats, ask.query.get('format') ?? 'csv')
  const { file, mediaType, terms } = await exportTerms(ask.deps, termsQuery(ask.query), format, csvStyleFor(ask))
  if (ask.program) return { kind: 'data', data: { terms } }
  return {
    kind: 'file',
    body: file,
    mediaType: `${mediaType}; charset=utf-8`,
    disposition: `attachment; filename="termer.${format}"`,
  }
}
