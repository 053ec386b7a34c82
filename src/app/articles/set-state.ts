import { Problem } from '../../errors.ts'
import { articleById, updateArticle } from '../../store/articles.ts'
import { unsettle } from '../../store/check-counts.ts'
import { insertEvent } from '../../store/events.ts'
import { holdHeadAsItIs } from '../../store/heads.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { setTranslationState, translationsOf, type LeftOpen } from '../../store/translations.ts'
import { sortKey } from '../../text/fold.ts'
import { states, type State } from '../../wire/common.ts'
import type { Deps, Person } from '../deps.ts'
import { enterReason } from '../findings/dismiss-finding.ts'
import { findBareHead, findHead, type Head, type Which } from '../find-head.ts'
import { gateOf, isWorse, toldScore, type Gate, type GateTold } from '../gate/gate.ts'
import { isCertain } from '../gate/certain.ts'
import { openFindings, type OpenFindings } from '../gate/open-findings.ts'
import { sumUpOther } from '../queue/sum-up.ts'

export interface StateChange extends Which {
  readonly person: Person
  readonly state: State
}

/** As a person at the desk asks for it. An approval is of words, so it names those that were read. */
export type StateDecision = Omit<StateChange, 'state'> &
  (
    | {
        readonly state: 'approved'
        /** the revision that the person had before them */
        readonly base: number
        /** why it is approved although the gate is closed; as it was typed */
        readonly reason?: string | undefined
        /** what stood against it when the reason was given */
        readonly told?: GateTold
      }
    | { readonly state: Exclude<State, 'approved'> }
  )

export interface StateSet {
  readonly articleId: string
  readonly translationId: string
  readonly from: State
  /** the revision that was judged: the head's number */
  readonly revision: number
}

/** What is recorded beside the states: why, and against what. */
interface Told {
  readonly reason?: string
  /** that was closed, and was passed all the same */
  readonly gate?: Omit<Gate, 'closed'>
}

function checkStep(head: Head, state: State): void {
  if (state === head.state) throw new Problem('state-unchanged', { state })
  // what was worked on can be reopened, but is never again as if nobody had seen it
  if (!states.includes(state) || (state === 'new' && head.head_number > 0))
    throw new Problem('field-invalid', { field: 'state' })
}

/** A number alone names a revision of any translation: of several it must be said which is approved. */
async function checkNamed(tx: Db, { articleId, translationId }: Which): Promise<void> {
  if (translationId === undefined && articleId !== undefined && (await translationsOf(tx, articleId)).length > 1)
    throw new Problem('field-invalid', { field: 'translation' })
}

/** Refuses where the text is another by now than the one that was read. */
function checkRead(head: Head, base: number): void {
  if (base > head.head_number) throw new Problem('revision-unknown')
  if (base < head.head_number) throw new Problem('approval-behind', { base, head: head.head_number })
}

/** Refuses where the gate is closed, and no reason is given or one that was given for less; says what to record of it. */
async function passGate(
  tx: Db,
  head: Head,
  { reason: raw = '', told: known = {} }: { readonly reason?: string | undefined; readonly told?: GateTold },
  found: OpenFindings | null,
): Promise<Told> {
  const reason = raw.trim() === '' ? '' : enterReason(raw)
  const { closed, ...gate } = await gateOf(tx, head, found)
  if (!closed) return reason === '' ? {} : { reason }
  if (reason === '' || isWorse({ closed, ...gate }, known)) {
    const { critical, score, threshold, findings, checks } = gate
    const told = { critical, score: score === null ? '–' : toldScore(score), threshold }
    throw new Problem('gate-closed', { ...told, findings, checks: checks.join(', ') || '–' })
  }
  return { reason, gate }
}

/** What stood open in the words that are approved; null where it is not known. */
const leftOpen = (head: Head, found: OpenFindings | null): LeftOpen | null =>
  found?.hash === head.head_hash
    ? {
        open: found.findings.length,
        certain: found.findings.filter(one => isCertain(one, found.experience)).length,
      }
    : null

async function write(
  tx: Db,
  deps: Deps,
  head: Head,
  { person, state }: Pick<StateChange, 'person' | 'state'>,
  at: number,
  told: Told = {},
  left: LeftOpen | null = null,
): Promise<StateSet> {
  const from = head.state as State
  await setTranslationState(tx, head.id, state, left)
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
    detail: JSON.stringify({
      from,
      to: state,
      revision: head.head_number,
      ...told,
      ...(left && left.open > 0 ? { left } : {}),
    }),
  })
  return { articleId: head.article_id, translationId: head.id, from, revision: head.head_number }
}

/**
 * Sets a state that a file tells: what was approved elsewhere was approved by those who were there, and there is nobody to give a reason here,
 * so the gate is not asked. `at` is epoch ms. Throws as `setState`, but gate-closed.
 */
export async function setToldState(tx: Db, deps: Deps, change: StateChange, at: number): Promise<StateSet> {
  const head = await findHead(tx, change)
  checkStep(head, change.state)
  return write(tx, deps, head, change, at)
}

/**
 * As `setState`, inside a transaction; it refuses before it writes. `at` is epoch ms.
 * @param found what the checks find in a text that is to be approved, of `openFindings`; null where that is not known
 */
export async function setStateIn(
  tx: Db,
  deps: Deps,
  change: StateDecision,
  at: number,
  found: OpenFindings | null,
): Promise<StateSet> {
  const { id: translationId } = await findBareHead(tx, change)
  // a save or a flag waits for the approval, or the approval for it
  await holdHeadAsItIs(tx, translationId)
  const head = await findHead(tx, { translationId })
  checkStep(head, change.state)
  if (change.state !== 'approved') return write(tx, deps, head, change, at)
  await checkNamed(tx, change)
  checkRead(head, change.base)
  return write(tx, deps, head, change, at, await passGate(tx, head, change, found), leftOpen(head, found))
}

/**
 * Approves, reopens …: of the translation named, or of the one last worked on. Any state follows any other, except that `new` is
 * only for what nobody has corrected, that only the newest revision is approved, and by whoever names it, and that a text whose gate is closed is
 * approved only with a reason. The event on the timeline keeps `{from, to, revision, reason?, gate?, left?}`, `gate` where it was closed, `left` where
 * the checks still found something.
 * @throws Problem state-unchanged; approval-behind with `base` and `head`, where the text has changed since; gate-closed with `critical`, `score`,
 * `threshold`, `findings` and `checks`; field-invalid; revision-unknown, article-unknown, translation-unknown, article-purged
 */
export async function setState(deps: Deps, change: StateDecision): Promise<StateSet> {
  const found = change.state === 'approved' ? await openFindings(deps, change) : null
  return deps.store.transaction(tx => setStateIn(tx, deps, change, deps.now(), found))
}
