/** What `verify` reads: all translations, one after the other, each with its history, a little at a time. */
import { sql } from 'kysely'
import type { Db, Row } from './schema.ts'

/** Translations, and revisions, are asked for by so many at once. */
const translationsAtOnce = 500
const revisionsAtOnce = 50

export type HeadLine = Pick<
  Row<'translation'>,
  'id' | 'article_id' | 'mt_hash' | 'state' | 'head_number' | 'head_hash' | 'corrections_number' | 'fixed'
>

/** Every translation, ordered by id, without its text. */
export async function* allTranslations(db: Db): AsyncGenerator<HeadLine> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('translation')
      .select(['id', 'article_id', 'mt_hash', 'state', 'head_number', 'head_hash', 'corrections_number', 'fixed'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(translationsAtOnce)
      .execute()
    yield* rows
    if (rows.length < translationsAtOnce) return
    after = rows.at(-1)?.id ?? ''
  }
}

export type Recorded = Pick<Row<'revision'>, 'number' | 'change' | 'hash' | 'restores' | 'undoes'>

/** Every revision of a translation, in order. */
export async function* allRevisions(db: Db, translationId: string): AsyncGenerator<Recorded> {
  let after = 0
  for (;;) {
    const rows = await db
      .selectFrom('revision')
      .select(['number', 'change', 'hash', 'restores', 'undoes'])
      .where('translation_id', '=', translationId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(revisionsAtOnce)
      .execute()
    yield* rows
    if (rows.length < revisionsAtOnce) return
    after = rows.at(-1)?.number ?? after
  }
}

/** The numbers of the revisions whose whole text is kept. */
export const snapshotNumbers = async (db: Db, translationId: string): Promise<readonly number[]> =>
  (
    await db
      .selectFrom('snapshot')
      .select('number')
      .where('translation_id', '=', translationId)
      .orderBy('number')
      .execute()
  ).map(row => row.number)

export const snapshotText = async (db: Db, translationId: string, number: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom('snapshot')
      .select('text')
      .where('translation_id', '=', translationId)
      .where('number', '=', number)
      .executeTakeFirst()
  )?.text

export const headText = async (db: Db, translationId: string): Promise<string | undefined> =>
  (await db.selectFrom('translation').select('head_text').where('id', '=', translationId).executeTakeFirst())?.head_text

const flagColumns = [
  'id', 'layer', 'revision', 'span_from', 'span_to', 'words', 'place', 'severity', 'dismissed_at', 'withdrawn_at',
] as const // prettier-ignore

/** A flag with what is derived from it, and what that is derived from. */
export type Kept = Pick<Row<'flag'>, (typeof flagColumns)[number]>

/** Every flag of a translation, the withdrawn ones too. */
export const allFlags = (db: Db, translationId: string): Promise<Kept[]> =>
  db.selectFrom('flag').select(flagColumns).where('translation_id', '=', translationId).execute()

const queueColumns = [
  'words', 'state', 'flags_neutral', 'flags_minor', 'flags_major', 'flags_critical', 'flags_weight',
] as const // prettier-ignore

/** What the queue says of a translation. */
export type QueueLine = Pick<Row<'article'>, (typeof queueColumns)[number]>

/** Undefined where the article was last worked on in another translation. */
export const queueLine = (db: Db, head: Pick<HeadLine, 'id' | 'article_id'>): Promise<QueueLine | undefined> =>
  db
    .selectFrom('article')
    .select(queueColumns)
    .where('id', '=', head.article_id)
    .where('translation_id', '=', head.id)
    .executeTakeFirst()

/** A correction with its words and what it is known by. */
export type KeptCorrection = Pick<Row<'correction'>, 'id' | 'mt_from' | 'mt_to' | 'revision' | 'article_id'> & {
  readonly before: string
  readonly after: string
}

export const allCorrections = (db: Db, translationId: string): Promise<KeptCorrection[]> =>
  db
    .selectFrom('correction')
    .innerJoin('pair', 'pair.id', 'correction.pair_id')
    .select(['correction.id', 'mt_from', 'mt_to', 'revision', 'article_id'])
    .select(['pair.before_text as before', 'pair.after_text as after'])
    .where('translation_id', '=', translationId)
    .execute()

/** A pair that counts other corrections than it has. */
export interface MiscountedPair {
  readonly id: string
  readonly corrections: number
  readonly articles: number
  readonly stand: number
  readonly stand_in: number
}

export const miscountedPairs = async (db: Db): Promise<readonly MiscountedPair[]> => {
  const { rows } = await sql<MiscountedPair>`
    select pair.id, pair.corrections, pair.articles, count(correction.id) as stand, count(distinct correction.article_id) as stand_in
    from pair left join correction on correction.pair_id = pair.id
    group by pair.id, pair.corrections, pair.articles
    having pair.corrections <> count(correction.id) or pair.articles <> count(distinct correction.article_id)
    order by pair.id`.execute(db)
  return rows
}

/** Articles whose translation last worked on is not one of theirs. */
export const articlesWithoutTranslation = (db: Db): Promise<{ id: string; translation_id: string }[]> =>
  db
    .selectFrom('article')
    .leftJoin('translation', j =>
      j.onRef('translation.id', '=', 'article.translation_id').onRef('translation.article_id', '=', 'article.id'),
    )
    .where('translation.id', 'is', null)
    .select(['article.id', 'article.translation_id'])
    .execute()

export const countArticles = async (db: Db): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('article')
        .select(e => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

/** Files whose bytes are to be there. */
export const keptFiles = (db: Db): Promise<{ id: string; sha256: string }[]> =>
  db
    .selectFrom('file')
    .select(['id', 'sha256'])
    .where('state', 'in', ['read', 'waiting', 'importing', 'imported'])
    .orderBy('id')
    .execute()

export type DocumentWithMt = Pick<Row<'document'>, 'translation_id' | 'marks'> & {
  readonly article_id: string
  readonly mt: string
}

/** Every document with the MT that its marks stand in. */
export async function* documentsWithMt(db: Db): AsyncGenerator<DocumentWithMt> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('document')
      .innerJoin('translation', 'translation.id', 'document.translation_id')
      .innerJoin('snapshot', s =>
        s.onRef('snapshot.translation_id', '=', 'translation.id').on('snapshot.number', '=', 0),
      )
      .select(['document.translation_id', 'document.marks', 'translation.article_id', 'snapshot.text as mt'])
      .where('document.translation_id', '>', after)
      .orderBy('document.translation_id')
      .limit(revisionsAtOnce)
      .execute()
    yield* rows
    if (rows.length < revisionsAtOnce) return
    after = rows.at(-1)?.translation_id ?? ''
  }
}

/** Every place that a mark was put at; `marks` is null where its translation is of no file. */
export const allMarkPlaces = (db: Db) =>
  db
    .selectFrom('mark_place')
    .innerJoin('translation', 'translation.id', 'mark_place.translation_id')
    .leftJoin('document', 'document.translation_id', 'mark_place.translation_id')
    .selectAll('mark_place')
    .select(['translation.article_id', 'translation.head_number', 'document.marks'])
    .orderBy('mark_place.id')
    .execute()
