import { exportArticle } from '../../../src/app/exports/export-article.ts'
import { importFile } from '../../../src/app/imports/import-file.ts'
import { openDesk } from '../../../src/app/desk/open-desk.ts'
import { placeMark } from '../../../src/app/marks/place-mark.ts'
import { createReadThread } from '../../../src/app/imports/read-thread.ts'
import { verifyStore } from '../../../src/app/verify/verify.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { asDocx, mainXml } from '../../formats/docx-files.ts'
import { newsroom } from '../newsroom.ts'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const body = `<w:p>${run('Läs ')}<w:hyperlink w:anchor="a"><w:commentRangeStart w:id="7"/>${run('vår sida')}<w:commentRangeEnd w:id="7"/></w:hyperlink>${run(' i dag.')}</w:p>`
const file = await asDocx(body, {
  comments: `<w:comment w:id="7" w:author="Eva Ek"><w:p w14:paraId="A1">${run('Vilken?')}</w:p></w:comment>`,
  commentsExtended: '<w15:commentEx w15:paraId="A1" w15:done="1"/>',
})

const reader = createReadThread()
afterAll(() => reader.close())

forEachStore('a DOCX in the store', open => {
  const taken = async () => {
    const room = await newsroom(await open())
    const deps = { ...room.deps, reader }
    const [one] = await importFile(deps, room.anna, { name: 'a.docx', bytes: file })
    const articleId = one?.articles[0]?.articleId ?? ''
    return { room, deps, articleId }
  }

  it('tells of a link whose words are gone, takes it elsewhere, and gives it back there', async () => {
    const { room, deps, articleId } = await taken()
    const { translation, head } = await openDesk(deps, { articleId })
    await room.save(room.anna, translation.id, 'Läs i dag.')
    const [lost] = (await openDesk(deps, { articleId })).marks
    expect([head.text, lost]).toMatchObject(['Läs vår sida i dag.', { label: '#a', gone: true, words: 'vår sida' }])
    const placing = { mark: lost?.id ?? '', revision: 1, from: 0, to: 3 }
    const { marks } = await placeMark(deps, room.anna, { translationId: translation.id }, placing)
    expect(marks).toMatchObject([{ gone: false, from: 0, to: 3 }])
    const { body: bytes } = await exportArticle(deps, { articleId, format: 'docx' })
    expect(await mainXml(Buffer.from(bytes))).toContain(`<w:hyperlink w:anchor="a">${run('Läs')}</w:hyperlink>`)
  })

  it('has a comment that was marked as done as a dismissed flag, by the word of who brought it in', async () => {
    const { deps, room, articleId } = await taken()
    const { flags } = await openDesk(deps, { articleId })
    expect(flags).toMatchObject([{ author: 'Eva Ek', comment: 'Vilken?', status: 'dismissed', dismissedReason: '✓ DOCX' }]) // prettier-ignore
    const events = await room.deps.store.db
      .selectFrom('flag_event')
      .select(['kind', 'person_id'])
      .orderBy('kind')
      .execute()
    expect(events.map(({ kind, person_id: by }) => [kind, by === room.anna.id])).toEqual([['dismiss', true], ['set', false]]) // prettier-ignore
    const article = await room.deps.store.db.selectFrom('article').select(['flags_neutral']).executeTakeFirst()
    expect([article?.flags_neutral, (await verifyStore(deps)).broken]).toEqual([0, []])
  })
})
