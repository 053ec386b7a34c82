import { Problem } from '../../errors.ts'
import { isUniqueViolation } from '../../store/db/errors.ts'
import { deleteDraftKeptBy, deleteDraftOf, type DraftKey } from '../../store/drafts.ts'
import { holdHead, type BareHead, type Head, type Which } from '../../store/heads.ts'
import { revisionBySaveKey } from '../../store/revisions.ts'
import type { Db } from '../../store/schema.ts'
import type { SaveResponse } from '../../wire/save.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead } from '../find-head.ts'
import { sha256 } from '../hash.ts'
import { keepText, textAt } from './read-revision.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { beginReview } from '../queue/summarise.ts'
import { insertFlags } from '../flags/write-flag.ts'
import { makeRevision, writeRevision, type Made, type Plan } from './write-revision.ts'

export type { Plan } from './write-revision.ts'

/** How often a save looks again because others were faster, before it gives up. */
const mostTries = 100

export type Conflict = Extract<SaveResponse, { status: 'conflict' }>

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

/** What is written of a head whose text changes. */
async function writeChanged(
  tx: Db,
  save: Save,
  head: Head,
  plan: Plan,
  made: Made,
  began: number,
): Promise<SaveResponse | null> {
  const { person, summary, draft } = save
  const by = { person, summary, saveKey: keyOf(save, head.id), draft: draft?.key ?? null, began }
  if (!(await writeRevision(tx, by, head, plan, made))) return null
  const number = head.head_number + 1
  const mergedWith = plan.mergedFrom === undefined ? [] : numbersBetween(plan.mergedFrom, number)
  return { status: 'saved', number, hash: made.hash, mergedWith }
}

/**
 * The path by which a person's save changes a text (a batch's, of many texts, is `apply-batch.ts`; both write by `write-revision.ts`). The plan is made outside the transaction, for the head as it is; the transaction writes it
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
    const made = plan.change.empty
      ? null
      : makeRevision(deps, head, { hash: head.mt_hash, text: await textAt(deps, head.id, 0) }, plan.change)
    try {
      const answer = await deps.store.transaction(tx =>
        made ? writeChanged(tx, save, head, plan, made, began) : writeUnchanged(tx, deps, save, head, plan, began),
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
