import { articleById, updateArticle } from '../store/articles.ts'
import { flagsOfTranslation } from '../store/flags.ts'
import { bareHeadOf, type Head } from '../store/heads.ts'
import type { Db } from '../store/schema.ts'
import { mtTextOf } from '../store/translations.ts'
import { sortKey } from '../text/fold.ts'
import { countWords } from '../text/words.ts'
import type { State } from '../wire/common.ts'
import type { Deps, Person } from './deps.ts'
import { openFlags } from './flag-views.ts'
import type { HashedText } from './hunk-cache.ts'
import { flagsWeight, summarise } from './summarise.ts'

/** Share of the words of `mt` that `head` has otherwise, 0 to 1. */
export function correctedShare(deps: Deps, mt: HashedText, head: HashedText): number {
  const words = countWords(mt.text)
  if (words === 0) return mt.text === head.text ? 0 : 1
  const { hunks } = deps.hunks.diff(mt, head)
  const changed = hunks.reduce((sum, hunk) => sum + countWords(mt.text.slice(hunk.fromA, hunk.toA)), 0)
  return Math.min(1, changed / words)
}

interface Work {
  /** the head as it stands now, in this transaction */
  readonly head: Head
  readonly person: Person
  readonly at: number
}

/** What the queue shows and searches, after the text has changed. */
export async function sumUpText(tx: Db, deps: Deps, { head, person, at }: Work): Promise<void> {
  const mtText = (await mtTextOf(tx, head.id)) ?? ''
  // Read here, behind the lock: somebody may have approved it meanwhile.
  const state = (await bareHeadOf(tx, { translationId: head.id }))?.state ?? head.state
  await summarise(tx, {
    articleId: head.article_id,
    translationId: head.id,
    headText: head.head_text,
    mtText,
    correctedShare: correctedShare(
      deps,
      { hash: head.mt_hash, text: mtText },
      { hash: head.head_hash, text: head.head_text },
    ),
    flags: openFlags(await flagsOfTranslation(tx, head.id)),
    state: state as State,
    editor: person,
    at,
  })
}

/** What the queue shows, after no more than flags have changed: the texts need not be looked at again. */
export async function sumUpFlags(tx: Db, deps: Deps, work: Work): Promise<void> {
  const { head, person, at } = work
  const article = await articleById(tx, head.article_id)
  if (article?.translation_id !== head.id) return sumUpText(tx, deps, work)
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
