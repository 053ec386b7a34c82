import type { Format } from './format.ts'
import { versionOf } from './xliff/file.ts'
import { patchFile } from './xliff1/patch.ts'
import { readXliff1 } from './xliff1/read.ts'
import { writeFiles } from './xliff1/write.ts'

/**
 * XLIFF 1.2 (OASIS standard, 1 February 2008), and 1.0 and 1.1, which are read by the same rules. Each `file` is a document, each segment of
 * its units a line. Inline elements are marks; a corrected file has its new targets, states and notes, and is otherwise what it was.
 */
export const xliff1 = {
  id: 'xliff1',
  label: 'XLIFF 1.2',
  extensions: ['xlf', 'xliff', 'sdlxliff', 'mqxliff', 'mxliff'],
  mediaType: 'application/xliff+xml',
  purpose: 'translation',
  isIt: head => versionOf(head)?.startsWith('2') === false,
  read: (bytes, { limits }) => {
    const { files, warnings } = readXliff1(bytes, limits)
    return { documents: files.map(({ document }) => document), terms: [], warnings }
  },
  writeAll: writeFiles,
  patch: { of: 'xliff1', make: patchFile },
} as const satisfies Format
