import type { Format } from './format.ts'
import { versionOf } from './xliff/file.ts'
import { patchFile } from './xliff2/patch.ts'
import { readXliff2 } from './xliff2/read.ts'
import { writeFiles } from './xliff2/write.ts'

/**
 * XLIFF 2.0, 2.1 and 2.2 (OASIS standards; 2.2 committee specification); 2.1 is written. Each `file` is a document, each segment of its
 * units a line. What breaks the standard is told; only what might hide text or pair codes wrongly is refused.
 */
export const xliff2 = {
  id: 'xliff2',
  label: 'XLIFF 2',
  extensions: ['xlf', 'xliff'],
  mediaType: 'application/xliff+xml',
  purpose: 'translation',
  isIt: head => versionOf(head)?.startsWith('2') === true,
  read: (bytes, { limits }) => {
    const { files, warnings } = readXliff2(bytes, limits)
    return { documents: files.map(({ document }) => document), terms: [], warnings }
  },
  writeAll: writeFiles,
  patch: { of: 'xliff2', make: patchFile },
} as const satisfies Format
