import { editDetails } from '../../../src/app/articles/edit-details.ts'
import { listArticles, type QueueItem, type QueueQuery } from '../../../src/app/queue/list-articles.ts'
import { updateArticle } from '../../../src/store/articles.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

const search = async (
  { deps }: Newsroom,
  words: string,
  more: Partial<QueueQuery> = {},
): Promise<readonly QueueItem[]> =>
  (await listArticles(deps, { sort: 'title', descending: false, search: words, ...more })).items
const found = async (room: Newsroom, words: string, more: Partial<QueueQuery> = {}): Promise<string[]> =>
  (await search(room, words, more)).map(item => item.title)

forEachStore('the search', open => {
  it('finds parts of words, of signs and of phrases, in title and text, however they are written', async () => {
    const room = await newsroom(await open())
    await room.bring({ title: 'Rån mot guldsmed', text: 'Mannen sprang : inuti butiken.' })
    await room.bring({ title: 'EU: s beslut', text: 'Kommissionen i\u00a0Bryssel sade ”nej” – trots allt.' })
    await room.bring({ title: '1,5 %', text: 'Räntan_höjs till 100\\% i Ö-vik' })
    expect(await found(room, 'GULDS')).toEqual(['Rån mot guldsmed'])
    expect(await found(room, 'ra\u030an')).toEqual(['Rån mot guldsmed'])
    expect(await found(room, 'ran mot')).toEqual([])
    expect(await found(room, ': inuti')).toEqual(['Rån mot guldsmed'])
    expect(await found(room, 'EU: s')).toEqual(['EU: s beslut'])
    expect(await found(room, 'i bryssel   sade "nej" - trots')).toEqual(['EU: s beslut'])
    expect(await found(room, 'ö-vik')).toEqual(['1,5 %'])
    expect(await found(room, 'en')).toEqual(['EU: s beslut', 'Rån mot guldsmed'])
    expect(await found(room, ' ')).toHaveLength(3)
  })

  it('takes what databases take for signs of their own as what it is', async () => {
    const room = await newsroom(await open())
    await room.bring({ title: 'Räntan_höjs till 100\\% "nu" (AND) *' })
    await room.bring({ title: 'Räntan höjs till 100 procent nu and' })
    for (const words of ['räntan_', '100\\%', '\\%', '%', '_', '"nu"', '(and)', ') *', '\\', "'", '""'])
      expect([words, (await found(room, words)).length]).toEqual([words, ["'", '""'].includes(words) ? 0 : 1])
    for (const words of ['*', 'nu AND', 'nu OR and', 'NEAR(a b)', 'text_folded: nu', '100%procent'])
      await found(room, words)
  })

  it('finds both the machine’s words and those they were corrected to', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ title: 'LKA', text: 'Polisen i Lower Sachsen varnar.\nMer text.' })
    await room.save(room.anna, translationId, 'Polisen i Niedersachsen varnar.\nMer text.')
    expect(await found(room, 'lower sachsen')).toEqual(['LKA'])
    expect(await found(room, 'niedersachsen')).toEqual(['LKA'])
    expect(await found(room, 'varnar. mer')).toEqual([])
  })

  it('finds what each save has left, once, and what stays the same costs a save nothing', async () => {
    const room = await newsroom(await open())
    const rest = Array.from({ length: 200 }, (_, n) => `Stycke ${n} om rån.`).join('\n')
    const { translationId } = await room.bring({ title: 'Rån', text: `Ett rån i Lower Sachsen.\n${rest}` })
    const sizes = async () =>
      (await room.deps.store.db.selectFrom('article_search').select('text_folded').execute())
        .map(row => row.text_folded.length)
        .toSorted((a, b) => a - b)
    const [whole] = await sizes()
    for (const [name, found1, found2] of [
      ['Niedersachsen', 1, 0],
      ['Hannover', 0, 1],
    ] as const) {
      await room.save(room.anna, translationId, `Ett rån i ${name}.\n${rest}`)
      expect(await found(room, 'niedersachsen')).toHaveLength(found1)
      expect(await found(room, 'hannover')).toHaveLength(found2)
      for (const words of ['ett rån i', 'lower sachsen', 'i']) expect(await found(room, words)).toEqual(['Rån'])
      expect(await sizes()).toEqual([`ett rån i ${name}.`.length, whole])
    }
    const [item] = await search(room, 'ett rån i')
    expect(item?.snippet).toEqual({ before: '', match: 'Ett rån i', after: ' Hannover.' })
    await room.save(room.anna, translationId, `Ett rån i Lower Sachsen.\n${rest}`)
    expect(await sizes()).toEqual([whole])
  })

  it('finds the source, and the title as it was edited', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ title: 'Gammal rubrik', text: 'Polisen varnar.' })
    await editDetails(room.deps, { person: room.anna, articleId, title: 'Ny rubrik', sourceText: 'Die Polizei warnt.' })
    expect(await found(room, 'polizei')).toEqual(['Ny rubrik'])
    expect(await found(room, 'gammal')).toEqual([])
  })

  it('shows the place it found, in the words of the text', async () => {
    const room = await newsroom(await open())
    const before = 'Det var en gång en polis i en stad vid havet som hette något helt annat än den borde och '
    const text = `Första stycket.\n${before}han sade ”EU:s\u00a0 beslut” till den som ville höra på, vilket inte var så många som han hade trott från början.`
    await room.bring({ title: 'Polis', text })
    const [item] = await search(room, '"eu:s beslut"')
    expect(item?.snippet).toEqual({
      before: '… stad vid havet som hette något helt annat än den borde och han sade ',
      match: '”EU:s\u00a0 beslut”',
      after: ' till den som ville höra på, vilket inte var så många som han hade …',
    })
    expect((await search(room, 'första'))[0]?.snippet).toEqual({ before: '', match: 'Första', after: ' stycket.' })
    await room.bring({ title: 'Bara rubriken', text: 'Annat.' })
    expect((await search(room, 'rubriken'))[0]).not.toHaveProperty('snippet')
  })

  it('goes with the filters and the order', async () => {
    const room = await newsroom(await open())
    for (const title of ['b polis', 'a polis', 'c polis', 'd brand']) await room.bring({ title })
    const { articleId } = await room.bring({ title: 'e polis' })
    await updateArticle(room.deps.store.db, articleId, { state: 'approved' })
    expect(await found(room, 'polis', { descending: true })).toEqual(['e polis', 'c polis', 'b polis', 'a polis'])
    expect(await found(room, 'polis', { state: 'approved' })).toEqual(['e polis'])
    expect(await found(room, 'po', { state: 'new', descending: true })).toEqual(['c polis', 'b polis', 'a polis'])
  })

  it('is turned page by page, forth and back, with long and with short words', async () => {
    const room = await newsroom(await open())
    for (let n = 0; n < 75; n++) await room.bring({ title: `Artikel ${n} ${n % 5 === 0 ? 'brand' : 'rån'}` })
    for (const words of ['rån', 'rå']) {
      const query: QueueQuery = { sort: 'title', descending: false, search: words }
      const first = await listArticles(room.deps, query)
      const second = await listArticles(room.deps, { ...query, after: first.next ?? '' })
      expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null])
      expect((await listArticles(room.deps, { ...query, before: second.previous ?? '' })).items).toEqual(first.items)
    }
  })
})
