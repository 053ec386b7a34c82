import type { Format } from './format.ts'
import { readDelimited, writeDelimited } from './table/delimited.ts'
import { patchDelimited } from './table/patch-delimited.ts'

const kind = { label: 'TSV', delimiter: '\t' } as const

/**
 * Tab-separated values: quoted as in CSV, as Excel writes them, or without any quoting (IANA, text/tab-separated-values), as research does; which
 * of the two a file is is found out. Its columns are guessed, or as a person says.
 */
export const tsv = {
  id: 'tsv',
  label: kind.label,
  extensions: ['tsv', 'tab'],
  mediaType: 'text/tab-separated-values',
  purpose: 'data',
  read: (bytes, context) => readDelimited(kind, bytes, context).reading,
  writeAll: articles => writeDelimited(kind, articles),
  patch: { of: 'tsv', make: (original, outgoing) => patchDelimited(kind, original, outgoing) },
} as const satisfies Format
