import { lstat, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../errors.ts'
import type { Member } from './archive.ts'

/** Where the files of a corpus lie. */
export interface CorpusFiles {
  /** @throws Error with the reason, in English */
  bytes(file: string): Promise<Uint8Array>
  exists(file: string): Promise<boolean>
  /** names of the folders in a folder, those that are hidden left out, in no order; throws the Problem `file-unreadable` */
  foldersIn(folder: string): Promise<readonly string[]>
}

/** On the disk; links are not followed. */
export const onDisk: CorpusFiles = {
  async bytes(file) {
    const status = await lstat(file).catch(() => null)
    if (!status) throw new Error('is missing')
    if (!status.isFile()) throw new Error('is not a file')
    return readFile(file)
  },
  exists: file => lstat(file).then(() => true, () => false), // prettier-ignore
  async foldersIn(folder) {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      throw new Problem('file-unreadable', { file: folder, why: error.code ?? error.message })
    })
    return entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name)
  },
}

/** In an archive that was unpacked into memory. */
export function inArchive(members: readonly Member[]): CorpusFiles {
  const files = new Map(members.map(({ name, bytes }) => [join(name), bytes]))
  const folders = new Map<string, Set<string>>()
  for (const file of files.keys()) {
    const parts = file.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const [folder, name] = [parts.slice(0, depth - 1).join('/'), parts[depth - 1] ?? '']
      const known = folders.get(folder) ?? new Set()
      folders.set(folder, known.add(name))
    }
  }
  return {
    bytes(file) {
      const bytes = files.get(file)
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error('is missing'))
    },
    exists: file => Promise.resolve(files.has(file)),
    foldersIn: folder => Promise.resolve([...(folders.get(folder) ?? [])]),
  }
}
