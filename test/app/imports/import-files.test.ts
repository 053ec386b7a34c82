import { dropImport, sweepImports } from '../../../src/app/imports/drop-import.ts'
import { listImports, importView } from '../../../src/app/imports/import-view.ts'
import { listTerms } from '../../../src/app/terms/list-terms.ts'
import { mapColumns } from '../../../src/app/imports/preview-files.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { startImport, takeNextFile } from '../../../src/app/imports/run-import.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { corpusFiles } from '../../../src/formats/corpus.ts'
import { corpusArticle } from '../../../src/app/corpus/export-corpus.ts'
import { exportMany } from '../../../src/app/exports/export-many.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, previewed, upload, xliff, zipped } from '../files.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

const marotHead = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity'
const marot = [
  marotHead,
  'A\tnyhet\t1\t1\tr1\tEs brennt.\tDet <v>brinn</v>.\tFluency/Grammar\tMinor',
  'A\tnyhet\t2\t2\tr1\tDie Polizei kommt.\tPolisen kommer.\tNo-error\tNo-error',
  'B\tnyhet\t1\t1\tr1\tEs brennt.\t<v>Den</v> brinner.\tAccuracy/Mistranslation\tMajor',
  'B\tnyhet\t2\t2\tr1\tDie Polizei kommt.\tPolisen kommer dit.\tNo-error\tNo-error',
  'A\tandra\t1\t3\tr1\tSchluss.\tSlut.\tNo-error\tNo-error',
].join('\n')

const tablesOf = async ({ deps }: Newsroom) => {
  const { db } = deps.store
  const count = async (table: 'article' | 'file' | 'file_part' | 'document' | 'import_job') =>
    (await db.selectFrom(table).selectAll().execute()).length
  return {
    article: await count('article'),
    job: await count('import_job'),
    file: await count('file'),
    part: await count('file_part'),
    document: await count('document'),
  }
}

const reader = createReadThread()
afterAll(() => reader.close())

forEachStore('an import', open => {
  const newRoom = async (): Promise<Newsroom> => {
    const room = await newsroom(await open())
    return { ...room, deps: { ...room.deps, reader } }
  }

  it('tells what each file is before anything becomes an article', async () => {
    const room = await newRoom()
    const { files, state } = await previewed(room, [
      upload('nyhet.md', '# Det brinner\n\nPolisen är på plats i dag och säger att det är en stor brand.\n'),
      upload('fel.xlf', '<xliff'),
      upload('tabell.tsv', marot),
    ])
    expect(state).toBe('ready')
    expect(files.map(({ name, format, state }) => [name, format, state])).toEqual([
      ['nyhet.md', 'md', 'read'],
      ['fel.xlf', expect.any(String), 'refused'],
      ['tabell.tsv', 'mqmtsv', 'read'],
    ])
    expect(files[0]?.about.documents[0]).toMatchObject({ title: 'Det brinner', targetLanguage: 'sv' })
    expect(files[1]?.about.refused).toMatchObject({ code: 'file-malformed' })
    expect(files[2]?.about.totals).toMatchObject({ documents: 3, comments: 2 })
    expect(await tablesOf(room)).toMatchObject({ article: 0, job: 1, file: 3, document: 0 })
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  it('makes articles of the documents: those with one key are translations of one, with their flags', async () => {
    const room = await newRoom()
    const { files, state, progress } = await imported(room, [upload('tabell.tsv', marot)], { sourceLanguage: 'de' })
    expect([state, progress]).toEqual(['done', { documents: 3, imported: 3 }])
    expect(files[0]?.articles).toHaveLength(2)
    const [articleId = ''] = files[0]?.articles.map(article => article.articleId) ?? []
    const { translations, article } = await openDesk(room.deps, { articleId })
    expect(translations.map(({ system }) => system)).toEqual(['A', 'B'])
    expect(article.sourceLanguage).toBe('de')
    const flags = await Promise.all(translations.map(({ id }) => flagsOf(room.deps, id)))
    expect(flags.map(some => some.map(({ words, category, status }) => [words, category, status]))).toEqual([
      [['brinn', 'linguistic-conventions/grammar', 'open']],
      [['Den', 'accuracy/mistranslation', 'open']],
    ])
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  it('goes on where it was broken off, and takes nothing in twice', async () => {
    const room = await newRoom()
    const units = Array.from(
      { length: 120 },
      (_, i) => `A\tdokument${i}\t1\t${i}\tr\tSatz ${i}.\tMening ${i}.\tNo-error\tNo-error`,
    )
    const { id } = await previewed(room, [upload('stor.tsv', [marotHead, ...units].join('\n'))])
    await startImport(room.deps, room.anna, id)
    const broken = new AbortController()
    const { store } = room.deps
    let transactions = 0
    const deps = {
      ...room.deps,
      store: {
        ...store,
        transaction: (async work => {
          const done = await store.transaction(work)
          if (++transactions === 2) broken.abort()
          return done
        }) as typeof store.transaction,
      },
    }
    await expect(takeNextFile(deps, broken.signal)).rejects.toThrow()
    const { progress } = await importView(room.deps, id)
    expect(progress.imported).toBeGreaterThan(0)
    expect(progress.imported).toBeLessThan(120)
    while (await takeNextFile(room.deps));
    expect(await importView(room.deps, id)).toMatchObject({ state: 'done', progress: { imported: 120 } })
    expect(await tablesOf(room)).toMatchObject({ article: 120, document: 120 })
  })

  it('takes in what is chosen, and forgets the bytes of what is left', async () => {
    const room = await newRoom()
    const { id, files } = await previewed(room, [upload('a.txt', 'Det ena.'), upload('b.txt', 'Det andra.')])
    await startImport(room.deps, room.anna, id, { files: [files[1]?.id ?? ''] })
    while (await takeNextFile(room.deps));
    const after = await importView(room.deps, id)
    expect(after.files.map(file => [file.state, file.articles.length])).toEqual([
      ['left', 0],
      ['imported', 1],
    ])
    expect(await tablesOf(room)).toMatchObject({ part: 1 })
    await expect(startImport(room.deps, room.anna, id)).rejects.toMatchObject({ code: 'import-misfit' })
    await expect(dropImport(room.deps, room.anna, id)).rejects.toMatchObject({ code: 'import-misfit' })
  })

  it('says which documents are there already, and which files were imported before', async () => {
    const room = await newRoom()
    await imported(room, [upload('a.txt', 'Det brinner i dag.')])
    const { files } = await previewed(room, [upload('igen.txt', 'Det brinner i dag.')])
    expect(files[0]?.about.duplicates).toMatchObject([{ document: 0, title: 'Det brinner i dag.' }])
    expect(files[0]?.twins).toMatchObject([{ name: 'a.txt' }])
  })

  it('reads a table again by what a person says of its columns', async () => {
    const room = await newRoom()
    const { id, files } = await previewed(room, [upload('t.csv', 'ett,zwei\nDet brinner.,Es brennt.\nSlut.,Ende.\n')])
    const [file] = files
    const about = await mapColumns(room.deps, file?.id ?? '', { roles: ['mt', 'source'], heading: true })
    expect(about).toMatchObject({ refused: null, totals: { documents: 1 } })
    await startImport(room.deps, room.anna, id)
    while (await takeNextFile(room.deps));
    const [articleId = ''] = (await importView(room.deps, id)).files[0]?.articles.map(each => each.articleId) ?? []
    expect(await openDesk(room.deps, { articleId })).toMatchObject({
      mtText: 'Det brinner.\nSlut.',
      sourceText: 'Es brennt.\nEnde.',
      translation: { fixed: true },
    })
  })

  it('unpacks an archive, with articles in the form of a corpus', async () => {
    const room = await newRoom()
    const [made] = (await imported(room, [upload('tabell.tsv', marot)])).files[0]?.articles ?? []
    const corpus = await room.deps.store.snapshot(tx => corpusArticle(tx, made?.articleId ?? ''))
    const folder = corpusFiles(corpus, new Set()).map(([name, text]) => upload(name, text))
    const other = await newRoom()
    const { files } = await imported(other, [await zipped('allt.zip', [...folder, upload('text/a.txt', 'En text.')])])
    expect(files.map(({ name, format, state }) => [name, format, state])).toEqual([
      [expect.any(String), 'corpus', 'imported'],
      ['text/a.txt', 'txt', 'imported'],
    ])
    const [articleId = ''] = files[0]?.articles.map(each => each.articleId) ?? []
    const again = await other.deps.store.snapshot(tx => corpusArticle(tx, articleId))
    expect(again).toEqual(corpus)
    const zip = await exportMany(other.deps, [articleId], 'corpus')
    expect(zip).toMatchObject({ mediaType: 'application/zip' })
    expect((await verifyStore(other.deps)).broken).toEqual([])
  })

  it('puts the terms of a termbase where they are asked for', async () => {
    const room = await newRoom()
    const tbx = `<?xml version="1.0"?><martif type="TBX-Basic" xml:lang="sv"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader><text><body>
      <termEntry id="1"><langSet xml:lang="sv"><tig><term>förbundsdagen</term></tig></langSet></termEntry></body></text></martif>`
    const view = await imported(room, [upload('termer.tbx', tbx)], { terms: 'approved' })
    expect(view.files[0]).toMatchObject({ state: 'imported', about: { terms: { new: 1 } } })
    const { items } = await listTerms(room.deps, {})
    expect(items).toMatchObject([{ preferred: 'förbundsdagen', status: 'approved' }])
  })

  it('is forgotten, bytes and all, when it is dropped, or when nobody confirms it in seven days', async () => {
    const room = await newRoom()
    const { id } = await previewed(room, [upload('a.txt', 'Det ena.')])
    await dropImport(room.deps, room.anna, id)
    await expect(importView(room.deps, id)).rejects.toMatchObject({ code: 'import-unknown' })
    await previewed(room, [upload('b.txt', 'Det andra.')])
    expect(await sweepImports(room.deps)).toBe(0)
    const later = room.deps.now() + 8 * 24 * 3600 * 1000
    expect(await sweepImports({ ...room.deps, now: () => later })).toBe(1)
    expect(await tablesOf(room)).toEqual({ article: 0, job: 0, file: 0, part: 0, document: 0 })
  })

  it('loses the file when an article of it is purged; its others stay, and are exported anew', async () => {
    const room = await newRoom()
    const { files } = await imported(room, [upload('tabell.tsv', marot)])
    const [first, second] = files[0]?.articles ?? []
    await purgeArticle(room.deps, { person: room.anna, articleId: first?.articleId ?? '' })
    expect(await tablesOf(room)).toEqual({ article: 1, job: 0, file: 0, part: 0, document: 0 })
    expect((await openDesk(room.deps, { articleId: second?.articleId ?? '' })).mtText).toBe('Slut.')
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  it('is listed, the newest first', async () => {
    const room = await newRoom()
    await imported(room, [upload('a.txt', 'Det ena.')])
    await previewed(room, [upload('b.xlf', xliff(['Det andra.']))])
    const { items, next } = await listImports(room.deps)
    expect(items.map(({ names, state }) => [names, state])).toEqual([
      [['b.xlf'], 'ready'],
      [['a.txt'], 'done'],
    ])
    expect(next).toBeNull()
  })
})
