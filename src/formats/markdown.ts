import { reading } from './document.ts'
import type { Format } from './format.ts'
import { openSource } from './lib/source-file.ts'
import { patchMarkdown } from './markdown/patch.ts'
import { readMarkdown } from './markdown/read.ts'
import { writeMarkdown } from './markdown/write.ts'

/** Markdown: the first heading is the title, other block signs stay in the text, emphasis and links are marks on their words. */
export const markdown = {
  id: 'md',
  label: 'Markdown',
  extensions: ['md', 'markdown'],
  mediaType: 'text/markdown',
  purpose: 'text',
  read: (bytes: Uint8Array) => reading(readMarkdown(openSource(bytes, '', 'Markdown').entered).document),
  write: writeMarkdown,
  patch: { of: 'md', make: patchMarkdown },
} as const satisfies Format
