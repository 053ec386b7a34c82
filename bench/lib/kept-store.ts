/** A filled store that may be kept from one run to the next: filling a million corrections takes minutes. */
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { checksVersion } from '../../src/app/checks-version.ts'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Store } from '../../src/store/db/store.ts'
import { fillCorrections, type Filled, type ManyCorrections } from './many-corrections.ts'

export interface KeptStore {
  readonly store: Store
  readonly filled: Filled
  /** closes it, and removes what is not to be kept */
  close(): Promise<void>
}

type Wanted = Omit<ManyCorrections, 'checksVersion'>

const file = 'rodpenna.sqlite'

/** Fills an empty store, and says how long that took. */
async function fill(store: Store, wanted: Wanted): Promise<Filled> {
  const begun = performance.now()
  const filled = await fillCorrections(store, wanted)
  console.log(`filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return filled
}

/** The note in a folder that tells what the store beside it was filled with; null where there is none. */
function noted(note: string, wanted: Wanted): Filled | null {
  if (!existsSync(note)) return null
  const kept = JSON.parse(readFileSync(note, 'utf8')) as { wanted: unknown; filled: Filled }
  if (JSON.stringify(kept.wanted) === JSON.stringify(wanted)) return kept.filled
  throw new Error(`${note} tells of a store of other sizes: ${JSON.stringify(kept.wanted)}`)
}

/** Counted already, as after some days, whatever the checks were when it was filled. */
const countFindings = async (store: Store): Promise<void> => {
  const findings_version = `${await checksVersion()}.0`
  const counted = { findings_version, findings_weight: 0 }
  await store.db.updateTable('article').set(counted).where('findings_version', '<>', findings_version).execute()
}

/**
 * A copy of the store of these sizes that is kept in `folder`, which is filled first where there is none; without a folder, one that
 * is filled for this run alone.
 */
export async function keptStore(wanted: Wanted, folder: string | undefined): Promise<KeptStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-bench-'))
  const note = join(folder ?? dataDir, 'filled.json')
  let filled = noted(note, wanted)
  if (!filled) {
    mkdirSync(folder ?? dataDir, { recursive: true })
    const store = await openDatabase({ dataDir: folder ?? dataDir })
    filled = await fill(store, wanted)
    await store.close()
    writeFileSync(note, JSON.stringify({ wanted, filled }))
  }
  if (folder !== undefined) copyFileSync(join(folder, file), join(dataDir, file), constants.COPYFILE_FICLONE)
  const store = await openDatabase({ dataDir })
  await countFindings(store)
  const close = async () => {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { store, filled, close }
}

/** A store of these sizes in an empty PostgreSQL database, in which it stays. */
export async function postgresStore(wanted: Wanted, url: string): Promise<KeptStore> {
  const store = await openDatabase({ url })
  const filled = await fill(store, wanted)
  await countFindings(store)
  // PostgreSQL does so by itself a minute later
  await sql`analyze`.execute(store.db)
  return { store, filled, close: () => store.close() }
}
