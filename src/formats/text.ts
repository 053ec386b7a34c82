import { reading } from './document.ts'
import type { Format, Original, Outgoing, Written } from './format.ts'
import { editsNow, warningsNow } from './lib/file-now.ts'
import { openSource, patchFile } from './lib/source-file.ts'

/** The file in its own encoding and with its own line ends; a file of no text but its title is none. */
function patchText({ bytes }: Original, [outgoing]: readonly Outgoing[]): Written {
  const file = openSource(bytes, '', 'Text')
  if (!outgoing) return { bytes, warnings: [] }
  const { bytes: written, warnings } = patchFile(file, editsNow(file.entered, outgoing).edits, false)
  return { bytes: written, warnings: [...warningsNow(file.entered, outgoing.article), ...warnings] }
}

/** Plain text: a paragraph a line, kept to the letter. It has no title of its own. */
export const text = {
  id: 'txt',
  label: 'Text',
  extensions: ['txt', 'text'],
  mediaType: 'text/plain',
  purpose: 'text',
  read: (bytes: Uint8Array) => reading({ text: openSource(bytes, '', 'Text').entered }),
  write: article => article.text,
  patch: { of: 'txt', make: patchText },
} as const satisfies Format
