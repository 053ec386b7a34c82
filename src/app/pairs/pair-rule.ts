import { Problem } from '../../errors.ts'
import { actsOn } from '../../store/house-acts.ts'
import { pairById } from '../../store/memory.ts'
import { personById } from '../../store/persons.ts'
import { systemsInUse } from '../../store/queue.ts'
import type { Deps } from '../deps.ts'
import { decidedOf, type Decided, type DecisionKind } from './decide-pair.ts'
import { factsOf } from './pair-voice.ts'
import { confidenceOf, hear, type Voice } from './voice.ts'

/** A decision about a pair, as it is told. */
export interface DecisionView {
  readonly kind: DecisionKind
  readonly person: string
  /** epoch ms */
  readonly at: number
  readonly before: Decided | null
  readonly after: Decided
}

/** What the memory makes of a pair, why, and what was decided about it. */
export interface PairRule extends Decided, Voice {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly corrections: number
  readonly articles: number
  readonly declined: number
  readonly kept: number
  /** how likely it is right where it speaks, between 0 and 1; 0 where it is silent */
  readonly confidence: number
  /** epoch ms; null where nobody has decided anything */
  readonly decidedAt: number | null
  readonly decidedBy: string | null
  /** newest first */
  readonly history: readonly DecisionView[]
  /** MT systems that it can be limited to */
  readonly systems: readonly string[]
}

/** How many decisions are told. */
const mostActs = 50

/** @throws Problem pair-unknown */
export async function pairRule(deps: Deps, pairId: string): Promise<PairRule> {
  const { db } = deps.store
  const pair = await pairById(db, pairId)
  if (!pair) throw new Problem('pair-unknown')
  const [acts, systems, person] = await Promise.all([
    actsOn(db, 'pair', pairId, mostActs),
    systemsInUse(db),
    pair.person_id === null ? undefined : personById(db, pair.person_id),
  ])
  const { corrections, articles, declined, kept } = pair
  const voice = hear(factsOf(pair))
  return {
    id: pair.id,
    before: pair.before_text,
    after: pair.after_text,
    ...decidedOf(pair),
    ...voice,
    corrections,
    articles,
    declined,
    kept,
    confidence: confidenceOf(voice.voice),
    decidedAt: pair.decided_at,
    decidedBy: person?.name ?? null,
    history: acts.map(({ kind, person, at, detail }) => {
      const told = JSON.parse(detail) as { readonly before: Decided | null; readonly after: Decided }
      return { kind: kind as DecisionKind, person, at, ...told }
    }),
    systems: systems.filter(system => system !== ''),
  }
}
