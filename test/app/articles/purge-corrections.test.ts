import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { addTranslation } from '../../../src/app/articles/add-translation.ts'
import { applyBatch } from '../../../src/app/batches/apply-batch.ts'
import { dismissFinding } from '../../../src/app/findings/dismiss-finding.ts'
import { offerCorrections } from '../../../src/app/batches/offer-corrections.ts'
import { purgeArticle } from '../../../src/app/articles/purge-article.ts'
import { ruleCorrection } from '../../../src/app/corrections/rule-correction.ts'
import { settleCorrections } from '../../../src/app/corrections/settle-corrections.ts'
import { tables } from '../../../src/store/shapes.ts'
import { openDatabase } from '../../../src/store/db/open.ts'
import { forEachStore } from '../../contracts/stores.ts'
import { everything, previewed } from '../batches.ts'
import { newsroom, type Newsroom } from '../newsroom.ts'

const wrong = 'Zqxzqyhemligt'
const right = 'Wvkwvjröjt'
/** As trigrams in an index: sorted, so that a common beginning is written once. */
const traces = [wrong, right, wrong.toLowerCase(), right.toLowerCase(), 'zqx', 'wvk']

/** An article from which all was learned that can be, and others in which it was used. */
async function learnedFrom(room: Newsroom): Promise<string> {
  const { deps, anna, bo } = room
  const { articleId, translationId } = await room.bring({ title: `Om ${wrong}`, text: `Nu har ${wrong} kommit hit.` })
  const other = await room.bring({ title: 'Annan', text: 'Inget av detta.' })
  await room.save(anna, translationId, `Nu har ${right} kommit hit.`)
  await settleCorrections(deps)
  const pair = await deps.store.db.selectFrom('pair').selectAll().executeTakeFirstOrThrow()
  const ruled = { fromA: 7, toA: 7 + wrong.length, after: right, category: 'style/awkward', severity: 'minor' as const }
  await ruleCorrection(deps, { person: bo, translationId }, { ...ruled, comment: right })
  const refused = { check: 'memory', words: 'detta', before: '', after: '', nth: 0, reason: 'nej', about: pair.id }
  for (const id of [translationId, other.translationId])
    await dismissFinding(deps, { person: bo, translationId: id }, { ...refused, scope: 'here' })
  const again = await addTranslation(deps, { person: anna, articleId, text: `Igen: Nu har ${wrong} kommit hit.`, system: 'B' })
  const offered = await offerCorrections(deps, { person: bo, articleId, name: `Om ${wrong}` })
  await applyBatch(deps, { person: bo, batchId: offered.batchId, upTo: everything })
  await previewed(room, { before: right, after: wrong })
  expect(again.articleId).toBe(articleId)
  return articleId
} // prettier-ignore

forEachStore('purging what was learned from', (open, newWhere) => {
  it('leaves none of its words in any table', async () => {
    const room = await newsroom(await open())
    const articleId = await learnedFrom(room)
    const rows = async () => {
      const all = []
      for (const table of tables) all.push([table, await room.deps.store.db.selectFrom(table).selectAll().execute()])
      return JSON.stringify(all)
    }
    const before = await rows()
    await purgeArticle(room.deps, { person: room.bo, articleId })
    const after = await rows()
    expect(traces.slice(0, 2).map(trace => [before.includes(trace), after.includes(trace)])).toEqual([
      [true, false],
      [true, false],
    ])
  })

  it('leaves none of them in the files of an embedded store', async () => {
    const where = await newWhere()
    if (!('dataDir' in where)) return
    const store = await openDatabase(where)
    const room = await newsroom(store)
    const articleId = await learnedFrom(room)
    await purgeArticle(room.deps, { person: room.bo, articleId })
    await store.close()
    const files = readdirSync(where.dataDir).map(name => readFileSync(join(where.dataDir, name)))
    expect(traces.filter(trace => files.some(file => file.includes(trace)))).toEqual([])
  })
})
