import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { desk as deskSchema } from '../../../src/wire/desk.ts'
import { keepDraft } from '../../../src/app/desk/keep-draft.ts'
import { setFlag } from '../../../src/app/flags/set-flag.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { flagOn, testDesk } from '../desk.ts'

const mt = 'En stor hund springer fort.'

forEachStore('the desk', open => {
  test('has all the review page shows, as its schema says, and as JSON takes it', async () => {
    const desk = await testDesk(await open(), mt)
    await setFlag(desk.deps, { person: desk.bo, articleId: desk.articleId }, { ...flagOn(mt, 'fort'), revision: 0 })
    await desk.save(desk.anna, mt.replace('stor', 'liten'))
    const key = { translationId: desk.translationId, browser: 'b', tab: 't' }
    await keepDraft(desk.deps, key, { base: 0, change: [mt.length, [0, '!']] as never, flags: [], reasons: [] })
    const found = await openDesk(desk.deps, { articleId: desk.articleId, browser: 'b', person: desk.bo })
    expect(deskSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found)
    expect(found).toMatchObject({
      article: { title: 'Prov', archived: false },
      translation: { id: desk.translationId, state: 'in-review' },
      mtText: mt,
      head: { number: 1, text: mt.replace('stor', 'liten'), author: 'Anna Ek' },
      flags: [{ words: 'fort', status: 'open' }],
      drafts: [{ tab: 't', base: 0, baseText: mt }],
      person: { name: 'Bo Ås' },
    })
  })

  test('of an article nobody has worked on is the machine’s text', async () => {
    const desk = await testDesk(await open(), mt)
    expect((await desk.open()).head).toMatchObject({ number: 0, text: mt, author: '' })
  })

  test('an unknown article, and a translation of another article, are refused', async () => {
    const desk = await testDesk(await open(), mt)
    const other = await testDesk(desk.deps.store, 'Något annat.')
    await expect(openDesk(desk.deps, { articleId: '0000000000000000' })).rejects.toMatchObject({
      code: 'article-unknown',
    })
    const mixed = { articleId: desk.articleId, translationId: other.translationId }
    await expect(openDesk(desk.deps, mixed)).rejects.toMatchObject({ code: 'translation-unknown' })
  })
})
