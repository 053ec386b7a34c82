/** A zip archive of files to import, however it was packed. */
import { FormatError } from './fault.ts'
import { directoryOf, unzip } from './lib/unzip.ts'
import type { Limits } from './limits.ts'

/** A file of an archive. `name`: its path there, harmless: no `..`, no root, no control characters. */
export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
}

const label = 'Zip'

/** Does it begin as a zip archive does? A DOCX does too. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** What systems put into archives beside what people do: folders of macOS, files whose name begins with a point, Windows' own. */
const isNobodys = (name: string): boolean =>
  name.split('/').some(part => part === '__MACOSX' || part.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(part))

const archived = /\.(zip|gz|tgz|bz2|xz|7z|rar|tar|jar|zst)$/i

/** A zip of anything but one document: Office and OpenDocument files name in it what they are. */
const isNested = ({ name, bytes }: Member): boolean => {
  if (archived.test(name)) return true
  if (!isZip(bytes)) return false
  const directory = directoryOf(bytes)
  return !directory.includes('[Content_Types].xml') && !directory.includes('mimetype')
}

/**
 * The files of a zip archive, in its order. What systems leave in archives is skipped; nothing is written anywhere.
 * @throws FormatError nested where one of them is an archive; empty; those of `unzip`
 */
export async function readArchive(bytes: Uint8Array, limits: Limits): Promise<Member[]> {
  const files = await unzip(bytes, { format: label, limits, wanted: name => !isNobodys(name) })
  const members = [...files].map(([name, content]) => ({ name: name.replace(/[\0-\x1f\x7f]/g, ' '), bytes: content }))
  const nested = members.find(isNested)
  if (nested) throw new FormatError(label, 'nested', { part: nested.name.slice(0, 200) })
  if (members.length === 0) throw new FormatError(label, 'empty')
  return members
}
