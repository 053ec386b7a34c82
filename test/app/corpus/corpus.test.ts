import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { dismissFlag } from '../../../src/app/flags/dismiss-flag.ts'
import { corpusArticle, exportCorpus } from '../../../src/app/corpus/export-corpus.ts'
import { importCorpus, importCorpusArticle } from '../../../src/app/corpus/import-corpus.ts'
import { listArticles } from '../../../src/app/queue/list-articles.ts'
import { flagsOf } from '../../../src/app/flags/list-flags.ts'
import { loadCorpus } from '../../../src/app/corpus/load-corpus.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { restoreRevision } from '../../../src/app/revisions/restore-revision.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { undoRevision } from '../../../src/app/revisions/undo-revision.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { listCorpus, readCorpusArticle, type CorpusArticle, type CorpusTranslation } from '../../../src/formats/corpus.ts'
import { articleById } from '../../../src/store/articles.ts'
import { claimSetting } from '../../../src/store/settings.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { approve, newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rodpenna-corpus-'))
  folders.push(folder)
  return folder
}
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true }))))

const shipped = new URL('../../../corpus', import.meta.url).pathname
const titles = async ({ deps }: Newsroom): Promise<string[]> =>
  (await listArticles(deps, { sort: 'title', descending: false })).items.map(item => item.title)

/** The order of articles, and of an article's flags, says nothing. */
const ordered = (articles: readonly CorpusArticle[]): readonly CorpusArticle[] =>
  articles
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(article => ({
      ...article,
      translations: article.translations.map(each => ({
        ...each,
        flags: each.flags.toSorted((a, b) => a.from - b.from || a.at - b.at),
      })),
    }))

/** An article with two editors' revisions, one restored and one undone, flags of every fate, and a state. */
async function workedOn(room: Newsroom): Promise<string> {
  const text = 'Polisen i Lower Sachsen varnar.\nDet är är ett fel.\nSlut på nyheterna.'
  const about = { title: 'LKA varnar', address: 'https://example.org/1', system: 'Apertium', sourceLanguage: 'de' }
  const { articleId, translationId } = await room.bring({ ...about, text, sourceText: 'Die Polizei warnt.' })
  const flag = async (revision: number, from: number, to: number) =>
    setFlag(
      room.deps,
      { translationId, person: room.anna },
      { revision, from, to, category: 'style/awkward', severity: 'major', comment: 'Så här?', suggestion: 'så' },
    )
  await flag(0, 10, 23)
  await flag(0, 36, 41)
  const reasons = [{ from: 10, to: 23, category: 'terminology/wrong-term', severity: 'major' as const }]
  await room.save(room.anna, translationId, text.replace('Lower Sachsen', 'Niedersachsen'), {
    summary: 'Landet',
    reasons,
  })
  await room.save(room.bo, translationId, 'Polisen i Niedersachsen varnar.\nDet är ett fel.\nSlut på nyheterna.', {
    summary: '”Dubbelt”',
  })
  await undoRevision(room.deps, { translationId, person: room.anna, revision: 1, key: 'undo-revision' })
  await restoreRevision(room.deps, {
    translationId,
    person: room.bo,
    revision: 2,
    key: 'restore-revision',
    summary: 'Åter',
  })
  const { id } = await flag(4, 0, 7)
  await dismissFlag(room.deps, { flagId: id, person: room.bo, reason: 'Nej' })
  await flag(4, 32, 32)
  await approve(room.deps, { translationId, person: room.anna, reason: 'Kort text.' })
  return articleId
}

forEachStore('a corpus', open => {
  it('brings an article back as it went out, with revisions, flags, dismissals and state', async () => {
    const room = await newsroom(await open())
    const articleId = await workedOn(room)
    const folder = await newFolder()
    const written = await exportCorpus(room.deps, { articleIds: [articleId], folder })
    expect(written).toHaveLength(1)
    const other = await newsroom(await open())
    const [back] = await importCorpus(other.deps, folder)
    const [before, after] = [
      await corpusArticle(room.deps.store.db, articleId),
      await corpusArticle(other.deps.store.db, back?.articleId ?? ''),
    ]
    expect(after).toEqual(before)
    expect(before.translations[0]?.revisions.map(({ restores, undoes }) => restores ?? undoes ?? null)).toEqual([
      null,
      null,
      1,
      2,
    ])
    expect(await verifyStore(other.deps)).toMatchObject({ articles: 1, revisions: 4, broken: [] })
  })

  it('has its flags where they stood, and the queue shows the article as it did', async () => {
    const room = await newsroom(await open())
    const articleId = await workedOn(room)
    const other = await newsroom(await open())
    const back = await importCorpusArticle(other.deps, await corpusArticle(room.deps.store.db, articleId))
    const views = async ({ deps }: Newsroom, id: string) => {
      const translationId = (await articleById(deps.store.db, id))?.translation_id ?? ''
      return (await flagsOf(deps, translationId)).map(({ status, place, fixedBy, words, author }) => ({
        status,
        place,
        fixedBy,
        words,
        author,
      }))
    }
    expect(await views(other, back.articleId)).toEqual(await views(room, articleId))
    const item = async ({ deps }: Newsroom) => {
      const { items, counts } = await listArticles(deps, { sort: 'title', descending: false, search: 'niedersachsen' })
      return { ...items[0], id: null, translationId: null, touchedAt: null, counts }
    }
    expect(await item(other)).toEqual(await item(room))
  })

  it('keeps every translation of an article, and which of them was worked on last', async () => {
    const room = await newsroom(await open())
    const at = Date.UTC(2025, 4, 1)
    const translation = (system: string, days: number[]): CorpusTranslation => ({
      system,
      language: 'sv',
      state: days.length > 0 ? 'in-review' : 'new',
      mt: `Text av ${system}.`,
      revisions: days.map(day => ({
        author: 'Cia',
        at: at + day * 86_400_000,
        summary: '',
        text: `Text av ${system}, dag ${day}.`,
      })),
      flags: [],
    })
    const translations = [translation('Apertium', [2, 9]), translation('Opus', [3, 5]), translation('Google', [])]
    const article: CorpusArticle = {
      title: 'Tre gånger',
      address: '',
      sourceLanguage: '',
      createdAt: at,
      source: '',
      translations,
    }
    const { articleId } = await importCorpusArticle(room.deps, article)
    expect(await corpusArticle(room.deps.store.db, articleId)).toEqual(article)
    const folder = await newFolder()
    const [written = ''] = await exportCorpus(room.deps, { articleIds: 'all', folder })
    expect(await readCorpusArticle(written)).toEqual(article)
    const { items } = await listArticles(room.deps, { sort: 'title', descending: false, search: 'apertium, dag 9' })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ editor: 'Cia', touchedAt: at + 9 * 86_400_000, words: 5 })
    for (const search of ['opus, dag 5', 'av google'])
      expect((await listArticles(room.deps, { sort: 'title', descending: false, search })).items).toHaveLength(1)
  })

  it('comes in whole or not at all', async () => {
    const room = await newsroom(await open(), { textBytes: 40 })
    const translation = { system: '', language: 'sv', state: 'in-review' as const, mt: 'Text.', flags: [] }
    const revision = { author: 'Cia', at: 1, summary: '', text: 'Texten.' }
    const article = { title: 'Fel', address: '', sourceLanguage: '', createdAt: 1, source: '' }
    const bring = (...revisions: (typeof revision)[]) =>
      importCorpusArticle(room.deps, { ...article, translations: [{ ...translation, revisions }] })
    expect((await problemOf(bring(revision, revision))).code).toBe('corpus-malformed')
    expect((await problemOf(bring(revision, { ...revision, text: 'x'.repeat(41) }))).code).toBe('text-too-large')
    expect((await problemOf(bring(revision, { ...revision, author: '…', text: 'Ny text.' }))).code).toBe('name-invalid')
    expect(await titles(room)).toEqual([])
  })

  it('takes a restore or an undo that its texts belie for an edit', async () => {
    const room = await newsroom(await open())
    const revision = { author: 'Cia', at: 1, summary: '' }
    const revisions = [
      { ...revision, text: 'Ett två.' },
      { ...revision, text: 'Ett två tre.', restores: 0 },
      { ...revision, text: 'Ett fyra tre.', undoes: 1 },
    ]
    const translation = { system: '', language: 'sv', state: 'in-review' as const, mt: 'Ett.', revisions, flags: [] }
    const article = {
      title: 'Sagt',
      address: '',
      sourceLanguage: '',
      createdAt: 1,
      source: '',
      translations: [translation],
    }
    const { articleId } = await importCorpusArticle(room.deps, article)
    const back = await corpusArticle(room.deps.store.db, articleId)
    expect(back.translations[0]?.revisions.map(each => Object.keys(each))).toEqual(
      revisions.map(() => ['author', 'at', 'summary', 'text']),
    )
    expect(back.translations[0]?.revisions.map(each => each.text)).toEqual(revisions.map(each => each.text))
  })

  it('goes out without what is archived, unless it is asked for by name', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ title: 'Borta' })
    await room.bring({ title: 'Här' })
    await archiveArticle(room.deps, { person: room.anna, articleId })
    expect(await exportCorpus(room.deps, { articleIds: 'all', folder: await newFolder() })).toHaveLength(1)
    expect(await exportCorpus(room.deps, { articleIds: [articleId], folder: await newFolder() })).toHaveLength(1)
    const nowhere = exportCorpus(room.deps, { articleIds: ['nowhere'], folder: await newFolder() })
    expect((await problemOf(nowhere)).code).toBe('article-unknown')
  })
})

forEachStore('the corpus that the program ships with', open => {
  it('is loaded into an empty store, and holds what it says', async () => {
    const room = await newsroom(await open())
    const articles = await listCorpus(shipped)
    expect(await loadCorpus(room.deps, shipped)).toBe(articles.length)
    expect(await titles(room)).toHaveLength(articles.length)
    expect(await verifyStore(room.deps)).toMatchObject({ articles: articles.length, broken: [] })
    const read = await Promise.all(articles.map(folder => readCorpusArticle(folder)))
    const { items } = await listArticles(room.deps, { sort: 'title', descending: false })
    const back = await Promise.all(items.map(item => corpusArticle(room.deps.store.db, item.id)))
    expect(ordered(back)).toEqual(ordered(read))
  })

  it('never comes again, whatever was deleted', async () => {
    const room = await newsroom(await open())
    await loadCorpus(room.deps, shipped)
    for (const { id } of (await listArticles(room.deps, { sort: 'title', descending: false })).items)
      await purgeArticle(room.deps, { person: room.anna, articleId: id })
    expect(await loadCorpus(room.deps, shipped)).toBe(0)
    expect(await titles(room)).toEqual([])
  })

  it('does not come to a store that is in use', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ title: 'Vår egen' })
    expect(await loadCorpus(room.deps, shipped)).toBe(0)
    await purgeArticle(room.deps, { person: room.anna, articleId })
    expect(await loadCorpus(room.deps, shipped)).toBe(0)
  })

  it('is gone on with where a start was broken off', async () => {
    const room = await newsroom(await open())
    const { db } = room.deps.store
    await claimSetting(db, 'corpus', 'loading')
    await claimSetting(db, 'corpus:lka-niedersachsen', 'loaded before')
    expect(await loadCorpus(room.deps, shipped)).toBe((await listCorpus(shipped)).length - 1)
  })

  it('comes once, also when two starts load it together', async () => {
    const room = await newsroom(await open())
    const loaded = await Promise.all([loadCorpus(room.deps, shipped), loadCorpus(room.deps, shipped)])
    const { length } = await listCorpus(shipped)
    expect(loaded[0] + loaded[1]).toBe(length)
    expect(await titles(room)).toHaveLength(length)
  })
})
