import { Text, type ChangeSet } from '@codemirror/state'
import { Problem } from '../../errors.ts'
import type { Head } from '../../store/heads.ts'
import { stepsBetween } from '../../store/revisions.ts'
import { applyChange, changeJson, composeAll, inSegments, narrow, readChange } from '../../text/change.ts'
import { merge, type Merge } from '../../text/merge.ts'
import type { Step } from '../../text/path.ts'
import { sliceOf, type Span } from '../../text/span.ts'
import type { PendingFlag } from '../../wire/flag.ts'
import type { Reason } from '../../wire/save.ts'
import { carry, checkSpan } from '../flags/anchor-flags.ts'
import type { Deps } from '../deps.ts'
import { openAt, placeAlong } from '../flags/place-flags.ts'
import type { Conflict, Plan } from './store-revision.ts'
import type { PlacedFlag } from '../flags/write-flag.ts'

/** What one person made of a revision: a narrowed change of `baseText`, and marks on `text`, which it makes. */
export interface Mine {
  readonly base: number
  readonly baseText: string
  readonly change: ChangeSet
  readonly text: string
  readonly flags: readonly PendingFlag[]
  readonly reasons: readonly Reason[]
}

/** The text both started from, and mine. */
export interface Texts {
  readonly base: string
  readonly mine: string
}

/** A conflict as it is shown: what stood there, and what either has made of it. `headText` is what `partial` is of. */
export function conflictView(
  head: Pick<Head, 'head_number' | 'head_text'>,
  merged: Extract<Merge, { kind: 'conflict' }>,
  texts: Texts,
): Conflict {
  return {
    status: 'conflict',
    head: head.head_number,
    headText: head.head_text,
    partial: changeJson(merged.partial) as Conflict['partial'],
    conflicts: merged.conflicts.map(({ base, theirs, mine, at }) => ({
      base: sliceOf(texts.base, base),
      theirs: sliceOf(head.head_text, theirs),
      mine: sliceOf(texts.mine, mine),
      from: at.from,
      to: at.to,
    })),
  }
}

const placed = (flag: PendingFlag, revision: number, span: Span, text: string): PlacedFlag => {
  const anchor = { revision, from: span.from, to: span.to }
  return { ...flag, ...anchor, words: text.slice(span.from, span.to), place: openAt(anchor) }
}

function checkMarks({ flags, reasons, text }: Mine): void {
  for (const flag of flags) checkSpan(flag, text)
  for (const { from, to } of reasons)
    if (to < from || to > text.length) throw new Problem('field-invalid', { field: 'reasons' })
}

/** Where a flag on words that others' saves touch was in the base, if its words were there already. */
async function anchoredInBase(
  deps: Deps,
  head: Head,
  mine: Mine,
  flag: PendingFlag,
  next: Step | undefined,
): Promise<PlacedFlag | null> {
  const words = mine.text.slice(flag.from, flag.to)
  const span = carry(flag, words, mine.change.invert(Text.of(mine.baseText.split('\n'))))
  if (span === null || mine.baseText.slice(span.from, span.to) !== words) return null
  const inBase = placed(flag, mine.base, span, mine.baseText)
  return { ...inBase, place: await placeAlong(deps, head.id, inBase, head.head_number, next) }
}

/** Others have changed the words of a flag of mine that never were stored: there is nothing to anchor it on, so a person looks. */
function flagConflict(
  head: Head,
  mine: Mine,
  merged: ChangeSet,
  over: ChangeSet,
  bothText: string,
  flag: PendingFlag,
): Conflict {
  const [from, to] = [over.mapPos(flag.from, -1), over.mapPos(flag.to, 1)]
  const { invertedDesc } = mine.change
  const base = mine.baseText.slice(invertedDesc.mapPos(flag.from, -1), invertedDesc.mapPos(flag.to, 1))
  const conflict = { base, theirs: bothText.slice(from, to), mine: mine.text.slice(flag.from, flag.to), from, to }
  return {
    status: 'conflict',
    head: head.head_number,
    headText: head.head_text,
    partial: changeJson(merged) as Conflict['partial'],
    conflicts: [conflict],
  }
}

async function mergeOlder(deps: Deps, head: Head, mine: Mine): Promise<Plan | Conflict> {
  const since = await stepsBetween(deps.store.db, head.id, mine.base, head.head_number)
  const composed = composeAll(
    since.map(step => readChange(step.change)),
    mine.baseText.length,
  )
  // Narrowed, so that what was changed and changed back is in nobody's way.
  const narrowed = (change: ChangeSet, text: string): ChangeSet =>
    head.fixed === 1 ? inSegments(narrow(change, text), text) : narrow(change, text)
  const stored = narrowed(composed, mine.baseText)
  const merged = merge(mine.baseText, stored, mine.change)
  if (merged.kind === 'conflict') return conflictView(head, merged, { base: mine.baseText, mine: mine.text })
  const change = narrowed(merged.change, head.head_text)
  const bothText = applyChange(head.head_text, change)
  // What the others have done to the text that mine is.
  const over = merged.mirror
  const revision = change.empty ? head.head_number : head.head_number + 1
  const next: Step | undefined = change.empty ? undefined : { number: revision, change, restores: null, undoes: null }
  const flags: PlacedFlag[] = []
  for (const flag of mine.flags) {
    const words = mine.text.slice(flag.from, flag.to)
    const span = carry(flag, words, over)
    const kept = span !== null && bothText.slice(span.from, span.to) === words
    const anchored = kept ? placed(flag, revision, span, bothText) : await anchoredInBase(deps, head, mine, flag, next)
    if (anchored === null) return flagConflict(head, mine, change, over, bothText, flag)
    flags.push(anchored)
  }
  const reasons = mine.reasons.map(reason => {
    const from = over.mapPos(reason.from, 1)
    return { ...reason, from, to: Math.max(from, over.mapPos(reason.to, -1)) }
  })
  return { status: 'plan', change, mergedFrom: mine.base, reasons, flags }
}

/** What is to be stored of `mine` on the head: as it is where nobody saved since, else merged, else the conflict. */
export async function mergeSave(deps: Deps, head: Head, mine: Mine): Promise<Plan | Conflict> {
  checkMarks(mine)
  if (mine.base !== head.head_number) return mergeOlder(deps, head, mine)
  const revision = mine.change.empty ? head.head_number : head.head_number + 1
  const flags = mine.flags.map(flag => placed(flag, revision, flag, mine.text))
  return { status: 'plan', change: mine.change, reasons: mine.reasons, flags }
}
