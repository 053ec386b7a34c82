import { articleById } from '../store/articles.ts'
import { articlesByKey } from '../store/documents.ts'
import { newId } from '../store/id.ts'
import { insertRows } from '../store/insert-rows.ts'
import type { NewRow, Schema, Tx } from '../store/schema.ts'
import { fixedRow, writeFixed } from '../store/search.ts'
import { mtTextsOf, translationById } from '../store/translations.ts'
import { readChange } from '../text/change.ts'
import type { Deps } from './deps.ts'
import {
  articleRow,
  authorOf,
  eventRows,
  flagEventRow,
  flagRow,
  isFlagged,
  timeOf,
  translationRow,
  type Entry,
  type Group,
  type Incoming,
} from './incoming-rows.ts'
import type { PreparedDocument } from './prepare-document.ts'
import { printArticle } from './print-articles.ts'
import { setStateIn } from './set-state.ts'
import { storeRevision } from './store-revision.ts'
import { sumUpFlags } from './sum-up.ts'
import { takeTurns } from './take-turns.ts'
import { within, type At } from './within.ts'

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

/** What an article that was there is found by, with the translations that came to it. */
async function extend(tx: Tx, articleId: string): Promise<void> {
  const article = await articleById(tx, articleId)
  if (!article) return
  const { title, address, source_text: sourceText } = article
  const mtTexts = await mtTextsOf(tx, articleId)
  await writeFixed(tx, articleId, { title, sourceText, mtTexts })
  await printArticle(tx, articleId, { title, address, sourceText, mtTexts })
}

/** The revisions of a document, saved one after another as their authors did; then it is a corrected text. */
async function replayDocument(at: At, incoming: Incoming, { translationId, document }: Entry): Promise<void> {
  for (const [index, { author, at: told, summary, change }] of document.revisions.entries())
    await storeRevision(at(timeOf(incoming, told)), {
      person: authorOf(incoming, author),
      which: { translationId },
      key: `import-${newId()}`,
      asked: [index],
      summary,
      draft: null,
      plan: () =>
        Promise.resolve({
          status: 'plan',
          change: readChange(change),
          // flags are set when all revisions are there
          move: () => {
            throw new Error('an import sets its flags last')
          },
        }),
    })
}

/** What the queue says after revisions and flags; the file's own word is that it has been corrected. */
async function finish(tx: Tx, at: At, incoming: Incoming, { translationId, document, flags }: Entry): Promise<void> {
  const last = document.revisions.at(-1)
  const person = authorOf(incoming, last?.author ?? '')
  const then = timeOf(incoming, last?.at ?? null)
  const head = await translationById(tx, translationId)
  if (!head) throw new Error(`translation ${translationId} was there a moment ago`)
  if (flags.length > 0 || !last) await sumUpFlags(tx, at(then), { head, person, at: then })
  if (last) await setStateIn(tx, at(then), { person, translationId, state: 'corrected' }, then)
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
  await insert(
    'document',
    entries.map(({ translationId, document: { number, key, marks } }) => ({
      translation_id: translationId,
      file_id: incoming.file.id,
      number,
      key,
      marks,
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
  const at = within(deps, tx)
  for (const entry of entries.filter(({ document }) => document.revisions.length > 0)) {
    await replayDocument(at, incoming, entry)
    await turn()
  }
  await insert('flag', entries.flatMap(({ flags }) => flags)) // prettier-ignore
  await insert('flag_event', entries.flatMap(({ flags }) => flags.map(flagEventRow))) // prettier-ignore
  for (const { articleId, known, entries } of groups) {
    if (known) await extend(tx, articleId)
    for (const entry of entries)
      if (entry.document.revisions.length > 0 || (known && isFlagged(entry))) await finish(tx, at, incoming, entry)
    await turn()
  }
}
