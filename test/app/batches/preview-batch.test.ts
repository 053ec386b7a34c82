import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { batchStory } from '../../../src/app/batches/batch-story.ts'
import { chooseFromBatch } from '../../../src/app/batches/choose-hits.ts'
import { mostHits } from '../../../src/app/batches/look-for-hits.ts'
import { listBatches } from '../../../src/app/batches/list-batches.ts'
import { archiveArticle } from '../../../src/app/articles/archive-article.ts'
import { previewBatch } from '../../../src/app/batches/preview-batch.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { steerBatch } from '../../../src/app/batches/steer-batch.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { addTerm } from '../../../src/app/terms/write-term.ts'
import { batchRequest } from '../../../src/wire/batch.ts'
import { termEntry } from '../../../src/wire/term.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { everything, hitsOf, previewed, stored, textOf } from '../batches.ts'
import { approve, newsroom, problemOf, type Newsroom } from '../newsroom.ts'

const wording = { before: 'Lower Sachsen', after: 'Niedersachsen' }

const apply = (room: Newsroom, batchId: string, person = room.anna) =>
  applyBatch(room.deps, { person, batchId, upTo: everything })
const undo = (room: Newsroom, batchId: string, person = room.bo) =>
  undoBatch(room.deps, { person, batchId, summary: 'Ångrat' })

forEachStore('a preview', open => {
  test('looks only where it is told to', async () => {
    const room = await newsroom(await open())
    const a = await room.bring({ title: 'A', text: 'Lower Sachsen a.', system: 'MT A' })
    const b = await room.bring({ title: 'B', text: 'Lower Sachsen b.', system: 'MT B' })
    const c = await room.bring({ title: 'C', text: 'Lower Sachsen c.', system: 'MT A' })
    await approve(room.deps, { person: room.bo, articleId: b.articleId })
    await archiveArticle(room.deps, { person: room.bo, articleId: c.articleId })
    const titles = async (scope: object) => {
      const { groups } = await batchStory(room.deps, await previewed(room, { ...wording, scope }))
      return groups.map(group => group.title).join('')
    }
    expect(await titles({})).toBe('BA')
    expect(await titles({ archived: true })).toBe('CBA')
    expect(await titles({ unapproved: true })).toBe('A')
    expect(await titles({ system: 'MT B' })).toBe('B')
    expect(await titles({ article: a.articleId })).toBe('A')
    const { touched_at } = await room.deps.store.db
      .selectFrom('article')
      .select('touched_at')
      .where('id', '=', b.articleId)
      .executeTakeFirstOrThrow()
    expect(await titles({ since: touched_at })).toBe('B')
    // shorter than the index knows
    await room.save(room.bo, a.translationId, 'SA, NSA och SA:s.')
    const walked = await previewed(room, { before: 'SA', after: 'Sa', scope: { system: 'MT A' } })
    const short = await batchStory(room.deps, walked)
    expect(short.groups.map(group => [group.title, group.hits.length])).toEqual([['A', 2]])
    expect(await stored(room, walked)).toMatchObject({ state: 'ready', looked: 1, to_look: 1 })
  })

  test.each([
    [{ before: ' ', after: 'x' }, 'rule-empty'],
    [{ before: '!', after: '?' }, 'rule-too-wide'],
    [{ before: 'och', after: 'samt' }, 'rule-too-wide'],
    [{ before: 'Lower Sachsen', after: 'Lower Sachsen' }, 'field-invalid'],
    [{ before: ' | ', after: 'x', kind: 'term' as const }, 'rule-empty'],
    [{ before: 'Lower Sachsen | och', after: 'x', kind: 'term' as const }, 'rule-too-wide'],
    [{ before: 'Lower Sachsen', after: '', kind: 'term' as const }, 'field-invalid'],
  ])('%j is refused: %s', async (request, code) => {
    const room = await newsroom(await open())
    const asked = previewBatch(room.deps, room.anna, batchRequest.parse(request))
    expect((await problemOf(asked)).code).toBe(code)
    expect((await listBatches(room.deps)).batches).toEqual([])
  })

  test('of a term knows the forms that the termbase has', async () => {
    const room = await newsroom(await open())
    const entry = {
      preferred: 'podd',
      variants: ['ljudblogg'],
      partOfSpeech: 'noun',
      inflection: ['podd', 'podden', 'poddar', 'poddarna'],
    }
    const term = await addTerm(room.deps, { person: room.anna }, termEntry.parse(entry))
    await room.bring({ text: 'Ljudbloggarna kom.' })
    const id = await previewed(room, { kind: 'term', about: term.id, before: 'ljudblogg', after: 'podd' })
    expect((await hitsOf(room, id)).map(hit => hit.fix)).toEqual(['Poddarna'])
    expect(await stored(room, id)).toMatchObject({ category: term.category, severity: term.severity })
  })

  test('can be stopped, looked on for, and thrown away; applied, it can not', async () => {
    const room = await newsroom(await open())
    for (let i = 0; i < 3; i += 1) await room.bring({ text: `Lower Sachsen ${i}.` })
    const id = await previewed(room, wording)
    await room.deps.store.db.updateTable('batch').set({ state: 'looking' }).where('id', '=', id).execute()
    const steer = (step: 'stop' | 'resume' | 'drop', batchId = id) =>
      steerBatch(room.deps, { person: room.bo, batchId, step })
    expect((await problemOf(apply(room, id))).code).toBe('batch-misfit')
    await steer('stop')
    await steer('stop')
    expect((await stored(room, id)).state).toBe('ready')
    await steer('resume')
    expect((await stored(room, id)).state).toBe('ready')
    await apply(room, id)
    for (const step of ['stop', 'resume', 'drop'] as const)
      expect((await problemOf(steer(step))).code).toBe('batch-misfit')
    const other = await previewed(room, { before: 'Niedersachsen', after: 'Lower Sachsen' })
    await steer('drop', other)
    expect((await listBatches(room.deps)).batches.map(batch => batch.id)).toEqual([id])
    expect((await problemOf(apply(room, other))).code).toBe('batch-misfit')
    expect((await problemOf(undo(room, other))).code).toBe('batch-misfit')
    expect((await problemOf(chooseFromBatch(room.deps, other, { hits: [] }))).code).toBe('batch-misfit')
    for (const work of [() => apply(room, 'nothing'), () => undo(room, 'nothing'), () => steer('stop', 'nothing')])
      expect((await problemOf(work())).code).toBe('batch-unknown')
  })

  test('with nothing chosen is not applied', async () => {
    const room = await newsroom(await open())
    await room.bring({ text: 'Lower Sachsen.' })
    const id = await previewed(room, wording)
    await chooseFromBatch(room.deps, id, { all: { chosen: false }, hits: [] })
    expect((await problemOf(apply(room, id))).code).toBe('hits-unchosen')
  })

  test('has no more hits than a person looks through, the newest first', async () => {
    const room = await newsroom(await open())
    const many = 'Lower Sachsen.\n'.repeat(mostHits / 2)
    for (const title of ['A', 'B', 'C']) await room.bring({ title, text: many })
    const id = await previewed(room, wording)
    expect(await stored(room, id)).toMatchObject({ state: 'ready', hits: mostHits, looked: 2, to_look: 3 })
    const { groups, next } = await batchStory(room.deps, id)
    expect([groups.map(group => group.title), groups[0]?.hits.length, next]).toEqual([['C'], 100, 100])
    const last = await batchStory(room.deps, id, { after: mostHits - 50 })
    expect([last.groups[0]?.hits.length, last.next, last.previous]).toEqual([50, null, mostHits - 150])
  })

  test('has no more of one text either: the rest is found when those are applied', async () => {
    const room = await newsroom(await open())
    const { translationId } = await room.bring({ text: 'xqz '.repeat(mostHits + 10) })
    const ofSigns = { before: 'xqz', after: 'XQZ' }
    const id = await previewed(room, ofSigns)
    expect(await stored(room, id)).toMatchObject({ state: 'ready', hits: mostHits, looked: 1 })
    await apply(room, id)
    expect((await textOf(room, translationId)).match(/XQZ/g)).toHaveLength(mostHits)
    expect((await stored(room, await previewed(room, ofSigns))).hits).toBe(10)
  })

  test('forgets what stood in an article that is purged, and previews that nobody applied for a week', async () => {
    const room = await newsroom(await open())
    const { articleId } = await room.bring({ text: 'Hemligt Lower Sachsen.' })
    await room.bring({ text: 'Lower Sachsen.' })
    const id = await previewed(room, wording)
    await purgeArticle(room.deps, { person: room.bo, articleId })
    expect((await hitsOf(room, id)).map(hit => hit.before)).toEqual([''])
    await apply(room, id)
    const stale = await previewed(room, { before: 'Niedersachsen', after: 'Lower Sachsen' })
    await room.deps.store.db.updateTable('batch').set({ at: 1 }).execute()
    const fresh = await previewed(room, { before: 'Niedersachsen', after: 'Lower Sachsen' })
    const left = (await listBatches(room.deps)).batches.map(batch => batch.id)
    expect([left.includes(stale), left.sort()]).toEqual([false, [id, fresh].sort()])
  })
})
