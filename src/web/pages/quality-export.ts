import { qualityCsv } from '../../app/quality/export-quality.ts'
import { sumUpQuality } from '../../app/quality/sum-up.ts'
import { csvStyleFor } from '../csv-style.ts'
import { oneOf } from '../form.ts'
import type { Page } from '../page.ts'
import { readAbout } from '../quality-query.ts'

const formats = ['csv', 'json'] as const

/** Every figure of a report, as a file. */
export const qualityExport: Page = async ask => {
  const format = oneOf('format', formats, ask.query.get('format') ?? 'csv')
  const report = await sumUpQuality(ask.deps, readAbout(ask.query))
  return {
    kind: 'file',
    body: format === 'csv' ? qualityCsv(report, csvStyleFor(ask)) : `${JSON.stringify(report, null, 2)}\n`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    disposition: `attachment; filename="quality.${format}"`,
  }
}
