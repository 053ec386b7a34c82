import { dropImport, sweepImports } from '../../../src/app/imports/drop-import.ts'
import { importView, listImports } from '../../../src/app/imports/import-view.ts'
import { mapColumns } from '../../../src/app/imports/preview-files.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { startImport, takeNextFile } from '../../../src/app/imports/run-import.ts'
import { updateFile } from '../../../src/store/files.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, previewed, upload, zipped } from '../files.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const reader = createReadThread()
afterAll(() => reader.close())

/** Somebody else does something at the reading of one of the files, counted from 1. */
const meanwhile = (room: Newsroom, at: number, act: (jobId: string) => Promise<unknown>): Newsroom => {
  let read = 0
  const disturbed: typeof reader = {
    ...reader,
    read: async (file, limits, use) => {
      if (++read === at) await act((await listImports(room.deps)).items[0]?.id ?? '')
      return reader.read(file, limits, use)
    },
  }
  return { ...room, deps: { ...room.deps, reader: disturbed } }
}

const two = [upload('a.txt', 'Det ena.'), upload('b.txt', 'Det andra.')]

forEachStore('an import while its files are read', open => {
  const newRoom = async (): Promise<Newsroom> => {
    const room = await newsroom(await open())
    return { ...room, deps: { ...room.deps, reader } }
  }
  const left = async ({ deps }: Newsroom) => {
    const { db } = deps.store
    const parts = await db.selectFrom('file_part').select('file_id').execute()
    const files = await db.selectFrom('file').select('state').orderBy('number').execute()
    return { parts: parts.length, files: files.map(({ state }) => state) }
  }

  it.each([1, 2])('leaves nothing when it is dropped at file %i', async at => {
    const room = await newRoom()
    const disturbed = meanwhile(room, at, id => dropImport(room.deps, room.anna, id))
    expect(await problemOf(previewed(disturbed, two))).toMatchObject({ code: 'import-misfit' })
    expect(await left(room)).toEqual({ parts: 0, files: [] })
    expect((await listImports(room.deps)).items).toEqual([])
  })

  it('is refused as a whole when an archive is dropped', async () => {
    const room = await newRoom()
    const disturbed = meanwhile(room, 1, id => dropImport(room.deps, room.anna, id))
    expect(await problemOf(previewed(disturbed, [await zipped('x.zip', two)]))).toMatchObject({ code: 'import-misfit' })
    expect(await left(room)).toEqual({ parts: 0, files: [] })
  })

  it('takes in what was read when it is begun, and keeps no bytes of the rest', async () => {
    const room = await newRoom()
    const disturbed = meanwhile(room, 2, id => startImport(room.deps, room.anna, id))
    expect(await problemOf(previewed(disturbed, two))).toMatchObject({ code: 'import-misfit' })
    while (await takeNextFile(room.deps));
    expect(await left(room)).toEqual({ parts: 1, files: ['imported', 'left'] })
  })

  it('comes in as it was shown when it is begun while a table is read by other columns', async () => {
    const room = await newRoom()
    const { id, files } = await previewed(room, [upload('t.csv', 'källa,översättning\nEs brennt.,Det brinner.\n')])
    const disturbed = meanwhile(room, 1, () => startImport(room.deps, room.anna, id))
    const again = mapColumns(disturbed.deps, files[0]?.id ?? '', { roles: ['mt', 'source'], heading: true })
    expect(await problemOf(again)).toMatchObject({ code: 'import-misfit' })
    while (await takeNextFile(room.deps));
    const view = await importView(room.deps, id)
    expect([view.state, view.files[0]?.state, view.files[0]?.mapping]).toEqual(['done', 'imported', null])
  })

  it('is swept where the program ended while it was thrown away', async () => {
    const room = await newRoom()
    const { db } = room.deps.store
    const { id } = await previewed(room, two)
    await db.updateTable('import_job').set({ state: 'dropped' }).where('id', '=', id).execute()
    expect(await sweepImports(room.deps)).toBe(1)
    expect(await left(room)).toEqual({ parts: 0, files: [] })
    const other = await imported(room, two)
    await updateFile(db, other.files[1]?.id ?? '', { state: 'left', imported_documents: 0 })
    await sweepImports(room.deps)
    expect(await left(room)).toEqual({ parts: 1, files: ['imported', 'left'] })
  })

  it('tells nothing of an article that is purged', async () => {
    const room = await newRoom()
    const { files } = await imported(room, [upload('a.txt', 'Det hemliga brinner i dag.')])
    const again = await previewed(room, [upload('ett-annat-namn.csv', 'översättning\nDet hemliga brinner i dag.\n')])
    expect(again.files[0]?.about.duplicates).toHaveLength(1)
    await purgeArticle(room.deps, { person: room.anna, articleId: files[0]?.articles[0]?.articleId ?? '' })
    const { about } = (await importView(room.deps, again.id)).files[0] ?? {}
    expect(about).toMatchObject({ duplicates: [], alike: [], as: null })
  })
})
