import type { ChangeSet } from '@codemirror/state'
import { insertCheckActs } from '../../store/check-acts.ts'
import { deleteDraftKeptBy, type DraftKey } from '../../store/drafts.ts'
import { flagsApart, flagsOfTranslation, updatePlaces, type Flag } from '../../store/flags.ts'
import { advanceHead, type Head } from '../../store/heads.ts'
import { insertRevision, insertSnapshot, revisionTime } from '../../store/revisions.ts'
import type { Db } from '../../store/schema.ts'
import type { CorrectedPart } from '../../store/search.ts'
import { applyChange, canonical, checkSegments } from '../../text/change.ts'
import type { Place } from '../../text/place.ts'
import { countWords } from '../../text/words.ts'
import type { Reason } from '../../wire/save.ts'
import { acceptedActs } from './accepted-acts.ts'
import type { Deps, Person } from '../deps.ts'
import { placeOf } from '../flags/flag-views.ts'
import { sha256 } from '../hash.ts'
import type { HashedText } from './hunk-cache.ts'
import { stepOn } from '../flags/place-flags.ts'
import { measure, sumUpText } from '../queue/sum-up.ts'
import { followWork, type Measure } from '../queue/summarise.ts'
import { insertFlags, type PlacedFlag } from '../flags/write-flag.ts'

/** Of every so many revisions the whole text is kept. */
const snapshotEvery = 200

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

/** Whose revision it is, and what of it does not depend on the head that it meets. */
export interface Authored {
  readonly person: Person
  readonly summary: string
  /** unique: what the revision is known by, where the same is asked again */
  readonly saveKey: string
  /** the draft that it makes needless */
  readonly draft: DraftKey | null
  /** when the work began, epoch ms */
  readonly began: number
  /** of many revisions in one transaction: where what the search is to find is gathered; the caller ends with `writeCorrected` */
  readonly gathered?: CorrectedPart[]
}

/** What a plan makes of a head's text, ready to be written. */
export interface Made {
  readonly text: string
  readonly hash: string
  /** canonical */
  readonly change: string
  readonly added: number
  readonly removed: number
  readonly measured: Measure
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

/**
 * What a plan makes of a head; worked out before the transaction, so that others wait no longer than they must.
 * @throws Problem segments-fixed
 */
export function makeRevision(
  { hunks }: Pick<Deps, 'hunks'>,
  head: Pick<Head, 'head_text' | 'fixed'>,
  mt: HashedText,
  change: ChangeSet,
): Made {
  const text = applyChange(head.head_text, change)
  const hash = sha256(text)
  const fixed = head.fixed === 1
  // whatever made the change: no segment of a file is ever split, joined or moved
  if (fixed) checkSegments(head.head_text, text)
  const measured = measure({ hunks }, mt, { hash, text }, fixed)
  return { text, hash, change: canonical(change), ...wordsOf(head.head_text, change), measured }
}

/** Writes where flags stand now; gives them as they are then. */
async function moveFlags(tx: Db, flags: readonly Flag[], move: (flag: Flag) => Place): Promise<Flag[]> {
  const changed = new Map<string, string>()
  const moved = flags.map(flag => {
    const place = JSON.stringify(move(flag))
    if (place !== flag.place) changed.set(flag.id, place)
    return { ...flag, place }
  })
  await updatePlaces(tx, changed)
  return moved
}

/**
 * Writes a revision with all that follows from it: change, hash, snapshot every 200, flags' places one step on, the queue's
 * figures, acts. False, and nothing is written, where the head has moved on from the one that it was made for.
 */
export async function writeRevision(tx: Db, by: Authored, head: Head, plan: Plan, made: Made): Promise<boolean> {
  const { person, began } = by
  const number = head.head_number + 1
  const { text, hash } = made
  // First of all, for it is also the lock under which the flags are read and moved.
  const before = await advanceHead(tx, head.id, { number, hash, text })
  if (before === undefined) return false
  const at = Math.max(began, (await revisionTime(tx, head.id, head.head_number)) ?? head.created_at)
  await insertRevision(tx, {
    translation_id: head.id,
    number,
    author_id: person.id,
    created_at: at,
    summary: by.summary,
    change: made.change,
    hash,
    words_added: made.added,
    words_removed: made.removed,
    reasons: JSON.stringify(plan.reasons ?? []),
    restores: plan.restores ?? null,
    undoes: plan.undoes ?? null,
    merged_from: plan.mergedFrom ?? null,
    save_key: by.saveKey,
  })
  if (number % snapshotEvery === 0) await insertSnapshot(tx, { translation_id: head.id, number, text })
  const move: Plan['move'] = plan.move ?? (flag => stepOn(placeOf(flag), { number, change: plan.change }, flag.words))
  const moved = await moveFlags(tx, await flagsOfTranslation(tx, head.id), move)
  await moveFlags(tx, await flagsApart(tx, head.id), move)
  const set = plan.flags ?? []
  await insertFlags(tx, { translationId: head.id, person, at, flags: set })
  const flags = set.length === 0 ? moved : await flagsOfTranslation(tx, head.id)
  const state = await followWork(tx, { ...head, state: before }, { by: 'text', person, at })
  await sumUpText(tx, { head: { ...head, state }, person, at, gathered: by.gathered }, made.measured, flags)
  const about = { article_id: head.article_id, translation_id: head.id, revision: number, person_id: person.id, at }
  const taken = { before: head.head_text, after: text, change: plan.change, reasons: plan.reasons ?? [] }
  await insertCheckActs(tx, acceptedActs(taken, about))
  if (by.draft) await deleteDraftKeptBy(tx, by.draft, began)
  return true
}
