import { exportTerms } from '../../app/export-terms.ts'
import type { Page } from '../page.ts'
import { termsQuery } from '../view/term-form.ts'

/** The terms of a filter as CSV, for a table program, and for `/terms/import`. A program that asks for JSON gets that. */
export const termExport: Page = async ask => {
  const { csv, terms } = await exportTerms(ask.deps, termsQuery(ask.query))
  if (ask.program) return { kind: 'data', data: { terms } }
  return {
    kind: 'file',
    body: csv,
    mediaType: 'text/csv; charset=utf-8',
    disposition: 'attachment; filename="termer.csv"',
  }
}
