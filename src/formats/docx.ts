import { created } from './docx/create.ts'
import { patched } from './docx/patch.ts'
import { read } from './docx/read.ts'
import { label } from './docx/names.ts'
import { isZip } from './archive.ts'
import type { Format, Head } from './format.ts'
import { directoryOf } from './lib/unzip.ts'

const extensions = ['docx', 'docm', 'dotx']

/** A package that has parts of Word's, whatever it is called; or is called so, whatever its parts are. */
function isIt({ bytes, extension }: Head): boolean {
  if (!isZip(bytes)) return false
  const directory = directoryOf(bytes)
  return directory.includes('[Content_Types].xml') && (directory.includes('word/') || extensions.includes(extension))
}

/** Word's format since 2007 (ECMA-376, ISO/IEC 29500, Transitional and Strict). */
export const docx = {
  id: 'docx',
  label,
  extensions,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  purpose: 'text',
  isIt,
  read: (bytes, { limits }) => read(bytes, limits),
  write: article => created(article, article.text),
  patch: { of: 'docx', make: ({ bytes }, [out]) => patched(bytes, out, { tracked: false }) },
} as const satisfies Format
