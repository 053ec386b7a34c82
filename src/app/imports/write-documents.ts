import { articlesByKey } from '../../store/documents.ts'
import { newId } from '../../store/id.ts'
import { insertRows } from '../../store/insert-rows.ts'
import type { NewRow, Schema, Tx } from '../../store/schema.ts'
import { fixedRow } from '../../store/search.ts'
import type { Deps } from '../deps.ts'
import { articleRow, eventRows, flagRow, translationRow, type Group, type Incoming } from './incoming-rows.ts'
import type { PreparedDocument } from './prepare-document.ts'
import { takeTurns } from '../take-turns.ts'
import { writeWork } from './write-work.ts'

/** Documents with one key are translations of one article, also of one that an earlier batch has brought in. */
async function grouped(tx: Tx, incoming: Incoming, documents: readonly PreparedDocument[]): Promise<Group[]> {
  const keys = [...new Set(documents.map(({ key }) => key))].filter(key => key !== '')
  const known = await articlesByKey(tx, incoming.file.id, keys)
  const byKey = new Map<string, Group>()
  const groups: Group[] = []
  for (const document of documents) {
    const { key } = document
    const there = known.get(key)
    const group = byKey.get(key) ?? { articleId: there ?? newId(), known: there !== undefined, entries: [] }
    const translationId = newId()
    const flags = document.flags.map(flag => flagRow(incoming, translationId, flag))
    group.entries.push({ translationId, document, flags })
    if (group.entries.length === 1) groups.push(group)
    if (key !== '') byKey.set(key, group)
  }
  return groups
}

/**
 * Writes documents as articles, with all that is known of them; part of a transaction. Those without a text are left out. Rows are written
 * many a statement, and others have their turn in between.
 */
export async function writeDocuments(
  deps: Deps,
  tx: Tx,
  incoming: Incoming,
  documents: readonly PreparedDocument[],
): Promise<void> {
  const turn = takeTurns()
  const groups = await grouped(tx, incoming, documents.filter(({ text }) => text !== '')) // prettier-ignore
  const fresh = groups.filter(({ known }) => !known)
  const entries = groups.flatMap(group => group.entries)
  const insert: <T extends keyof Schema>(table: T, rows: readonly NewRow<T>[]) => Promise<void> = (table, rows) => insertRows(tx, table, rows, turn) // prettier-ignore
  await insert('article', fresh.map(group => articleRow(incoming, group))) // prettier-ignore
  await insert(
    'translation',
    groups.flatMap(({ articleId, entries }) => entries.map(entry => translationRow(incoming, articleId, entry))),
  )
  await insert(
    'snapshot',
    entries.map(({ translationId, document }) => ({
      translation_id: translationId,
      number: 0,
      text: document.text,
    })),
  )
  await insert('event', groups.flatMap(group => eventRows(incoming, group))) // prettier-ignore
  await insert(
    'article_search',
    fresh.flatMap(group => fixedRow(group.articleId, group.entries.map(({ document }) => document.search))),
  ) // prettier-ignore
  await insert(
    'article_print',
    fresh.flatMap(({ articleId, entries }) =>
      [...new Set(entries.flatMap(({ document }) => document.prints))].map(print => ({ article_id: articleId, print })),
    ),
  )
  await writeWork(deps, tx, incoming, groups)
}
