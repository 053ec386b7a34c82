import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Problem } from '../../errors.ts'
import { openDatabase } from '../../store/db/open.ts'
import type { Store } from '../../store/db/store.ts'
import { newId } from '../../store/id.ts'
import { writeLines, type Header, type Trailer } from './backup-file.ts'
import type { Deps } from '../deps.ts'
import { checkBackup, restoreStore } from './restore-backup.ts'
import type { Verified } from '../verify/verify.ts'

/** The store as it is now, into a stream. @returns what the backup's last line says */
function dump(
  store: Store,
  header: Header,
  into: readonly (NodeJS.ReadWriteStream | NodeJS.WritableStream)[],
): Promise<Trailer> {
  return store.snapshot(async tx => {
    let trailer: Trailer | undefined
    await pipeline([Readable.from(writeLines(tx, header, t => (trailer = t))), ...into])
    if (!trailer) throw new Error('the backup was not written to its end')
    return trailer
  })
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

/** A file that is there is replaced by the new one; a device, or a folder, is not. */
async function refuseDevice(file: string): Promise<void> {
  const there = await stat(file).catch(() => null)
  if (there && !there.isFile())
    throw new Problem('file-unwritable', { file, why: 'there is something that is no file' })
}

/**
 * Writes the whole store to one file while others go on working. The file takes its name only after it was read again, restored
 * into a store of its own beside it, every revision was replayed against its hash, and that store gave the same bytes again.
 * @returns what the restored copy holds; `broken` names what did not hold in the store itself
 * @throws Problem folder-unwritable; file-unwritable (a device or a folder); backup-damaged where the disk did not give back what was written
 */
export async function backupStore(deps: Pick<Deps, 'store' | 'now'>, file: string): Promise<Verified> {
  const folder = dirname(resolve(file))
  await refuseDevice(file)
  const unfinished = join(folder, `.${basename(file)}.${newId()}.unfinished`)
  const handle = await open(unfinished, 'wx', 0o600).catch(refused(folder))
  try {
    const header: Header = { format: 'rodpenna-backup', version: 1, at: deps.now() }
    const trailer = await dump(deps.store, header, [createGzip(), handle.createWriteStream({ flush: true })])
    const verified = await proveBackup(unfinished, trailer)
    await rename(unfinished, file)
    await sync(folder)
    return verified
  } catch (error) {
    await rm(unfinished, { force: true })
    return refused(folder)(error)
  }
}

/** @throws Problem folder-unwritable for what the file system says; else the same error */
const refused = (folder: string) => (error: unknown) => {
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (code && syscall) throw new Problem('folder-unwritable', { folder, reason: message })
  throw error
}

async function proveBackup(file: string, written: Trailer): Promise<Verified> {
  const { header, trailer } = await checkBackup(file)
  if (trailer.sha256 !== written.sha256)
    throw new Problem('backup-damaged', { why: 'it was read otherwise than written' })
  const dataDir = await mkdtemp(join(dirname(file), '.rodpenna-proof-'))
  try {
    const store = await openDatabase({ dataDir })
    try {
      const verified = await restoreStore({ store }, file, 'broken')
      const again = await dump(store, header, [nowhere()])
      if (again.sha256 !== written.sha256) throw new Problem('backup-damaged', { why: 'restored, it is another one' })
      return verified
    } finally {
      await store.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
