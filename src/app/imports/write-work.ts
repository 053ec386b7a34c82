import { articleById } from '../../store/articles.ts'
import { newId } from '../../store/id.ts'
import { insertRows } from '../../store/insert-rows.ts'
import type { Tx } from '../../store/schema.ts'
import { writeFixed } from '../../store/search.ts'
import { mtTextsOf, translationById } from '../../store/translations.ts'
import { readChange } from '../../text/change.ts'
import type { Deps } from '../deps.ts'
import {
  adjudicationRow,
  annotatorRow,
  authorOf,
  flagEventRows,
  judgementRow,
  isFlagged,
  timeOf,
  type Entry,
  type Group,
  type Incoming,
} from './incoming-rows.ts'
import { printArticle } from '../articles/print-articles.ts'
import { setToldState } from '../articles/set-state.ts'
import { storeRevision } from '../revisions/store-revision.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { takeTurns } from '../take-turns.ts'
import { within, type At } from '../within.ts'

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
  if (last) await setToldState(tx, at(then), { person, translationId, state: 'corrected' }, then)
}

/**
 * Writes what is known of translations that are stored: which document of the file each is, its revisions, flags and annotators, and what the queue says
 * then.
 */
export async function writeWork(deps: Deps, tx: Tx, incoming: Incoming, groups: readonly Group[]): Promise<void> {
  const turn = takeTurns()
  const entries = groups.flatMap(group => group.entries)
  await insertRows(
    tx,
    'document',
    entries.map(({ translationId, document: { number, key, marks, states, sourceCodes } }) => ({
      translation_id: translationId,
      file_id: incoming.file.id,
      number,
      key,
      marks,
      states,
      source_codes: sourceCodes,
    })),
    turn,
  )
  await insertRows(
    tx,
    'annotator',
    entries.flatMap(({ translationId, document: { annotators } }) =>
      annotators.map(annotator => annotatorRow(incoming, translationId, annotator)),
    ),
    turn,
  )
  await insertRows(
    tx,
    'judgement',
    entries.flatMap(({ translationId, document: { judgements } }) =>
      judgements.map(judgement => judgementRow(incoming, translationId, judgement)),
    ),
    turn,
  )
  await insertRows(
    tx,
    'adjudication',
    entries.flatMap(entry => entry.document.decisions.map(decision => adjudicationRow(incoming, entry, decision))),
    turn,
  )
  const at = within(deps, tx)
  for (const entry of entries.filter(({ document }) => document.revisions.length > 0)) {
    await replayDocument(at, incoming, entry)
    await turn()
  }
  await insertRows(tx, 'flag', entries.flatMap(({ flags }) => flags), turn) // prettier-ignore
  await insertRows(tx, 'flag_event', entries.flatMap(({ flags }) => flags.flatMap(flag => flagEventRows(incoming, flag))), turn) // prettier-ignore
  for (const { articleId, known, entries } of groups) {
    if (known) await extend(tx, articleId)
    for (const entry of entries)
      if (entry.document.revisions.length > 0 || (known && isFlagged(entry))) await finish(tx, at, incoming, entry)
    await turn()
  }
}
