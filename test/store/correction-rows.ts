import { newId } from '../../src/store/id.ts'
import type { Db, NewRow } from '../../src/store/schema.ts'
import { insertArticle } from '../../src/store/articles.ts'
import { insertTranslation } from '../../src/store/translations.ts'
import { foldForSearch, sortKey } from '../../src/text/fold.ts'
import { newArticle, newTranslation } from './rows.ts'

/** A correction as a test says it; what it leaves out is filled in. */
export interface Said {
  readonly before: string
  readonly after: string
  /** number of its article, from 0 */
  readonly article: number
  readonly person: string
  readonly at: number
  readonly category?: string
  readonly severity?: string
  readonly origin?: string
}

/** What is decided about pairs, by `before → after`. */
export type Decided = Readonly<Record<string, Partial<NewRow<'pair'>>>>

export const nameOf = ({ before, after }: { readonly before: string; readonly after: string }): string =>
  `${before} → ${after}`

export interface Stored {
  readonly corrections: readonly NewRow<'correction'>[]
  readonly pairs: readonly NewRow<'pair'>[]
  readonly articles: readonly string[]
}

export const systemOf = (article: number): string => ['Alfa', 'Beta', ''][article % 3] ?? ''

/** Puts corrections into a store that has none, with articles that need not be derived; and the pairs that are only decided about. */
export async function storeCorrections(db: Db, said: readonly Said[], decided: Decided = {}): Promise<Stored> {
  for (const table of ['correction', 'pair', 'snapshot', 'translation', 'article'] as const)
    await db.deleteFrom(table).execute()
  const articles: { readonly id: string; readonly translation: string }[] = []
  for (let n = 0; n <= Math.max(0, ...said.map(one => one.article)); n++) {
    const article = newArticle(`Artikel ${n}`)
    const translation = { ...newTranslation(article.id, 'text'), system: systemOf(n), corrections_number: 0 }
    await insertArticle(db, { ...article, translation_id: translation.id })
    await insertTranslation(db, translation, 'text')
    articles.push({ id: article.id, translation: translation.id })
  }
  const named = Map.groupBy(said, nameOf)
  const pairs = [...new Set([...named.keys(), ...Object.keys(decided)])].map((name): NewRow<'pair'> => {
    const [before = '', after = ''] = name.split(' → ')
    const all = named.get(name) ?? []
    const at = all.map(one => one.at)
    return {
      id: newId(), hash: newId(), before_key: sortKey(before), after_key: sortKey(after), corrections: all.length,
      articles: new Set(all.map(one => one.article)).size, first_at: all.length === 0 ? 0 : Math.min(...at),
      last_at: Math.max(0, ...at), category: 'style/awkward', severity: 'minor', anchor: '', status: 'learned', declined: 0, kept: 0,
      voice: 500, system: '', person_id: null, decided_at: null, before_text: before, after_text: after,
      text_folded: `${foldForSearch(before)}\n${foldForSearch(after)}`, instead: null, near: '[]', note: '', ...decided[name],
    } // prettier-ignore
  })
  const byName = new Map(pairs.map(pair => [nameOf({ before: pair.before_text, after: pair.after_text }), pair]))
  const corrections = said.map((one, n): NewRow<'correction'> => {
    const { id: article_id = '', translation: translation_id = '' } = articles[one.article] ?? {}
    return {
      id: newId(), pair_id: byName.get(nameOf(one))?.id ?? '', article_id, translation_id, mt_from: n, mt_to: n + 1, revision: 1,
      person_id: one.person, at: one.at, category: one.category ?? 'style/awkward', severity: one.severity ?? 'minor',
      origin: one.origin ?? 'wording', system: systemOf(one.article), check_id: '', flag_id: '', batch_id: '', mt_before: 'före ',
      mt_after: ' efter',
    } // prettier-ignore
  })
  for (let at = 0; at < pairs.length; at += 500)
    await db
      .insertInto('pair')
      .values(pairs.slice(at, at + 500))
      .execute()
  for (let at = 0; at < corrections.length; at += 500)
    await db
      .insertInto('correction')
      .values(corrections.slice(at, at + 500))
      .execute()
  return { corrections, pairs, articles: articles.map(({ id }) => id) }
}
