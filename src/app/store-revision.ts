import type { ChangeSet } from '@codemirror/state'
import { Problem } from '../errors.ts'
import { insertCheckActs } from '../store/check-acts.ts'
import { isUniqueViolation } from '../store/db/errors.ts'
import { deleteDraftKeptBy, deleteDraftOf, type DraftKey } from '../store/drafts.ts'
import { flagsOfTranslation, updatePlaces, type Flag } from '../store/flags.ts'
import { advanceHead, holdHead, type BareHead, type Head, type Which } from '../store/heads.ts'
import { insertRevision, insertSnapshot, revisionBySaveKey, revisionTime } from '../store/revisions.ts'
import type { Db } from '../store/schema.ts'
import { applyChange, canonical } from '../text/change.ts'
import type { Place } from '../text/place.ts'
import { countWords } from '../text/words.ts'
import type { Reason, SaveResponse } from '../wire/save.ts'
import { acceptedActs } from './accepted-acts.ts'
import type { Deps, Person } from './deps.ts'
import { findBareHead } from './find-head.ts'
import { sha256 } from './hash.ts'
import { placeOf } from './flag-views.ts'
import { stepOn } from './place-flags.ts'
import { keepText, textAt } from './read-revision.ts'
import { measure, sumUpFlags, sumUpText } from './sum-up.ts'
import { beginReview } from './summarise.ts'
import { insertFlags, type PlacedFlag } from './write-flag.ts'

/** Of every so many revisions the whole text is kept. */
const snapshotEvery = 200
/** How often a save looks again because others were faster, before it gives up. */
const mostTries = 100

export type Conflict = Extract<SaveResponse, { status: 'conflict' }>

/** What is to become of a head; worked out anew for each head that the save meets. */
export interface Plan {
  readonly status: 'plan'
  /** narrowed, of the head's text; empty where the text stays */
  readonly change: ChangeSet
  readonly restores?: number
  readonly undoes?: number
  /** the revision the author started from, where others have saved since */
  readonly mergedFrom?: number
  readonly reasons?: readonly Reason[]
  /** flags to be set along with it, placed in the new head */
  readonly flags?: readonly PlacedFlag[]
  /** where a flag that was there before stands in the new head, where that is more than a step on from where it stood */
  readonly move?: (flag: Flag) => Place
}

export interface Save {
  readonly person: Person
  readonly which: Which
  /** the head, where the caller has just read it */
  readonly head?: BareHead
  readonly key: string
  /** what the key was sent with, JSON-able: the same key with something else is another save */
  readonly asked: unknown
  readonly summary: string
  /** the draft this save makes needless, and what it was made of */
  readonly draft: { readonly key: DraftKey; readonly base: number; readonly change: string } | null
  plan(head: Head): Promise<Plan | Conflict>
}

const wordsOf = (text: string, change: ChangeSet): { added: number; removed: number } => {
  let added = 0
  let removed = 0
  change.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    removed += countWords(text.slice(fromA, toA))
    added += countWords(inserted.toString())
  })
  return { added, removed }
}

const numbersBetween = (after: number, before: number): number[] =>
  Array.from({ length: Math.max(0, before - after - 1) }, (_, i) => after + 1 + i)

/** The head, its text from memory where that is the one saved last; another's save meanwhile is told by its number. */
async function headToChange(deps: Deps, which: Which, known?: BareHead): Promise<Head> {
  const head = known ?? (await findBareHead(deps.store.db, which))
  return { ...head, head_text: await textAt(deps, head.id, head.head_number) }
}

/**
 * What a save is known by: its key with what was asked under it. A page gone back to sends its old key with a new wish; that is
 * no repetition, and must not be answered as one.
 */
const keyOf = ({ key, asked, person }: Save, translationId: string): string =>
  sha256(JSON.stringify([translationId, person.id, key, asked]))

/** What the same request was answered before, if it was. */
async function earlier(db: Db, save: Save, translationId: string): Promise<SaveResponse | undefined> {
  const made = await revisionBySaveKey(db, keyOf(save, translationId))
  if (made === undefined) return undefined
  // Only the very draft that was saved: words typed since the first sending are not in that revision.
  if (save.draft) await deleteDraftOf(db, save.draft.key, save.draft.base, save.draft.change)
  const mergedWith = made.merged_from === null ? [] : numbersBetween(made.merged_from, made.number)
  return { status: 'saved', number: made.number, hash: made.hash, mergedWith }
}

/** Sets the flags of a save that leaves the text as it is. */
async function writeUnchanged(
  tx: Db,
  deps: Deps,
  save: Save,
  head: Head,
  plan: Plan,
  began: number,
): Promise<SaveResponse | null> {
  if (!(await holdHead(tx, head.id, head.head_number))) return null
  if (plan.flags?.length) {
    await insertFlags(tx, { translationId: head.id, person: save.person, at: began, flags: plan.flags })
    await beginReview(tx, head, save.person, began)
    await sumUpFlags(tx, deps, { head, person: save.person, at: began })
  }
  if (save.draft) await deleteDraftKeptBy(tx, save.draft.key, began)
  return { status: 'unchanged', number: head.head_number }
}

/** Writes where the flags stand now; gives them as they are then. */
async function moveFlags(tx: Db, translationId: string, move: (flag: Flag) => Place): Promise<Flag[]> {
  const moved = new Map<string, string>()
  const flags = (await flagsOfTranslation(tx, translationId)).map(flag => {
    const place = JSON.stringify(move(flag))
    if (place !== flag.place) moved.set(flag.id, place)
    return { ...flag, place }
  })
  await updatePlaces(tx, moved)
  return flags
}

/** What a plan makes of a head; worked out before the transaction, so that others wait no longer than they must. */
async function make(deps: Deps, head: Head, change: ChangeSet) {
  const text = applyChange(head.head_text, change)
  const hash = sha256(text)
  const mt = { hash: head.mt_hash, text: await textAt(deps, head.id, 0) }
  const measured = measure(deps, mt, { hash, text })
  return { text, hash, change: canonical(change), ...wordsOf(head.head_text, change), measured }
}

async function writeRevision(
  tx: Db,
  save: Save,
  head: Head,
  plan: Plan,
  made: Awaited<ReturnType<typeof make>>,
  began: number,
): Promise<SaveResponse | null> {
  const { person } = save
  const number = head.head_number + 1
  const { text, hash } = made
  // First of all, for it is also the lock under which the flags are read and moved.
  const state = await advanceHead(tx, head.id, { number, hash, text })
  if (state === undefined) return null
  const at = Math.max(began, (await revisionTime(tx, head.id, head.head_number)) ?? head.created_at)
  await insertRevision(tx, {
    translation_id: head.id,
    number,
    author_id: person.id,
    created_at: at,
    summary: save.summary,
    change: made.change,
    hash,
    words_added: made.added,
    words_removed: made.removed,
    reasons: JSON.stringify(plan.reasons ?? []),
    restores: plan.restores ?? null,
    undoes: plan.undoes ?? null,
    merged_from: plan.mergedFrom ?? null,
    save_key: keyOf(save, head.id),
  })
  if (number % snapshotEvery === 0) await insertSnapshot(tx, { translation_id: head.id, number, text })
  const move: Plan['move'] = plan.move ?? (flag => stepOn(placeOf(flag), { number, change: plan.change }, flag.words))
  const moved = await moveFlags(tx, head.id, move)
  const set = plan.flags ?? []
  await insertFlags(tx, { translationId: head.id, person, at, flags: set })
  const flags = set.length === 0 ? moved : await flagsOfTranslation(tx, head.id)
  await sumUpText(tx, { head: { ...head, state }, person, at }, made.measured, flags)
  const about = { article_id: head.article_id, translation_id: head.id, revision: number, person_id: person.id, at }
  const taken = { before: head.head_text, after: text, change: plan.change, reasons: plan.reasons ?? [] }
  await insertCheckActs(tx, acceptedActs(taken, about))
  if (save.draft) await deleteDraftKeptBy(tx, save.draft.key, began)
  return {
    status: 'saved',
    number,
    hash,
    mergedWith: plan.mergedFrom === undefined ? [] : numbersBetween(plan.mergedFrom, number),
  }
}

/**
 * The one path by which a text changes. The plan is made outside the transaction, for the head as it is; the transaction writes it
 * if the head is still that one, else all is planned again on the newer head. So a save waits for no other, and none is lost.
 * The same key gives the same revision, also when both requests run at once, and when the first was stored but its answer lost.
 * @throws Problem article-unknown, translation-unknown, article-purged; text-too-large
 */
export async function storeRevision(deps: Deps, save: Save): Promise<SaveResponse> {
  const began = deps.now()
  const { db } = deps.store
  for (let tries = 0; tries < mostTries; tries += 1) {
    const head = await headToChange(deps, save.which, tries === 0 ? save.head : undefined)
    const before = await earlier(db, save, head.id)
    if (before) return before
    const plan = await save.plan(head)
    if (plan.status === 'conflict') return plan
    const made = plan.change.empty ? null : await make(deps, head, plan.change)
    try {
      const answer = await deps.store.transaction(tx =>
        made ? writeRevision(tx, save, head, plan, made, began) : writeUnchanged(tx, deps, save, head, plan, began),
      )
      if (made && answer) keepText(deps, head.id, head.head_number + 1, made.text)
      if (answer) return answer
    } catch (error) {
      if (isUniqueViolation(error)) continue
      const twin = await earlier(db, save, head.id).catch(() => undefined)
      if (twin) return twin
      throw error
    }
  }
  throw new Problem('database-unreachable', { reason: `the head moved ${mostTries} times` })
}
