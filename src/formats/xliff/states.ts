/** How far the translation of a segment had come, as XLIFF says it and the programs that have attributes of their own for it. */
import type { FileState, Stage } from '../../text/file-state.ts'
import type { XmlElement } from '../lib/xml.ts'

/** XLIFF 1.2, 2.3 `state`; XLIFF 2.x, 4.3.1.33. */
const stages: Readonly<Record<string, Stage>> = {
  new: 'open',
  'needs-translation': 'open',
  'needs-adaptation': 'review',
  'needs-l10n': 'review',
  'needs-review-translation': 'review',
  'needs-review-adaptation': 'review',
  'needs-review-l10n': 'review',
  initial: 'open',
  translated: 'translated',
  reviewed: 'reviewed',
  'signed-off': 'approved',
  final: 'approved',
}

/** `conf` of SDL Trados Studio. */
const studioStages: Readonly<Record<string, Stage>> = {
  Draft: 'open',
  Translated: 'translated',
  RejectedTranslation: 'rejected',
  ApprovedTranslation: 'reviewed',
  RejectedSignOff: 'rejected',
  ApprovedSignOff: 'approved',
}

/** `mq:status` of memoQ. The second reviewer’s confirmation is no more an approval than the first one’s. */
const memoqStages: Readonly<Record<string, Stage>> = {
  NotStarted: 'open',
  Pretranslated: 'open',
  AssembledFromFragments: 'open',
  MachineTranslated: 'open',
  PartiallyEdited: 'open',
  Edited: 'open',
  ManuallyConfirmed: 'translated',
  TranslatorConfirmed: 'translated',
  Reviewer1Confirmed: 'reviewed',
  ReviewerConfirmed: 'reviewed',
  Proofread: 'reviewed',
  Rejected: 'rejected',
}

const stageIn = (known: Readonly<Record<string, Stage>>, value: string): Stage =>
  Object.hasOwn(known, value) ? (known[value] ?? 'other') : 'other'

/** An attribute of another namespace than XLIFF’s, by its local name. */
const foreign = (of: XmlElement | undefined, local: string): string | undefined =>
  of?.attributes.find(each => each.local === local && each.prefix !== '' && each.prefix !== 'xml')?.value

const isLocked = (value: string | undefined): boolean => /^(?:true|1|yes|locked)$/i.test(value ?? '')

/** What is told in a line: long values of others are cut. */
const told = (...parts: readonly (string | undefined)[]): string =>
  parts
    .filter(part => part !== undefined && part !== '')
    .join(', ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .toWellFormed()

interface Said {
  /** XLIFF’s own: `state`, and what says more of it (`state-qualifier`, `subState`) */
  readonly state?: string | undefined
  readonly more?: string | undefined
  /** of 1.2: yes or no */
  readonly approved?: string | undefined
}

/**
 * By the attributes of XLIFF itself; null where there are none. `approved="no"` is what holds where nothing is said. Where a unit is approved and its
 * state says that there is work to do, the work is believed.
 */
export function stateSaid({ state, more, approved }: Said): FileState | null {
  const isApproved = approved === 'yes'
  if (state === undefined && !isApproved) return null
  const own = state === undefined ? 'approved' : stageIn(stages, state)
  const raised = isApproved && own !== 'open' && own !== 'review' ? 'approved' : own
  const stage = /^rejected-/.test(more ?? '') ? 'rejected' : raised
  return { stage, said: told(state, more, isApproved ? 'approved="yes"' : undefined), locked: false }
}

/** Of SDL Trados Studio: `sdl:seg` of a segment. */
function studioState(segment: XmlElement | undefined): FileState | null {
  const conf = segment?.attributes.find(({ name }) => name === 'conf')?.value
  const locked = isLocked(segment?.attributes.find(({ name }) => name === 'locked')?.value)
  if (!segment || (conf === undefined && !locked)) return null
  const origin = segment.attributes.find(({ name }) => name === 'origin')?.value
  return { stage: conf === undefined ? 'open' : stageIn(studioStages, conf), said: told(conf, origin), locked }
}

/** Of memoQ and Phrase: attributes of the unit. */
function unitState(unit: XmlElement): FileState | null {
  const locked = isLocked(foreign(unit, 'locked'))
  const status = foreign(unit, 'status')
  if (status !== undefined) return { stage: stageIn(memoqStages, status), said: told(status), locked }
  const confirmed = foreign(unit, 'confirmed')
  if (confirmed === undefined) return null
  const isConfirmed = confirmed === '1' || confirmed === 'true'
  const origin = foreign(unit, 'trans-origin')
  return {
    stage: isConfirmed ? 'translated' : 'open',
    said: told(`confirmed="${confirmed}"`, isConfirmed ? '' : origin),
    locked,
  }
}

/** As the program says it that the file is of; null where it is of none that is known. */
export const stateOfProgram = (unit: XmlElement, studioSegment: XmlElement | undefined): FileState | null =>
  studioState(studioSegment) ?? unitState(unit)
