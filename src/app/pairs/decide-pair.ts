import { Problem } from '../../errors.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import { holdPair, pairById, updatePair, type PairChange } from '../../store/memory.ts'
import { insertPairs, newPair, pairsBy } from '../../store/pairs.ts'
import type { Db, Row } from '../../store/schema.ts'
import { enterText } from '../../text/entry.ts'
import { foldForSearch } from '../../text/fold.ts'
import type { DecisionRequest, RuleRequest, RuleStatus } from '../../wire/rule.ts'
import type { Deps, Person } from '../deps.ts'
import { pairHash } from '../corrections/derive-corrections.ts'
import { needPerson } from '../find-head.ts'
import { changePair } from './pair-voice.ts'
import { tooWide } from './voice.ts'
import { voices } from './voices.ts'

/** What of a pair a person decides. */
export interface Decided {
  readonly status: RuleStatus
  readonly instead: string | null
  readonly near: readonly string[]
  readonly system: string
  readonly note: string
}

export const decidedOf = (pair: Row<'pair'>): Decided => ({
  status: pair.status as RuleStatus,
  instead: pair.instead,
  near: JSON.parse(pair.near) as readonly string[],
  system: pair.system,
  note: pair.note,
})

/** What was done, by what has changed most: what is told of it in a line. */
export type DecisionKind = 'add' | 'pin' | 'unpin' | 'retire' | 'revive' | 'edit' | 'limit' | 'note'

function kindOf(before: Decided, after: Decided): DecisionKind {
  if (before.status !== after.status) {
    if (after.status !== 'learned') return after.status === 'pinned' ? 'pin' : 'retire'
    return before.status === 'pinned' ? 'unpin' : 'revive'
  }
  if (before.instead !== after.instead) return 'edit'
  return before.system !== after.system || before.near.join('\n') !== after.near.join('\n') ? 'limit' : 'note'
}

/** A line, as it is kept. @throws Problem text-has-nul, text-has-lone-surrogate */
const line = (raw: string): string => enterText(raw).replace(/\s+/gu, ' ').trim()

/** Words near which a rule holds, each once. @throws Problem field-invalid (one without a letter or digit) */
function enterNear(raw: readonly string[]): readonly string[] {
  const words = raw.map(line).filter(word => word !== '')
  if (words.some(word => !/[\p{L}\p{N}]/u.test(word))) throw new Problem('field-invalid', { field: 'near' })
  return [...new Map(words.map(word => [foldForSearch(word), word])).values()]
}

/** Nothing would change. @throws Problem rule-same */
function refuseSame(before: string, after: string): void {
  if (before.normalize('NFC') === after.normalize('NFC')) throw new Problem('rule-same')
}

function enterInstead(raw: string | null | undefined, pair: Row<'pair'>): string | null {
  if (raw === undefined) return pair.instead
  const instead = line(raw ?? '')
  if (instead === '' || instead === pair.after_text) return null
  refuseSame(pair.before_text, instead)
  return instead
}

async function record(
  tx: Db,
  pairId: string,
  act: { readonly kind: DecisionKind; readonly person: Person; readonly at: number; readonly before: Decided | null; readonly after: Decided },
): Promise<void> {
  const { kind, person, at, before, after } = act
  const detail = JSON.stringify({ before, after })
  await insertHouseActs(tx, [
    { id: newId(), subject: 'pair', subject_id: pairId, kind, person_id: person.id, at, detail },
  ])
} // prettier-ignore

/** Writes what a person decides about a pair that is held, and tells it in its history. */
async function decide(
  tx: Db,
  pair: Row<'pair'>,
  after: Decided,
  by: { readonly person: Person; readonly at: number; readonly kind?: DecisionKind; readonly also?: PairChange },
): Promise<Row<'pair'>> {
  const before = decidedOf(pair)
  const { person, at } = by
  const kept = {
    status: after.status,
    instead: after.instead,
    near: JSON.stringify(after.near),
    system: after.system,
    note: after.note,
    person_id: person.id,
    decided_at: at,
  }
  const changed = await changePair(tx, pair, { ...kept, ...by.also })
  // it may speak in other places now, or nowhere: the articles are told as of one that has just begun, or fallen silent
  await updatePair(tx, pair.id, { heard: changed.voice > 0 ? 0 : pair.voice })
  await record(tx, pair.id, { kind: by.kind ?? kindOf(before, after), person, at, before, after })
  return changed
}

/**
 * Decides about a pair of the memory: pinned it speaks whatever was declined, retired never; edited it writes other words; limited it
 * speaks near some words or in texts of one MT system. Decided so already, nothing happens.
 * @throws Problem name-missing, pair-unknown, rule-misfit (another has decided meanwhile), rule-empty, rule-too-wide, rule-same, field-invalid
 */
export async function decidePair(
  deps: Deps,
  input: { readonly person: Person | null; readonly pairId: string; readonly decision: DecisionRequest },
): Promise<Row<'pair'>> {
  const person = needPerson(input.person)
  const { decision } = input
  return deps.store.transaction(async tx => {
    if (!(await holdPair(tx, input.pairId))) throw new Problem('pair-unknown')
    const pair = await pairById(tx, input.pairId)
    if (!pair) throw new Problem('pair-unknown')
    const before = decidedOf(pair)
    const after: Decided = {
      status: decision.status ?? before.status,
      instead: enterInstead(decision.instead, pair),
      near: decision.near === undefined ? before.near : enterNear(decision.near),
      system: decision.system === undefined ? before.system : line(decision.system),
      note: decision.note === undefined ? before.note : enterText(decision.note).trim(),
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return pair
    if (pair.decided_at !== decision.seen) throw new Problem('rule-misfit')
    if (after.status === 'pinned') tooWide(pair.before_text)
    return decide(tx, pair, after, { person, at: deps.now() })
  })
}

/**
 * Makes a rule that a person has thought of: a pinned pair without a correction; where there is such a pair it is pinned, and limited as
 * asked.
 * @throws Problem name-missing, rule-empty, rule-too-wide, rule-same, field-invalid
 */
export async function addRule(
  deps: Deps,
  input: { readonly person: Person | null; readonly rule: RuleRequest },
): Promise<Row<'pair'>> {
  const person = needPerson(input.person)
  const { rule } = input
  const [before, after] = [line(rule.before), line(rule.after)]
  tooWide(before)
  refuseSame(before, after)
  const hash = pairHash(before, after)
  const near = enterNear(rule.near)
  const decided = { status: 'pinned' as const, instead: null, near, system: line(rule.system), note: enterText(rule.note).trim() }
  return deps.store.transaction(async tx => {
    const at = deps.now()
    const [known] = await pairsBy(tx, 'hash', [hash])
    const { category, severity } = rule
    const counts = { corrections: 0, articles: 0, first_at: at, last_at: at, category, severity }
    const fresh = newPair({ hash, before_text: before, after_text: after }, counts, voices)
    if (!known) await insertPairs(tx, [fresh])
    const id = known?.id ?? fresh.id
    if (!(await holdPair(tx, id))) throw new Error(`the pair ${id} was not stored`)
    const pair = await pairById(tx, id)
    if (!pair) throw new Error(`the pair ${id} was not stored`)
    return decide(tx, pair, decided, { person, at, kind: known ? 'pin' : 'add', also: { category, severity } })
  })
} // prettier-ignore
