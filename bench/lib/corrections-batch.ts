/** Fixing everywhere: the preview beside a scan of all texts; applying and undoing, and how long others wait who save meanwhile. */
import { applyBatch } from '../../src/app/batches/apply-batch.ts'
import { chooseFromBatch } from '../../src/app/batches/choose-hits.ts'
import type { Deps, Person } from '../../src/app/deps.ts'
import { lookFurther, mostHits } from '../../src/app/batches/look-for-hits.ts'
import { previewBatch } from '../../src/app/batches/preview-batch.ts'
import { steerBatch } from '../../src/app/batches/steer-batch.ts'
import { undoBatch } from '../../src/app/batches/undo-batch.ts'
import { batchById } from '../../src/store/batches.ts'
import { hitsAfter } from '../../src/store/batch-hits.ts'
import { batchRequest, type BatchRequest } from '../../src/wire/batch.ts'
import { beside, grouped, line, median, milliseconds, p95, type Found } from './beside.ts'
import type { Filled } from './many-corrections.ts'
import { keepSaving } from './saving.ts'

const aim = 150
/** What a page shows of a preview. */
const shown = 50

const personOf = ({ personIds }: Filled): Person => ({ id: personIds[0] ?? '', name: 'Redaktör 1' })
const asked = (before: string, after: string, scope: BatchRequest['scope'] = {}): BatchRequest =>
  batchRequest.parse({ before, after, scope })

/** The latest articles whose head has the words, as many as a page shows. */
async function scan({ store }: Deps, words: string): Promise<Found> {
  const rows = await store.db
    .selectFrom('translation')
    .innerJoin('article', 'article.id', 'translation.article_id')
    .select(['article.id', 'head_text'])
    .where('archived_at', 'is', null)
    .execute()
  const has = rows.filter(row => row.head_text.includes(words)).map(row => row.id)
  return has.sort().reverse().slice(0, shown)
}

/** Words that stand in the heads of about so many articles. */
async function wordsIn({ store }: Deps, filled: Filled, rank: number): Promise<string> {
  const id = filled.pairIds[rank] ?? ''
  const pair = await store.db.selectFrom('pair').select('after_text').where('id', '=', id).executeTakeFirst()
  return pair?.after_text || wordsIn({ store } as Deps, filled, rank + 1)
}

export async function preview(deps: Deps, filled: Filled): Promise<void> {
  const person = personOf(filled)
  const { db } = deps.store
  const drop = (batchId: string) => steerBatch(deps, { person, batchId, step: 'drop' })
  const rare = await wordsIn(deps, filled, Math.floor(filled.pairIds.length / 2))
  const cases = {
    Tyskland: 'a phrase of many',
    Niedersachsen: 'the commonest phrase',
    [rare]: 'a rare phrase',
    qqqqqqq: 'one that stands nowhere',
  }
  for (const [words, name] of Object.entries(cases))
    await beside({
      name: `${name}: ${words}`,
      aim,
      times: 20,
      ours: async () => {
        const batchId = await previewBatch(deps, person, asked(words, 'Exempel'))
        const hits = await hitsAfter(db, batchId, 0, shown * 3)
        await drop(batchId)
        // the scan knows no other forms
        const toTheLetter = hits.filter(hit => hit.words.includes(words))
        return [...new Set(toTheLetter.map(hit => hit.article_id))].slice(0, shown)
      },
      plain: () => scan(deps, words),
    })
  const begun = performance.now()
  const batchId = await previewBatch(deps, person, asked('Niedersachsen', 'Exempel'))
  await lookFurther(deps, batchId, 600_000)
  let batch = await batchById(db, batchId)
  while (batch?.state === 'looking') {
    await new Promise(resolve => setTimeout(resolve, 20))
    batch = await batchById(db, batchId)
  }
  line(
    'all hits of the commonest phrase',
    milliseconds(performance.now() - begun),
    `${grouped(batch?.hits ?? 0)} hits in ${grouped(batch?.looked ?? 0)} articles`,
  )
  await drop(batchId)
}

/** Makes a batch with so many hits. */
async function batchOf(deps: Deps, person: Person, hits: number): Promise<string> {
  const batchId = await previewBatch(deps, person, asked('Niedersachsen', 'Exempelsachsen', { archived: true }))
  for (;;) {
    const batch = await batchById(deps.store.db, batchId)
    if (batch?.state !== 'looking') break
    await lookFurther(deps, batchId, 1000)
  }
  await chooseFromBatch(deps, batchId, { all: { chosen: true }, hits: [] })
  const all = await hitsAfter(deps.store.db, batchId, 0, mostHits)
  const rest = all.slice(hits).map(hit => ({ number: hit.number, chosen: false }))
  for (let at = 0; at < rest.length; at += 1000)
    await chooseFromBatch(deps, batchId, { hits: rest.slice(at, at + 1000) })
  return batchId
}

/** Does a thing while editors go on saving in articles of their own. */
async function meanwhile(
  deps: Deps,
  filled: Filled,
  { name, work }: { readonly name: string; readonly work: () => Promise<unknown> },
): Promise<void> {
  const saving = keepSaving(deps, personOf(filled), { articleIds: filled.articleIds.slice(0, 20), every: 250 })
  await new Promise(resolve => setTimeout(resolve, 1500))
  const begun = performance.now()
  await work()
  const took = performance.now() - begun
  const times = await saving.stop()
  line(
    name,
    milliseconds(took).padStart(9),
    `saves meanwhile: median ${milliseconds(median(times))}  p95 ${milliseconds(p95(times))}  longest ${milliseconds(Math.max(...times))}`,
  )
}

export async function apply(deps: Deps, filled: Filled): Promise<void> {
  const person = personOf(filled)
  const { db } = deps.store
  await meanwhile(deps, filled, { name: 'nothing', work: () => new Promise(resolve => setTimeout(resolve, 3000)) })
  for (const hits of [1000, mostHits]) {
    const batchId = await batchOf(deps, person, hits)
    const own = await hitsAfter(db, batchId, 0, hits)
    const heads = async () => {
      const texts = new Map<string, string>()
      const ids = [...new Set(own.map(hit => hit.translation_id))]
      for (let at = 0; at < ids.length; at += 5000)
        for (const row of await db
          .selectFrom('translation')
          .select(['id', 'head_text'])
          .where('id', 'in', ids.slice(at, at + 5000))
          .execute())
          texts.set(row.id, row.head_text)
      return texts
    }
    const before = await heads()
    await meanwhile(deps, filled, {
      name: `${grouped(own.length)} hits in ${grouped(before.size)} articles applied`,
      work: () => applyBatch(deps, { person, batchId, upTo: mostHits }),
    })
    const applied = await heads()
    const changed = [...before].filter(([id, text]) => applied.get(id) !== text).length
    await meanwhile(deps, filled, {
      name: 'and undone',
      work: () => undoBatch(deps, { person, batchId, summary: 'Ångrat' }),
    })
    const after = await heads()
    const same = [...before].filter(([id, text]) => after.get(id) === text).length
    line(
      '',
      `${grouped(changed)} texts changed, ${grouped(same)} of ${grouped(before.size)} then as before, byte for byte`,
    )
  }
}
