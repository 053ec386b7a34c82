import { shownOf, updateArticle } from '../../store/articles.ts'
import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import { bareHeadOf, type Head } from '../../store/heads.ts'
import type { Db } from '../../store/schema.ts'
import type { CorrectedPart } from '../../store/search.ts'
import { mtTextOf } from '../../store/translations.ts'
import { sortKey } from '../../text/fold.ts'
import type { Hunk, Row } from '../../text/diff/index.ts'
import { countWords } from '../../text/words.ts'
import type { State } from '../../wire/common.ts'
import type { Deps, Person } from '../deps.ts'
import { openFlags } from '../flags/flag-views.ts'
import type { HashedText } from '../revisions/hunk-cache.ts'
import { flagsWeight, summarise, type Measure } from './summarise.ts'

function shareChanged(mt: string, hunks: readonly Hunk[]): number {
  if (hunks.length === 0) return 0
  const words = countWords(mt)
  if (words === 0) return 1
  const changed = hunks.reduce((sum, hunk) => sum + countWords(mt.slice(hunk.fromA, hunk.toA)), 0)
  return Math.min(1, changed / words)
}

/** Whether a row has a paragraph of b that is none of a's. */
const isOther = ({ kind, hunks }: Row): boolean =>
  kind === 'changed' || kind === 'inserted' || (kind === 'moved' && hunks !== undefined)

/** Compares a corrected text with its MT; the page that shows the two finds the comparison already made. */
export function measure(deps: Pick<Deps, 'hunks'>, mt: HashedText, head: HashedText, fixed: boolean): Measure {
  const { rows, hunks } = deps.hunks.diff(mt, head, fixed)
  return {
    words: countWords(head.text),
    correctedShare: shareChanged(mt.text, hunks),
    paragraphs: rows.filter(isOther).map(row => head.text.slice(row.fromB, row.toB)),
  }
}

interface Work {
  /** the head as it stands now, in this transaction */
  readonly head: Pick<Head, 'id' | 'article_id' | 'state'>
  readonly person: Person
  readonly at: number
  /** as of a summary */
  readonly gathered?: CorrectedPart[] | undefined
}

/** What the queue shows and searches, after the text has changed. */
export async function sumUpText(tx: Db, work: Work, measure: Measure, flags: readonly Flag[]): Promise<void> {
  const { head, person, at, gathered } = work
  await summarise(tx, {
    articleId: head.article_id,
    translationId: head.id,
    measure,
    flags: openFlags(flags),
    state: head.state as State,
    editor: person,
    at,
    gathered,
  })
}

/** What the queue shows and searches, after a translation was worked on that it did not show. */
export async function sumUpOther(tx: Db, deps: Deps, work: Work & { readonly head: Head }): Promise<void> {
  // Read here, behind the lock: somebody may have approved it meanwhile.
  const state = (await bareHeadOf(tx, { translationId: work.head.id }))?.state ?? work.head.state
  const head = { ...work.head, state }
  const mt = { hash: head.mt_hash, text: (await mtTextOf(tx, head.id)) ?? '' }
  const measured = measure(deps, mt, { hash: head.head_hash, text: head.head_text }, head.fixed === 1)
  await sumUpText(tx, { ...work, head }, measured, await flagsOfTranslation(tx, head.id))
}

/** What the queue shows, after no more than flags have changed: the texts need not be looked at again. */
export async function sumUpFlags(tx: Db, deps: Deps, work: Work & { readonly head: Head }): Promise<void> {
  const { head, person, at } = work
  const shown = await shownOf(tx, head.article_id)
  if (shown?.translation_id !== head.id) return sumUpOther(tx, deps, work)
  const flags = openFlags(await flagsOfTranslation(tx, head.id))
  await updateArticle(tx, head.article_id, {
    flags_neutral: flags.neutral,
    flags_minor: flags.minor,
    flags_major: flags.major,
    flags_critical: flags.critical,
    flags_weight: flagsWeight(flags),
    editor_id: person.id,
    editor_key: sortKey(person.name),
    touched_at: at,
  })
}
