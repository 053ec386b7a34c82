import { Problem } from '../../errors.ts'
import { isEmpty, rowWriter } from '../../store/backup.ts'
import type { Table } from '../../store/shapes.ts'
import { isForeignKeyViolation, isUniqueViolation } from '../../store/db/errors.ts'
import type { Db } from '../../store/schema.ts'
import { readEntries, type Header, type Trailer } from './backup-file.ts'
import type { Deps } from '../deps.ts'
import { verifyAll, type Verified } from '../verify/verify.ts'

/** Reads a backup to its end. @throws Problem backup-damaged, file-unreadable */
export async function checkBackup(file: string): Promise<{ readonly header: Header; readonly trailer: Trailer }> {
  let header: Header | undefined
  for await (const entry of readEntries(file)) {
    if (entry.kind === 'header') header = entry.header
    if (entry.kind === 'trailer' && header) return { header, trailer: entry.trailer }
  }
  throw new Problem('backup-damaged', { why: 'it ends too early' })
}

/**
 * Fills an empty store with a backup, wholly or not at all. The file is read twice: nothing is written before it has proved whole.
 * Then every revision is replayed against its hash.
 * @param accept `'broken'` takes also a backup whose store did not verify when it was taken; the file itself must be whole
 * @throws Problem backup-damaged, file-unreadable, restore-not-empty
 */
export async function restoreStore(
  deps: Pick<Deps, 'store'>,
  file: string,
  accept: 'verified' | 'broken' = 'verified',
): Promise<Verified> {
  await checkBackup(file)
  return deps.store.transaction(async tx => {
    if (!(await isEmpty(tx))) throw new Problem('restore-not-empty')
    await fill(tx, file)
    const verified = await verifyAll(tx)
    const [broken] = verified.broken
    if (broken && accept === 'verified') {
      const { articleId, number, why } = broken
      throw new Problem('backup-damaged', {
        why: articleId === '' ? why : `revision ${number} of article ${articleId}: ${why}`,
      })
    }
    return verified
  })
}

async function fill(tx: Db, file: string): Promise<void> {
  let table: Table | undefined
  let writer: ReturnType<typeof rowWriter> | undefined
  try {
    for await (const entry of readEntries(file)) {
      if (entry.kind !== 'row') continue
      if (entry.table !== table) {
        await writer?.end()
        table = entry.table
        writer = rowWriter(tx, table, entry.columns)
      }
      await writer?.add(entry.row)
    }
    await writer?.end()
  } catch (error) {
    if (isForeignKeyViolation(error) || isUniqueViolation(error))
      throw new Problem('backup-damaged', { why: 'its rows contradict each other' })
    throw error
  }
}
