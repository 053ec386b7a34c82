import { Problem } from '../errors.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { text } from './text.ts'
import { diff } from './unified-diff.ts'

/** Every format, in the order in which they are offered. */
export const formats: readonly Format[] = [text, markdown, html, json, diff]

export type Reader = Format & Required<Pick<Format, 'read'>>
export type Writer = Format & Required<Pick<Format, 'write'>>

/** The format that reads a file of this name (or extension), if there is one. */
export const readerFor = (name: string): Reader | undefined => {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return formats.find((format): format is Reader => format.read !== undefined && format.extensions.includes(extension))
}

/** The format of this id that articles are written in. Throws `format-unknown`. */
export const writerOf = (id: string): Writer => {
  const found = formats.find((format): format is Writer => format.write !== undefined && format.id === id)
  if (!found) throw new Problem('format-unknown', { format: id })
  return found
}
