import { settleCorrections } from '../../src/app/corrections/settle-corrections.ts'
import { correctionsOf } from '../../src/store/corrections.ts'
import type { Store } from '../../src/store/db/store.ts'
import type { TestDesk } from './desk.ts'
import type { Newsroom } from './newsroom.ts'

export const mt = 'LKA Lower Sachsen varnar.\nDet finns fler anbud i dag.\nPolisen i Lower Sachsen svarar: inuti.'
export const better = mt.replaceAll('Lower Sachsen', 'Niedersachsen')

/** `Lower Sachsen → Niedersachsen, revision 1 by Bo Ås: name terminology/wrong-term`, without what is not asked */
export async function told(desk: TestDesk): Promise<string[]> {
  await settleCorrections(desk.deps, { translationId: desk.translationId })
  const rows = await correctionsOf(desk.deps.store.db, desk.translationId)
  return rows.map(row => `${row.before} → ${row.after}, ${row.revision} ${row.person}: ${row.origin} ${row.category}`)
}

export const pairs = async (store: Store) => {
  const rows = await store.db.selectFrom('pair').selectAll().orderBy('before_key').orderBy('after_key').execute()
  return rows.map(pair => `${pair.before_text} → ${pair.after_text}: ${pair.corrections} in ${pair.articles}`)
}

/** Articles of one text each. */
export const bring = async (room: Newsroom, texts: readonly string[]) => {
  const ids = []
  for (const text of texts) ids.push(await room.bring({ title: text.slice(0, 20), text }))
  return ids
}
