import { importView } from '../../../src/app/imports/import-view.ts'
import { createReadThread, type ReadThread } from '../../../src/app/imports/read-thread.ts'
import { startImport, takeNextFile } from '../../../src/app/imports/run-import.ts'
import { openDatabase } from '../../../src/store/db/open.ts'
import type { Store } from '../../../src/store/db/store.ts'
import { claimFile, releaseFile } from '../../../src/store/file-claims.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { previewed, upload } from '../files.ts'
import { newsroom, opened, type Newsroom } from '../newsroom.ts'

const reader = createReadThread()
afterAll(() => reader.close())

/** A reader that counts the files it is given, and reads none before `go`. */
function waiting(): { readonly reader: ReadThread; readonly names: string[]; readonly go: () => void } {
  const names: string[] = []
  const { promise: gone, resolve: go } = Promise.withResolvers<void>()
  const read: ReadThread['read'] = async (file, limits, use) => {
    names.push(file.name)
    await gone
    return reader.read(file, limits, use)
  }
  return { reader: { ...reader, read }, names, go }
}

forEachStore('two servers on one database', (_, newWhere) => {
  const stores: Store[] = []
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
  })

  /** Each has a connection of its own. */
  async function two(): Promise<readonly [Newsroom, Newsroom]> {
    const where = await newWhere()
    const room = async (): Promise<Newsroom> => {
      const store = await openDatabase(where)
      stores.push(store)
      const made = await newsroom(store)
      return { ...made, deps: { ...made.deps, reader } }
    }
    return [await room(), await room()]
  }

  it('take in a file once: the one that comes second does not read it, and takes another', async () => {
    const [one, other] = await two()
    const { id } = await previewed(one, [upload('a.txt', 'Det ena.'), upload('b.txt', 'Det andra.')])
    await startImport(one.deps, one.anna, id)
    const [held, free] = [waiting(), waiting()]
    free.go()
    const taking = takeNextFile({ ...one.deps, reader: held.reader })
    const others = { ...other.deps, reader: free.reader }
    while (held.names.length === 0) await new Promise(setImmediate)
    expect([await takeNextFile(others), await takeNextFile(others)]).toEqual([true, false])
    expect([held.names, free.names]).toEqual([['a.txt'], ['b.txt']])
    expect((await importView(one.deps, id)).state).toBe('importing')
    held.go()
    await taking
    while (await takeNextFile(others));
    const { state, files } = await importView(one.deps, id)
    expect([state, ...files.map(file => [file.state, file.articles.length])]).toEqual([
      'done',
      ['imported', 1],
      ['imported', 1],
    ])
    expect(await one.deps.store.db.selectFrom('file_claim').selectAll().execute()).toEqual([])
  })

  it('go on with a file whose claim has run out, as that of a server that has died', async () => {
    const [one, other] = await two()
    const { id, files } = await previewed(one, [upload('a.txt', 'Det ena.')])
    await startImport(one.deps, one.anna, id)
    const { db } = one.deps.store
    const fileId = files[0]?.id ?? ''
    const hour = 3_600_000
    expect(await claimFile(db, { fileId, claimant: 'en', until: opened + hour }, opened)).toBe(true)
    expect(await takeNextFile(other.deps)).toBe(false)
    expect(await claimFile(db, { fileId, claimant: 'annan', until: opened + hour }, opened)).toBe(false)
    await releaseFile(db, fileId, 'annan')
    expect(await takeNextFile(other.deps)).toBe(false)
    expect(await claimFile(db, { fileId, claimant: 'en', until: opened - 1 }, opened)).toBe(true)
    expect(await takeNextFile(other.deps)).toBe(true)
    expect((await importView(one.deps, id)).files[0]?.state).toBe('imported')
  })

  it('give up a file that is broken off, and claim none that is gone', async () => {
    const [one, other] = await two()
    const { id } = await previewed(one, [upload('a.txt', 'Det ena.')])
    await startImport(one.deps, one.anna, id)
    const away: ReadThread = { ...reader, read: () => Promise.reject(new Error('the thread for files was closed')) }
    await expect(takeNextFile({ ...one.deps, reader: away })).rejects.toThrow('closed')
    expect(await takeNextFile(other.deps)).toBe(true)
    expect((await importView(one.deps, id)).files[0]?.state).toBe('imported')
    expect(await claimFile(one.deps.store.db, { fileId: 'borta', claimant: 'en', until: opened }, 0)).toBe(false)
  })
})
