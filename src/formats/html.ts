import { reading } from './document.ts'
import type { Format, ReadContext } from './format.ts'
import { patchPage } from './html/patch.ts'
import { openPage, readPage } from './html/read.ts'
import { writePage } from './html/write.ts'

/** HTML: its article is read, its markup kept; a new page is ready for the web, or to be cut out of. */
export const html = {
  id: 'html',
  label: 'HTML',
  extensions: ['html', 'htm', 'xhtml'],
  mediaType: 'text/html',
  purpose: 'text',
  read: (bytes: Uint8Array, context?: ReadContext) =>
    reading(readPage(openPage(bytes).entered, context?.limits).document),
  write: writePage,
  patch: { of: 'html', make: patchPage },
} as const satisfies Format
