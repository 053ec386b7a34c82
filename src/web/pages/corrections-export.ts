import { exportCorrections, exportedThings, exportFormats } from '../../app/corrections/export-corrections.ts'
import { Problem } from '../../errors.ts'
import { csvStyleFor } from '../csv-style.ts'
import { oneOf } from '../form.ts'
import { givenIn, readPairQuery } from '../pair-query.ts'
import type { Page } from '../page.ts'

/** What is on the screen, with its filter, as a file: all of it, not only the page. */
export const correctionsExport: Page = ask => {
  const given = givenIn(ask.query)
  const pair = given('pair')
  if (pair !== undefined && !/^[0-9a-z]{16}$/.test(pair)) throw new Problem('pair-unknown')
  const format = oneOf('format', exportFormats, given('format') ?? 'csv')
  const of = oneOf('of', exportedThings, given('of') ?? 'pairs')
  const query = { ...readPairQuery(given), pair }
  const { fileName, mediaType, pieces } = exportCorrections(ask.deps, { of, format, query, csv: csvStyleFor(ask) })
  return { kind: 'stream', pieces, mediaType, disposition: `attachment; filename="${fileName}"` }
}
