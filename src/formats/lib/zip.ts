import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A zip archive of a few files, in memory. Names lose their slashes. @param at epoch ms, the time that all files get */
export function zip(files: readonly { readonly name: string; readonly bytes: Buffer }[], at: number): Promise<Buffer> {
  const archive = new ZipFile()
  for (const { name, bytes } of files) archive.addBuffer(bytes, name.replaceAll(/[\\/]/g, '-'), { mtime: new Date(at) })
  archive.end()
  return buffer(archive.outputStream)
}
