import { articleDetails } from '../../../src/app/articles/article-details.ts'
import { headOf } from '../../../src/store/heads.ts'
import { mtTextOf } from '../../../src/store/translations.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf } from '../newsroom.ts'

const swedish =
  'Polisen i Lüneburg har gripit en man som misstänks för ett rån mot en guldsmed i stadens centrum på torsdagen.'
const more =
  'Mannen, som är i trettioårsåldern, förnekar brott. Han häktades på lördagen av tingsrätten, uppger åklagaren för tidningen.'
const evenMore =
  'Enligt vittnen hade rånaren hotat personalen med en kniv, och sedan sprungit därifrån med smycken och klockor i en ryggsäck.'
const german =
  'Die Polizei in Lüneburg hat einen Mann festgenommen, der verdächtigt wird, am Donnerstag einen Juwelier überfallen zu haben.'

forEachStore('a new article', open => {
  it('has the machine’s text as its revision 0 and as its corrected text', async () => {
    const { deps, bring } = await newsroom(await open())
    const { articleId, translationId } = await bring({ text: swedish, system: 'Apertium' })
    expect(await mtTextOf(deps.store.db, translationId)).toBe(swedish)
    expect(await headOf(deps.store.db, { articleId })).toMatchObject({
      head_number: 0,
      head_text: swedish,
      state: 'new',
      system: 'Apertium',
    })
  })

  it('keeps what was told of it', async () => {
    const { deps, bring } = await newsroom(await open())
    const told = {
      title: 'Rån i Lüneburg',
      address: 'https://example.org/ran',
      system: 'Apertium',
      sourceLanguage: 'de',
      sourceText: german,
    }
    const { articleId, title } = await bring({ text: swedish, ...told })
    expect(title).toBe(told.title)
    expect(await articleDetails(deps, articleId)).toMatchObject({
      ...told,
      state: 'new',
      words: 20,
      language: 'sv',
      archivedAt: null,
    })
  })

  it('is named by its first line that has anything, cut between words', async () => {
    const { bring } = await newsroom(await open())
    expect((await bring({ text: '\n  \n Ett rån \u00a0 i dag\nMer.' })).title).toBe('Ett rån i dag')
    const { title } = await bring({ text: 'långt '.repeat(60), title: '  ' })
    expect(title).toMatch(/^(långt )+långt…$/)
    expect(title.length).toBeLessThanOrEqual(200)
  })

  it('enters with \\n as its line end and without a byte order mark, and is otherwise as it was', async () => {
    const { deps, bring } = await newsroom(await open())
    const { translationId } = await bring({ text: '\ufeffEtt\r\ntvå\rtre\u2028 fyra\u200b ' })
    expect(await mtTextOf(deps.store.db, translationId)).toBe('Ett\ntvå\ntre\u2028 fyra\u200b ')
  })

  it('tells its language, and the paragraphs in another', async () => {
    const { bring } = await newsroom(await open())
    const { language } = await bring({ text: [swedish, more, evenMore, german].join('\n') })
    expect(language.whole).toBe('sv')
    expect(language.paragraphs).toEqual([expect.objectContaining({ index: 3, language: 'de' })])
  })

  it('tells which articles have the same text already, and comes in all the same', async () => {
    const { bring } = await newsroom(await open())
    const first = await bring({ title: 'Först', text: swedish })
    expect(first.duplicates).toEqual([])
    const second = await bring({ title: 'Sedan', text: `\ufeff${swedish}` })
    expect(second.duplicates).toEqual([{ articleId: first.articleId, title: 'Först' }])
    expect((await bring({ text: `${swedish} ` })).duplicates).toEqual([])
  })

  it('is refused when empty, or too large, with both sizes', async () => {
    const { bring } = await newsroom(await open(), { textBytes: 2_000_000 })
    expect((await problemOf(bring({ text: ' \n\t\n' }))).code).toBe('text-empty')
    const problem = await problemOf(bring({ text: 'å'.repeat(1_250_000) }))
    expect(problem).toMatchObject({ code: 'text-too-large', status: 413, values: { limit: '2 MB', size: '2.5 MB' } })
    expect((await problemOf(bring({ text: swedish, sourceText: 'x'.repeat(2_000_001) }))).code).toBe('text-too-large')
    await bring({ text: 'x'.repeat(2_000_000) })
  })

  it('is refused with NUL or half a character, wherever it stands', async () => {
    const { bring } = await newsroom(await open())
    expect((await problemOf(bring({ text: 'a\0b' }))).code).toBe('text-has-nul')
    expect((await problemOf(bring({ text: swedish, title: 'a\ud800b' }))).code).toBe('text-has-lone-surrogate')
    expect((await problemOf(bring({ text: swedish, sourceText: '\udc00' }))).code).toBe('text-has-lone-surrogate')
  })

  it('takes any title as it is, on one line, and refuses one that is none', async () => {
    const { bring } = await newsroom(await open())
    const title = `<script>alert("'%_\\")</script> 😀 ${'ö'.repeat(300)}`
    expect((await bring({ text: swedish, title: `${title}\n` })).title).toBe(title)
    expect((await problemOf(bring({ text: swedish, title: 'x'.repeat(501) }))).values).toMatchObject({ field: 'title' })
    expect((await problemOf(bring({ text: swedish, sourceLanguage: 'tyska!' }))).values).toMatchObject({
      field: 'sourceLanguage',
    })
  })
})
