import { articleDetails } from '../../../src/app/articles/article-details.ts'
import { editDetails } from '../../../src/app/articles/edit-details.ts'
import { eventsOf } from '../../../src/store/events.ts'
import { mtTextOf } from '../../../src/store/translations.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const edits = async ({ deps }: Newsroom, articleId: string, translationId: string) =>
  (await eventsOf(deps.store.db, articleId, translationId)).filter(event => event.kind === 'details')

forEachStore('an article’s details', open => {
  it('are edited later, each by itself; the rest stays', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({
      title: 'Förut',
      text: 'Text.',
      address: 'https://example.org',
      system: 'Apertium',
    })
    const edit = { person: room.bo, articleId, title: ' Åter  igen ' }
    expect(await editDetails(room.deps, edit)).toEqual({ changed: ['title'] })
    const details = await articleDetails(room.deps, articleId)
    expect(details).toMatchObject({
      title: 'Åter igen',
      address: 'https://example.org',
      system: 'Apertium',
      state: 'new',
    })
    await editDetails(room.deps, { person: room.bo, articleId, address: '', system: 'Opus', sourceLanguage: 'de' })
    expect(await articleDetails(room.deps, articleId)).toMatchObject({
      address: '',
      system: 'Opus',
      sourceLanguage: 'de',
    })
  })

  it('get a source text later, or another; the machine’s text never changes', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ text: 'Texten.' })
    await editDetails(room.deps, { person: room.anna, articleId, sourceText: 'Der Text.\r\nMehr.' })
    expect((await articleDetails(room.deps, articleId)).sourceText).toBe('Der Text.\nMehr.')
    await editDetails(room.deps, { person: room.anna, articleId, sourceText: '' })
    expect((await articleDetails(room.deps, articleId)).sourceText).toBe('')
    expect(await mtTextOf(room.deps.store.db, translationId)).toBe('Texten.')
  })

  it('leave on the timeline what was and what is; of the source only how long it was', async () => {
    const room = await newsroom(await open())
    const { articleId, translationId } = await room.bring({ title: 'Förut' })
    const edit = { person: room.bo, articleId, title: 'Nu', sourceText: 'Der Text.' }
    await editDetails(room.deps, edit)
    expect(await editDetails(room.deps, edit)).toEqual({ changed: [] })
    const [event, ...more] = await edits(room, articleId, translationId)
    expect(more).toEqual([])
    expect(event?.person).toBe('Bo Ås')
    expect(JSON.parse(event?.detail ?? '')).toEqual({
      title: { from: 'Förut', to: 'Nu' },
      sourceText: { from: 0, to: 9 },
    })
  })

  it('are refused whole where one is refused', async () => {
    const room = await newsroom(await open(), { textBytes: 100 })
    const { articleId } = await room.bring({ title: 'Förut', address: 'a' })
    const edit = { person: room.anna, articleId, address: 'b' }
    expect((await problemOf(editDetails(room.deps, { ...edit, title: ' \n' }))).code).toBe('title-missing')
    expect((await problemOf(editDetails(room.deps, { ...edit, system: 'x'.repeat(201) }))).values).toMatchObject({
      field: 'system',
    })
    expect((await problemOf(editDetails(room.deps, { ...edit, sourceText: 'x'.repeat(101) }))).code).toBe(
      'text-too-large',
    )
    expect((await problemOf(editDetails(room.deps, { ...edit, sourceText: '\0' }))).code).toBe('text-has-nul')
    const other = await room.bring({ title: 'Annan' })
    const wrong = { ...edit, translationId: other.translationId }
    expect((await problemOf(editDetails(room.deps, wrong))).code).toBe('translation-unknown')
    expect((await articleDetails(room.deps, articleId)).address).toBe('a')
  })

  it('are asked in vain of what never was', async () => {
    const { deps, anna } = await newsroom(await open())
    expect((await problemOf(articleDetails(deps, 'nowhere'))).code).toBe('article-unknown')
    expect((await problemOf(editDetails(deps, { person: anna, articleId: 'nowhere', title: 'x' }))).code).toBe(
      'article-unknown',
    )
  })
})
