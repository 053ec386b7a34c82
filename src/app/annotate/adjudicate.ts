import { Problem } from '../../errors.ts'
import { adjudicationsOf, insertAdjudication } from '../../store/annotations.ts'
import { flagById, updateFlag, type Flag } from '../../store/flags.ts'
import type { Head } from '../../store/heads.ts'
import { newId } from '../../store/id.ts'
import type { Tx } from '../../store/schema.ts'
import type { Place } from '../../text/place.ts'
import type { AdjudicationRequest } from '../../wire/annotation.ts'
import type { PendingFlag } from '../../wire/flag.ts'
import { checkSpan } from '../flags/anchor-flags.ts'
import type { Deps, Person } from '../deps.ts'
import { edited } from '../flags/edit-flag.ts'
import { findHead, needPerson, type Which } from '../find-head.ts'
import { onSteadyHead } from '../on-steady-head.ts'
import { placeAlong } from '../flags/place-flags.ts'
import { textAt } from '../revisions/read-revision.ts'
import { sumUpFlags } from '../queue/sum-up.ts'
import { beginReview } from '../queue/summarise.ts'
import { recordFlag, sharedLayer, writeFlag } from '../flags/write-flag.ts'
import { comparableFlags } from './comparable-layers.ts'
import { decisionsAbout } from './decisions.ts'
import { refuseAnnotators } from './disclosed.ts'

export interface Adjudicating extends Which {
  readonly person: Person | null
}

export interface Adjudicated {
  /** how many were decided */
  readonly decided: number
  readonly translationId: string
}

type Version = Omit<PendingFlag, 'id'>

interface Decision {
  readonly request: AdjudicationRequest
  /** what is agreed on, and where it stands in the head; null where it is no error */
  readonly version: (Version & { readonly words: string; readonly place: Place }) | null
}

const versionOf = ({ span_from, span_to, category, severity, comment, suggestion }: Flag): Version => ({
  from: span_from,
  to: span_to,
  category,
  severity: severity as Version['severity'],
  comment,
  suggestion,
})

/** @throws Problem adjudication-misfit, field-invalid */
function chosenOf({ a, b, choice, own }: AdjudicationRequest, flags: ReadonlyMap<string, Flag>): Version | null {
  const both = [a, b].filter(id => id !== '')
  const layers = both.map(id => flags.get(id)?.layer)
  if (both.length === 0 || layers.includes(undefined) || new Set(layers).size < both.length)
    throw new Problem('adjudication-misfit')
  if (choice === 'none') return null
  if (choice === 'other') {
    if (own === undefined) throw new Problem('field-invalid', { field: 'own' })
    return own
  }
  const flag = flags.get(choice === 'a' ? a : b)
  if (flag === undefined) throw new Problem('adjudication-misfit')
  return versionOf(flag)
}

interface Moment {
  readonly head: Head
  readonly person: Person
  readonly at: number
}

const isLike = (flag: Flag, { from, to }: Version): boolean =>
  flag.revision === 0 && flag.span_from === from && flag.span_to === to

/** Makes the agreed flag of a decision, or what an earlier one had made into it. @returns its id; '' where there is to be none */
async function agree(tx: Tx, { version }: Decision, earlier: readonly Flag[], now: Moment): Promise<string> {
  const { head, person, at } = now
  const kept = version && earlier.find(flag => isLike(flag, version))
  for (const flag of earlier) {
    if (flag === kept) continue
    await updateFlag(tx, flag.id, flag.version, { withdrawn_at: at, updated_at: at })
    await recordFlag(tx, flag, { kind: 'withdraw', person, at, detail: {} })
  }
  if (version === null) return ''
  if (kept) {
    const change = edited(kept, version)
    if (change === null) return kept.id
    await updateFlag(tx, kept.id, kept.version, { ...change.values, updated_at: at })
    await recordFlag(tx, kept, { kind: 'edit', person, at, detail: change.detail })
    return kept.id
  }
  const flag = { ...version, id: newId(), revision: 0 }
  await writeFlag(tx, { translationId: head.id, layer: sharedLayer, person, at, flag })
  return flag.id
}

async function writeDecision(tx: Tx, decision: Decision, now: Moment): Promise<void> {
  const { a, b, choice, comment, seen } = decision.request
  const { head, person, at } = now
  const before = decisionsAbout(await adjudicationsOf(tx, head.id), { a, b })
  if (seen !== undefined && seen !== (before.at(-1)?.id ?? '')) throw new Problem('adjudication-moved')
  const made = new Set(before.map(({ flag_id }) => flag_id).filter(id => id !== ''))
  const earlier: Flag[] = []
  for (const id of made) {
    const flag = await flagById(tx, id)
    if (flag?.withdrawn_at === null) earlier.push(flag)
  }
  await insertAdjudication(tx, {
    id: newId(),
    translation_id: head.id,
    a_flag_id: a,
    b_flag_id: b,
    choice,
    flag_id: await agree(tx, decision, earlier, now),
    person_id: person.id,
    at,
    comment,
  })
}

/**
 * Decides what is right of two annotators' flags: one of theirs, another version, or no error at all. What is agreed on is a flag of the
 * shared layer, which a later decision about either flag changes or takes back; the annotators' own stay as they are. All or nothing.
 * @throws Problem adjudication-misfit (no such flags, or of one annotator), adjudication-moved (another has decided since), annotation-begun, name-missing, field-invalid, flag-misfit, …
 */
export async function adjudicate(
  deps: Deps,
  by: Adjudicating,
  requests: readonly AdjudicationRequest[],
): Promise<Adjudicated> {
  const person = needPerson(by.person)
  const { db } = deps.store
  return onSteadyHead<Adjudicated>(deps, async () => {
    const head = await findHead(db, by)
    await refuseAnnotators(db, head.id, person)
    const told = { decided: requests.length, translationId: head.id }
    if (requests.length === 0) return { known: told }
    const mt = await textAt(deps, head.id, 0)
    const flags = new Map([...(await comparableFlags(db, head.id)).values()].flat().map(flag => [flag.id, flag]))
    const decisions: Decision[] = []
    for (const request of requests) {
      const chosen = chosenOf(request, flags)
      if (chosen) checkSpan(chosen, mt)
      const anchor = chosen && { ...chosen, revision: 0, words: mt.slice(chosen.from, chosen.to) }
      const place = anchor && (await placeAlong(deps, head.id, anchor, head.head_number))
      decisions.push({ request, version: anchor && place && { ...anchor, place } })
    }
    const at = deps.now()
    const write = async (tx: Tx): Promise<Adjudicated> => {
      for (const decision of decisions) await writeDecision(tx, decision, { head, person, at })
      await beginReview(tx, head, person, at)
      await sumUpFlags(tx, deps, { head, person, at })
      return told
    }
    return { head, write }
  })
}
