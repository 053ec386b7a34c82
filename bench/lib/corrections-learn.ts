/** Deriving what was corrected from the texts, and what that costs those who save meanwhile. */
import { keepLearning } from '../../src/app/corrections/keep-learning.ts'
import type { Deps } from '../../src/app/deps.ts'
import { settleCorrections } from '../../src/app/corrections/settle-corrections.ts'
import { grouped, line, median, milliseconds, p95 } from './beside.ts'
import type { Filled } from './many-corrections.ts'
import { keepSaving } from './saving.ts'

const atOnce = 2000

async function standing({ store }: Deps, articleIds: readonly string[]): Promise<Set<string>> {
  const rows = await store.db
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .select(['translation_id', 'mt_from', 'mt_to', 'before_text', 'after_text'])
    .where('article_id', 'in', articleIds)
    .execute()
  return new Set(rows.map(row => JSON.stringify(Object.values(row))))
}

const unsettle = ({ store }: Deps, articleIds: readonly string[]) =>
  store.db.updateTable('translation').set({ corrections_number: -1 }).where('article_id', 'in', articleIds).execute()

export async function learn(deps: Deps, filled: Filled): Promise<void> {
  const { articleIds } = filled
  const some = articleIds.slice(-atOnce)
  const before = await standing(deps, some)
  await unsettle(deps, some)
  const begun = performance.now()
  const settled = await settleCorrections(deps, { most: some.length })
  const seconds = (performance.now() - begun) / 1000
  const after = await standing(deps, some)
  const same = [...before].filter(each => after.has(each)).length
  line(
    'derived',
    `${grouped(settled)} articles`,
    `${grouped(settled / seconds)}/s`,
    `${grouped(same)} of ${grouped(before.size)} corrections as they were made`,
  )

  const person = { id: filled.personIds[0] ?? '', name: 'Redaktör 1' }
  const ms = 8000
  const saves = async (name: string, background: boolean): Promise<void> => {
    const learning = background ? keepLearning(deps, { log: console.error }) : null
    const saving = keepSaving(deps, person, { articleIds: articleIds.slice(0, 20), every: 250 })
    await new Promise(resolve => setTimeout(resolve, ms))
    const times = await saving.stop()
    await learning?.stop()
    line(
      name,
      `${grouped(times.length)} saves`,
      `median ${milliseconds(median(times))}`,
      `p95 ${milliseconds(p95(times))}`,
    )
  }
  await saves('20 editors save, nobody learns', false)
  await saves('and it is learned in the background', true)
  await unsettle(deps, articleIds.slice(1000, 11_000))
  await saves('and 10,000 articles are behind', true)
}
