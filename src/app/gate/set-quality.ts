import { Problem } from '../../errors.ts'
import { actsOn, insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { readSetting, replaceSetting } from '../../store/settings.ts'
import type { QualitySettings } from '../../wire/quality.ts'
import type { Deps, Person } from '../deps.ts'
import { needPerson } from '../find-head.ts'
import { sha256 } from '../hash.ts'
import { qualitySetting, readSettings } from './quality-settings.ts'

/** What was decided once, newest first in a story. */
export interface QualityAct {
  readonly person: string
  /** epoch ms */
  readonly at: number
  readonly before: QualitySettings
  readonly after: QualitySettings
}

export interface QualityStory {
  readonly settings: QualitySettings
  /** another after each change: what a change is made of is named by it */
  readonly stamp: string
  readonly acts: readonly QualityAct[]
}

/** So many changes are told. */
const mostActs = 50

const stampOf = (stored: string | null): string => sha256(stored ?? '')

/** In the form in which they are read again: of weights of one's own only what is one's own. */
const written = ({ own, ...settings }: QualitySettings): string =>
  JSON.stringify({
    ...settings,
    own: own && { name: own.name, severities: own.severities, exceptions: own.exceptions },
  })

export async function qualityStory({ store: { db } }: Pick<Deps, 'store'>): Promise<QualityStory> {
  const stored = await readSetting(db, qualitySetting)
  const acts = await actsOn(db, 'quality', qualitySetting, mostActs)
  return {
    settings: readSettings(stored),
    stamp: stampOf(stored),
    acts: acts.map(({ person, at, detail }) => {
      const { before, after } = JSON.parse(detail) as { readonly before: string; readonly after: string }
      return { person, at, before: readSettings(before), after: readSettings(after) }
    }),
  }
}

export interface QualityDecision {
  readonly person: Person | null
  readonly settings: QualitySettings
  /** of what was changed */
  readonly stamp: string
}

async function write(tx: Db, person: Person, { settings, stamp }: QualityDecision, at: number): Promise<void> {
  const stored = await readSetting(tx, qualitySetting)
  if (stampOf(stored) !== stamp) throw new Problem('quality-misfit')
  const before = written(readSettings(stored))
  const after = written(settings)
  if (before === after) return
  if (!(await replaceSetting(tx, qualitySetting, { before: stored, after }))) throw new Problem('quality-misfit')
  const act = { id: newId(), subject: 'quality' as const, subject_id: qualitySetting, kind: 'set' }
  await insertHouseActs(tx, [{ ...act, person_id: person.id, at, detail: JSON.stringify({ before, after }) }])
}

/**
 * Decides about quality for the house. Decided so already, nothing happens.
 * @throws Problem name-missing; quality-misfit where somebody else has changed it since
 */
export async function setQuality(deps: Deps, decision: QualityDecision): Promise<void> {
  const person = needPerson(decision.person)
  await deps.store.transaction(tx => write(tx, person, decision, deps.now()))
}
