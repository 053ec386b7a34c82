import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip archive of parts whose names are not of anybody's choosing: their slashes are folders. @param at epoch ms, the time that all parts get */
export function zipParts(parts: Iterable<readonly [name: string, bytes: Uint8Array]>, at: number): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, bytes] of parts)
    archive.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { mtime: new Date(at) })
  archive.end()
  return buffer(archive.outputStream)
}

/** A zip archive of a few files, in memory. Names lose their slashes. @param at epoch ms, the time that all files get */
export const zip = (files: readonly { readonly name: string; readonly bytes: Buffer }[], at: number): Promise<Buffer> =>
  zipParts(
    files.map(({ name, bytes }) => [name.replaceAll(/[\\/]/g, '-'), bytes] as const),
    at,
  )
