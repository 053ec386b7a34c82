import { readerFor } from '../formats/index.ts'
import type { Imported } from '../formats/format.ts'
import { text } from '../formats/text.ts'
import type { Upload } from './page.ts'

/** A file by its extension; one of an unknown kind is read as plain text, which says no to what is none. */
export function readUpload(upload: Upload): Imported {
  const read = readerFor(upload.name)?.read ?? text.read
  if (!read) throw new TypeError('the text format reads')
  return read(upload.bytes, upload.name)
}
