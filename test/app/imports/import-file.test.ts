import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { importFile } from '../../../src/app/imports/import-file.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { upload, xliff } from '../files.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const file = xliff(['Det är <g id="1">fett</g> bra.', 'Slut.'])

const reader = createReadThread()
afterAll(() => reader.close())

forEachStore('a file that is another translation of an article', open => {
  const newRoom = async (): Promise<Newsroom> => {
    const room = await newsroom(await open())
    return { ...room, deps: { ...room.deps, reader } }
  }
  const take = async (room: Newsroom, name: string, text: string, articleId: string) => {
    const [taken] = await importFile(room.deps, room.anna, { ...upload(name, text), as: { articleId, system: 'B' } })
    return taken
  }

  it('is kept, with its segments and codes, and given back with what was corrected', async () => {
    const room = await newRoom()
    const { articleId, translationId } = await room.bring({ title: 'Nyhet', system: 'A', text: 'Det var fett.\nSlut.' })
    const taken = await take(room, 'nyhet.xlf', file, articleId)
    expect(taken).toMatchObject({ refused: null, articles: [{ articleId, title: 'Nyhet' }], alike: [] })
    const { translation, translations, marks, head } = await openDesk(room.deps, { articleId })
    expect(translations.map(({ system }) => system)).toEqual(['A', 'B'])
    expect([translation.id === translationId, translation.fixed, marks.length]).toEqual([false, true, 1])
    const given = async (format: string) =>
      Buffer.from((await exportArticle(room.deps, { articleId, format })).body).toString()
    expect(await given('xliff1')).toBe(file)
    await room.save(room.anna, translation.id, head.text.replace('Slut', 'Klart'))
    expect((await given('xliff1')).replace(/ state="[^"]*"/g, '')).toBe(file.replace('Slut', 'Klart'))
    expect((await verifyStore(room.deps)).broken).toEqual([])
  })

  it('is refused where the article has it, has none, or the file has more than one text', async () => {
    const room = await newRoom()
    const { articleId } = await room.bring({ text: 'Slut.' })
    expect((await take(room, 'a.txt', 'Slut.', articleId))?.refused).toMatchObject({ code: 'translation-there' })
    const rows = ['ett', 'två'].map((doc, i) => `A\t${doc}\t1\t${i}\tr\tSatz.\tMening ${doc}.\tNo-error\tNo-error`)
    const two = ['system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity', ...rows].join('\n')
    expect((await take(room, 'b.tsv', two, articleId))?.refused).toEqual({ code: 'texts-many', values: { n: 2 } })
    expect(await problemOf(take(room, 'c.txt', 'Text.', 'ingen'))).toMatchObject({ code: 'article-unknown' })
    expect((await openDesk(room.deps, { articleId })).translations).toHaveLength(1)
    const files = await room.deps.store.db.selectFrom('file').select(['name', 'state']).orderBy('name').execute()
    expect(files.map(({ name, state }) => [name, state])).toEqual([
      ['a.txt', 'refused'],
      ['b.tsv', 'refused'],
    ])
  })
})
