import { sql } from 'kysely'
import type { Which } from './heads.ts'
import type { Db } from './schema.ts'

/** Where a translation's desk stands: its head, and a text that is never the same again once anything on the desk has changed. */
export interface DeskStamp {
  /** of the translation */
  readonly id: string
  readonly stamp: string
  /** whether its corrections are yet to be derived; the stamp is another when they are */
  readonly unsettled: boolean
}

interface Stamped {
  readonly id: string
  readonly state: string
  readonly head_number: number
  readonly head_hash: string
  readonly title: string
  readonly archived_at: number | null
  readonly translations: number
  readonly events: number
  readonly flag_events: number
  readonly acts: number
  readonly rulings: number
  readonly placings: number
  readonly corrections_number: number
  readonly house: string | null
}

const chosen = ({ articleId, translationId }: Which) => {
  if (translationId === undefined)
    return sql`article join translation on translation.id = article.translation_id where article.id = ${articleId}`
  const own = articleId === undefined ? sql`` : sql` and article.id = ${articleId}`
  return sql`translation join article on article.id = translation.article_id where translation.id = ${translationId}${own}`
}

/**
 * One look, at indexes but for two rows, and at no text. What is not compared itself leaves a trace that is only ever added to: an
 * edit of the details an event, anything done to a flag an event of its own, to a finding an act, a ruling and a mark put elsewhere a row, a setting of the
 * checks a new number, a save a new head (and flags move with nothing else).
 */
export async function deskStamp(db: Db, which: Which): Promise<DeskStamp | undefined> {
  if (which.articleId === undefined && which.translationId === undefined) return undefined
  const { rows } = await sql<Stamped>`
    select translation.id, translation.state, translation.head_number, translation.head_hash, article.title, article.archived_at,
      (select count(*) from translation beside where beside.article_id = article.id) as translations,
      (select count(*) from event where event.article_id = article.id) as events,
      (select count(*) from flag_event where flag_event.translation_id = translation.id) as flag_events,
      (select count(*) from ruling where ruling.translation_id = translation.id) as rulings, translation.corrections_number,
      (select count(*) from mark_place where mark_place.translation_id = translation.id) as placings,
      (select count(*) from check_act where check_act.article_id = article.id) as acts,
      (select value from setting where setting.name = 'checks') as house
    from ${chosen(which)}`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const { id, state, head_number, head_hash, title, archived_at, corrections_number } = row
  const counts = `${row.translations} ${row.events} ${row.flag_events} ${row.rulings} ${row.acts} ${row.placings} ${corrections_number} ${row.house ?? '0'}`
  return {
    id,
    unsettled: corrections_number !== head_number,
    stamp: `${head_number} ${head_hash} ${state} ${archived_at ?? ''} ${counts} ${title}`,
  }
}
