import type { Format } from './format.ts'
import { readDelimited, writeDelimited } from './table/delimited.ts'
import { patchDelimited } from './table/patch-delimited.ts'

const kind = { label: 'CSV', delimiter: ',' } as const

/**
 * Comma-separated values (RFC 4180), and with semicolons, tabs or bars, as Excel and others write them. Its columns are guessed, or as a person
 * says. Fields that a table program would run as formulas are guarded by an apostrophe.
 */
export const csv = {
  id: 'csv',
  label: kind.label,
  extensions: ['csv'],
  mediaType: 'text/csv',
  purpose: 'data',
  read: (bytes, context) => readDelimited(kind, bytes, context).reading,
  writeAll: (articles, { csv: style } = {}) => writeDelimited(kind, articles, style),
  patch: { of: 'csv', make: (original, outgoing) => patchDelimited(kind, original, outgoing) },
} as const satisfies Format
