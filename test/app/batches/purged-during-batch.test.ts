import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { undoBatch } from '../../../src/app/batches/undo-batch.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { everything, figuresOf, previewed, textOf } from '../batches.ts'
import { newsroom } from '../newsroom.ts'

const wording = { before: 'Lower Sachsen', after: 'Niedersachsen' }
const text = 'I Lower Sachsen.'

forEachStore('a batch whose articles are purged while it is worked on', open => {
  test('is applied and undone in the others', async () => {
    const room = await newsroom(await open())
    const { deps, anna, bo } = room
    const kept = await room.bring({ title: 'Kvar', text })
    const purged: Awaited<ReturnType<typeof room.bring>>[] = []
    for (let n = 0; n < 12; n += 1) purged.push(await room.bring({ title: `Bort ${n}`, text }))
    const batchId = await previewed(room, wording)
    const purge = async (from: number, to: number) => {
      for (const { articleId } of purged.slice(from, to)) await purgeArticle(deps, { person: bo, articleId })
    }
    await Promise.all([applyBatch(deps, { person: anna, batchId, upTo: everything }), purge(0, 6)])
    expect(await textOf(room, kept.translationId)).toBe('I Niedersachsen.')
    await Promise.all([undoBatch(deps, { person: anna, batchId, summary: 'Ångrat' }), purge(6, 12)])
    expect(await textOf(room, kept.translationId)).toBe(text)
    expect(await figuresOf(room, batchId)).toMatchObject({ undone: { articles: 1, hits: 1 }, moved: { hits: 0 } })
  })
})
