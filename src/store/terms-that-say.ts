import { foldForSearch } from '../text/fold.ts'
import type { Db } from './schema.ts'
import { has } from './search.ts'
import { sql } from 'kysely'

/** Terms of the house that have one of these texts as their preferred words, or among those they replace; at most 20. */
export async function termsThatSay(
  db: Db,
  texts: readonly string[],
): Promise<{ readonly id: string; readonly preferred: string; readonly variants: readonly string[] }[]> {
  const said = new Set(texts.map(text => foldForSearch(text).trim()).filter(text => text !== ''))
  if (said.size === 0) return []
  const any = sql.join(
    [...said].map(text => has(sql`text_folded`, text)),
    sql` or `,
  )
  const { rows } = await sql<{ id: string; preferred: string; variants: string }>`
    select id, preferred, variants from term where status <> 'declined' and (${any}) order by preferred_key, id limit 500`.execute(
    db,
  )
  return rows
    .map(({ id, preferred, variants }) => ({ id, preferred, variants: JSON.parse(variants) as readonly string[] }))
    .filter(({ preferred, variants }) => [preferred, ...variants].some(words => said.has(foldForSearch(words))))
    .slice(0, 20)
}
