import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Where } from '../../src/store/db/open.ts'
import { tables } from '../../src/store/shapes.ts'
import type { Store } from '../../src/store/db/store.ts'
import { newId } from '../../src/store/id.ts'

/** A new, empty place for a store, and what removes it. */
export interface Place {
  readonly where: Where
  remove(): Promise<void>
}

/** The server whose databases the tests make and drop; `scripts/test.mjs` starts one and names it here. */
const server = process.env['TEST_DATABASE_URL']

async function command(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** In memory where the system has such a place: thousands of transactions are tried, and not the disk. */
const folder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const kinds: Readonly<Record<string, () => Promise<Place>>> = {
  sqlite() {
    const dataDir = mkdtempSync(join(folder, 'rodpenna-store-'))
    const remove = () => rmSync(dataDir, { recursive: true, force: true })
    return Promise.resolve({ where: { dataDir }, remove: () => Promise.resolve(remove()) })
  },
  async postgres() {
    if (!server) throw new Error('STORES names postgres, but no server is named in TEST_DATABASE_URL')
    const name = `rodpenna_test_${newId()}`
    await command(`create database ${name} template template0`)
    const url = new URL(server)
    url.pathname = `/${name}`
    return { where: { url: url.href }, remove: () => command(`drop database if exists ${name} with (force)`) }
  },
}

/** The stores to be tested: those named in `STORES`; without it SQLite, and PostgreSQL where a server is named. */
export const storeNames: readonly string[] =
  process.env['STORES']?.split(',').map(name => name.trim()) ?? (server ? ['sqlite', 'postgres'] : ['sqlite'])

export const newPlace = (name: string): Promise<Place> => {
  const make = kinds[name]
  if (!make) throw new Error(`STORES names ${name}, which is none of ${Object.keys(kinds).join(', ')}`)
  return make()
}

/** Those that refer to others first. */
const emptied = tables.toReversed()

const emptyStore = (store: Store): Promise<void> =>
  store.transaction(async tx => {
    for (const table of emptied) await tx.deleteFrom(table).execute()
  })

/**
 * The same tests on every store. `open` opens an empty one; `newWhere` only makes the place, for tests that open by themselves
 * (and close). All is closed after the test that asked for it. The database of `open` is emptied for the next test: making it
 * anew took PostgreSQL a third of a second, hundreds of times.
 */
export function forEachStore(
  name: string,
  tests: (open: () => Promise<Store>, newWhere: () => Promise<Where>, kind: string) => void,
): void {
  describe.each(storeNames)(`${name} on %s`, kind => {
    const places: Place[] = []
    const opened: { readonly place: Place; readonly store: Store }[] = []
    const used: Place[] = []
    const removeAll = async (from: Place[]) => {
      for (const place of from.splice(0)) await place.remove()
    }
    afterEach(async () => {
      for (const { place, store } of opened.splice(0)) {
        await store.close()
        used.push(place)
      }
      await removeAll(places)
    })
    afterAll(() => removeAll(used))
    const newWhere = async () => {
      const place = await newPlace(kind)
      places.push(place)
      return place.where
    }
    const open = async () => {
      const again = used.pop()
      const place = again ?? (await newPlace(kind))
      const store = await openDatabase(place.where)
      opened.push({ place, store })
      if (again) await emptyStore(store)
      return store
    }
    tests(open, newWhere, kind)
  })
}
