import { Problem } from '../errors.ts'
import { csv } from './csv.ts'
import { docx } from './docx.ts'
import { docxtracked } from './docxtracked.ts'
import { esa } from './esa.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { htmlChanges } from './htmlchanges.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { markdown } from './markdown.ts'
import { mqmtsv } from './mqmtsv.ts'
import { po } from './po.ts'
import { qe } from './qe.ts'
import { tbx } from './tbx.ts'
import { text } from './text.ts'
import { tmx } from './tmx.ts'
import { tsv } from './tsv.ts'
import { diff } from './unified-diff.ts'
import { xliff1 } from './xliff1.ts'
import { xliff2 } from './xliff2.ts'

/** Every format, in the order in which they are offered. */
export const formats: readonly Format[] = [
  text,
  markdown,
  html,
  htmlChanges,
  docx,
  docxtracked,
  xliff1,
  xliff2,
  tmx,
  tbx,
  po,
  csv,
  tsv,
  mqmtsv,
  json,
  esa,
  qe,
  jsonl,
  diff,
]

export type Writer = Format &
  ({ readonly write: NonNullable<Format['write']> } | { readonly writeAll: NonNullable<Format['writeAll']> })

/** Can it write an article that did not come in as a file of its own kind? */
export const writes = (format: Format): format is Writer => format.write !== undefined || format.writeAll !== undefined

/** The format of this id that articles are written in. Throws `format-unknown`. */
export const writerOf = (id: string): Writer => {
  const found = formats.find((format): format is Writer => writes(format) && format.id === id)
  if (!found) throw new Problem('format-unknown', { format: id })
  return found
}
