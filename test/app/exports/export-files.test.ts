import { editDetails } from '../../../src/app/articles/edit-details.ts'
import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { exportMany } from '../../../src/app/exports/export-many.ts'
import { exportedArticle } from '../../../src/app/exports/exported-article.ts'
import { importArticle } from '../../../src/app/articles/import-article.ts'
import { listMarks } from '../../../src/app/marks/list-marks.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { placeMark } from '../../../src/app/marks/place-mark.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { readArchive } from '../../../src/formats/archive.ts'
import { usualLimits } from '../../../src/formats/limits.ts'
import { createReadThread, type ReadThread } from '../../../src/app/imports/read-thread.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { imported, upload, xliff, zipped } from '../files.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const targets = ['Det är <g id="1">fett</g> bra.', 'Polisen <x id="2"/>varnar i dag.', 'Slut.']
const file = xliff(targets)

const reader = createReadThread()
afterAll(() => reader.close())

const textOf = (body: string | Uint8Array): string => Buffer.from(body as Uint8Array).toString()

forEachStore('a file that was imported', open => {
  const newRoom = async (): Promise<Newsroom> => {
    const room = await newsroom(await open())
    return { ...room, deps: { ...room.deps, reader } }
  }

  /** The room, and the one article of the file with its translation. */
  async function at(name: string, text: string) {
    const room = await newRoom()
    const { files } = await imported(room, [upload(name, text)])
    const articleId = files[0]?.articles[0]?.articleId ?? ''
    const desk = await openDesk(room.deps, { articleId })
    return { ...room, articleId, desk, translationId: desk.translation.id }
  }

  it('is given back byte for byte where nothing was corrected', async () => {
    const { deps, articleId } = await at('nyhet.xlf', file)
    const given = await exportArticle(deps, { articleId, format: 'xliff1' })
    expect(textOf(given.body)).toBe(file)
    expect(given).toMatchObject({ fileName: { utf8: expect.stringMatching(/^nyhet\./) }, warnings: [] })
  })

  it('has what was corrected in its place, with the codes around the words they stood around', async () => {
    const { deps, anna, save, articleId, translationId, desk } = await at('nyhet.xlf', file)
    expect(desk.translation.fixed).toBe(true)
    await save(anna, translationId, desk.head.text.replace('fett bra', 'fett dåligt').replace('i dag', 'i kväll'))
    const { body } = await exportArticle(deps, { articleId, format: 'xliff1' })
    const corrected = file.replace('</g> bra', '</g> dåligt').replace('varnar i dag', 'varnar i kväll')
    expect(textOf(body).replace(/ state="[^"]*"/g, '')).toBe(corrected)
  })

  it('is written anew in another format, with who made each correction', async () => {
    const { deps, anna, bo, save, articleId, translationId, desk } = await at('nyhet.xlf', file)
    await save(anna, translationId, desk.head.text.replace('bra', 'dåligt'))
    await save(bo, translationId, desk.head.text.replace('bra', 'dåligt').replace('Slut', 'Klart'))
    const { corrections, fixed } = await exportedArticle(deps, { articleId })
    expect(fixed).toBe(true)
    expect(corrections.map(({ before, after, author }) => [before, after, author])).toEqual([
      ['bra', 'dåligt', 'Anna Ek'],
      ['Slut', 'Klart', 'Bo Ås'],
    ])
    expect(textOf((await exportArticle(deps, { articleId, format: 'txt' })).body)).toContain('dåligt')
  })

  it('has its placeholders in every other format, in translation and source, as long as the source is the one they stood in', async () => {
    const po =
      'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgid "You have %d new messages."\nmsgstr "Du har %d nya meddelanden."\n'
    const { deps, anna, save, articleId, translationId, desk } = await at('app.po', po)
    expect(desk.head.text).toBe('Du har  nya meddelanden.')
    await save(anna, translationId, desk.head.text.replace('nya meddelanden', 'olästa brev'))
    const given = async (format: string) => textOf((await exportArticle(deps, { articleId, format })).body)
    expect(await given('txt')).toBe('Du har %d olästa brev.')
    const row = 'You have %d new messages.,Du har %d nya meddelanden.,Du har %d olästa brev.'
    expect(await given('csv')).toContain(row)
    expect(await given('po')).toContain('msgstr "Du har %d olästa brev."')
    await editDetails(deps, { person: anna, articleId, sourceText: 'You have mail.' })
    expect(await given('csv')).toContain('You have mail.,Du har %d nya')
  })

  it('offers its codes back, and takes them where a person puts them', async () => {
    const { deps, anna, save, articleId, translationId, desk } = await at('nyhet.xlf', file)
    const [bold, point] = desk.marks
    expect(desk.marks.map(({ kind, line, words, gone }) => [kind, line, words, gone])).toEqual([
      ['pair', 0, 'fett', false],
      ['point', 1, '', false],
    ])
    const gone = desk.head.text.replace('fett bra', 'utmärkt')
    await save(anna, translationId, gone)
    const from = gone.indexOf('utmärkt')
    const place = (mark: string, from: number, to: number) =>
      placeMark(deps, anna, { articleId }, { mark, revision: 1, from, to })
    const { marks, revision } = await place(bold?.id ?? '', from, from + 'utmärkt'.length)
    expect([revision, marks[0]]).toEqual([
      1,
      expect.objectContaining({ from, to: from + 'utmärkt'.length, gone: false }),
    ])
    expect(await listMarks(deps, { articleId })).toEqual({ revision, marks })
    expect((await openDesk(deps, { articleId })).marks).toEqual(marks)
    expect(textOf((await exportArticle(deps, { articleId, format: 'xliff1' })).body)).toContain('>utmärkt</g>')
    // the words that it was put around stand elsewhere now
    await save(anna, translationId, gone.replace('Det är', 'Det var alltså'))
    expect((await listMarks(deps, { articleId })).marks[0]).toMatchObject({ from: from + 8, gone: false })
    expect(await problemOf(place(point?.id ?? '', from, from + 2))).toMatchObject({ values: { why: 'kind' } })
    expect(await problemOf(place(bold?.id ?? '', from, gone.indexOf('varnar')))).toMatchObject({
      values: { why: 'line' },
    })
    expect(await problemOf(place(bold?.id ?? '', gone.indexOf('varnar'), gone.indexOf('varnar') + 3))).toMatchObject({ values: { why: 'line' } }) // prettier-ignore
    expect(await problemOf(place('ingen', from, from))).toMatchObject({ code: 'mark-unknown' })
  })

  it('is one file for all of its articles, and a zip beside others', async () => {
    const room = await newRoom()
    const head = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity'
    const rows = ['ett', 'två'].map((doc, i) => `A\t${doc}\t1\t${i}\tr\tSatz.\tMening ${doc}.\tNo-error\tNo-error`)
    const { files } = await imported(room, [upload('fel.tsv', [head, ...rows].join('\n')), upload('n.xlf', file)])
    const ids = files.map(({ articles }) => articles.map(({ articleId }) => articleId))
    const [two = [], [one = ''] = []] = ids
    const together = await exportMany(room.deps, two, 'mqmtsv')
    expect(together.fileName.utf8).toMatch(/\.tsv$/)
    expect(textOf(together.body)).toMatch(/Mening ett\.[^]*Mening två\./)
    expect(await exportMany(room.deps, [one], 'xliff1')).toMatchObject({ fileName: { utf8: expect.stringMatching(/^n\./) } }) // prettier-ignore
    expect(await exportMany(room.deps, [...two, one], 'txt')).toMatchObject({ mediaType: 'application/zip' })
    const own = await exportMany(room.deps, [...two, one], 'own')
    const members = await readArchive(own.body as Uint8Array, usualLimits)
    expect(members.map(({ name }) => name).toSorted()).toEqual(['n.xlf', 'rodpenna.tsv'])
  })

  it('that is purged with an article leaves the others to be written anew', async () => {
    const room = await newRoom()
    const { files } = await imported(room, [
      await zipped('två.zip', [upload('a.xlf', file), upload('b.xlf', xliff(['Andra.']))]),
    ])
    const [[a = ''] = [], [b = ''] = []] = files.map(({ articles }) => articles.map(({ articleId }) => articleId))
    await purgeArticle(room.deps, { person: room.anna, articleId: a })
    expect(textOf((await exportArticle(room.deps, { articleId: b, format: 'xliff1' })).body)).toBe(xliff(['Andra.']))
    expect(await problemOf(exportArticle(room.deps, { articleId: a, format: 'xliff1' }))).toMatchObject({ code: 'article-purged' }) // prettier-ignore
  })

  it('is written in a thread: the one that answers requests hands over bytes and documents, and waits', async () => {
    const { deps, anna, save, articleId, translationId, desk } = await at('nyhet.xlf', file)
    await save(anna, translationId, desk.head.text.replace('Slut', 'Klart'))
    const handed: unknown[] = []
    const away: ReadThread = {
      ...reader,
      async patch(format, { name, bytes }, outgoing) {
        for await (const { number, article } of outgoing)
          handed.push([format, name, textOf(bytes), number, article.text])
        return { bytes: Buffer.from('skrivet annorstädes'), warnings: [{ code: 'unlike', n: 1 }] }
      },
      write: (format, articles) => {
        handed.push([format, [...articles].map(({ title }) => title)])
        return Promise.resolve(Buffer.from('skrivet annorstädes'))
      },
    }
    const elsewhere = { ...deps, reader: away }
    const given = await exportArticle(elsewhere, { articleId, format: 'xliff1' })
    expect([textOf(given.body), given.warnings]).toEqual(['skrivet annorstädes', [{ code: 'unlike', n: 1 }]])
    expect(handed.splice(0)).toEqual([['xliff1', 'nyhet.xlf', file, 0, desk.head.text.replace('Slut', 'Klart')]])
    expect(textOf((await exportMany(elsewhere, [articleId], 'xliff1')).body)).toBe('skrivet annorstädes')
    handed.splice(0)
    const long = await importArticle(deps, { person: anna, title: 'Lång', text: 'Ett ord. '.repeat(20_000) })
    expect(textOf((await exportArticle(elsewhere, { articleId: long.articleId, format: 'txt' })).body)).toBe('skrivet annorstädes') // prettier-ignore
    expect(handed).toEqual([['txt', ['Lång']]])
  })
})
