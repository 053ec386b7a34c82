import { Problem } from '../errors.ts'
import { articleById, updateArticle } from '../store/articles.ts'
import { unsettle } from '../store/check-counts.ts'
import { insertEvent } from '../store/events.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/schema.ts'
import { setTranslationState } from '../store/translations.ts'
import { sortKey } from '../text/fold.ts'
import { states, type State } from '../wire/common.ts'
import type { Deps, Person } from './deps.ts'
import { findHead, type Which } from './find-head.ts'
import { sumUpOther } from './sum-up.ts'

export interface StateChange extends Which {
  readonly person: Person
  readonly state: State
}

export interface StateSet {
  readonly articleId: string
  readonly translationId: string
  readonly from: State
  /** the revision that was judged: the head's number */
  readonly revision: number
}

/** Sets a state inside a transaction, and records it on the timeline; `at` is epoch ms. Throws as `setState`. */
export async function setStateIn(tx: Db, deps: Deps, change: StateChange, at: number): Promise<StateSet> {
  const { person, state } = change
  const head = await findHead(tx, change)
  const from = head.state as State
  if (state === from) throw new Problem('state-unchanged', { state })
  // what was worked on can be reopened, but is never again as if nobody had seen it
  if (!states.includes(state) || (state === 'new' && head.head_number > 0))
    throw new Problem('field-invalid', { field: 'state' })
  await setTranslationState(tx, head.id, state)
  const article = await articleById(tx, head.article_id)
  if (article?.translation_id !== head.id) await sumUpOther(tx, deps, { head: { ...head, state }, person, at })
  const judge = { editor_id: person.id, editor_key: sortKey(person.name) }
  await updateArticle(tx, head.article_id, { state, touched_at: at, ...judge })
  // what stands open in it now is left as it is, or no longer: the memory learns from it as it is counted
  await unsettle(tx, head.article_id)
  const event = { id: newId(), article_id: head.article_id, translation_id: head.id, person_id: person.id, at }
  await insertEvent(tx, {
    ...event,
    kind: 'state',
    detail: JSON.stringify({ from, to: state, revision: head.head_number }),
  })
  return { articleId: head.article_id, translationId: head.id, from, revision: head.head_number }
}

/**
 * Approves, reopens …: of the translation named, or of the one last worked on. Any state follows any other, except that `new` is
 * only for what nobody has corrected. Throws state-unchanged, field-invalid, article-unknown, translation-unknown, article-purged.
 */
export const setState = (deps: Deps, change: StateChange): Promise<StateSet> =>
  deps.store.transaction(tx => setStateIn(tx, deps, change, deps.now()))
