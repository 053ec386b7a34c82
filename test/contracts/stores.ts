import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/store/db/open.ts'
import type { Where } from '../../src/store/db/open.ts'
import type { Store } from '../../src/store/db/store.ts'

/** A new, empty place for a store, and what removes it. */
export interface Place {
  readonly where: Where
  remove(): Promise<void>
}

const kinds: Readonly<Record<string, () => Promise<Place>>> = {
  sqlite() {
    const dataDir = mkdtempSync(join(tmpdir(), 'rodpenna-store-'))
    return Promise.resolve({
      where: { dataDir },
      remove: () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true })),
    })
  },
}

/** The stores to be tested: those named in `STORES`; without it SQLite, and PostgreSQL where a server is at hand. */
export const storeNames: readonly string[] = ['sqlite']

export const newPlace = (name: string): Promise<Place> => {
  const make = kinds[name]
  if (!make) throw new Error(`STORES names ${name}, which is none of ${Object.keys(kinds).join(', ')}`)
  return make()
}

/**
 * The same tests on every store. `open` opens a new, empty one, which is closed and removed after the test that asked for it.
 */
export function forEachStore(name: string, tests: (open: () => Promise<Store>, kind: string) => void): void {
  describe.each(storeNames)(`${name} on %s`, kind => {
    const opened: { store: Store; place: Place }[] = []
    afterEach(async () => {
      for (const { store, place } of opened.splice(0)) {
        await store.close()
        await place.remove()
      }
    })
    tests(async () => {
      const place = await newPlace(kind)
      const store = await openDatabase(place.where)
      opened.push({ store, place })
      return store
    }, kind)
  })
}
