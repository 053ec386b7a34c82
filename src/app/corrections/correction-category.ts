import type { Severity } from '../../mqm/annotation.ts'
import { propose } from '../../mqm/propose.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import type { CorrectedHunk } from '../../text/corrected.ts'
import type { Span } from '../../text/span.ts'
import type { Origin } from '../../wire/correction.ts'
import type { PlacedReason } from './place-reasons.ts'

/** A flag that the text has answered: its words were changed. */
export interface AnsweredFlag extends Span {
  readonly id: string
  /** the revision that changed its words */
  readonly by: number
  readonly category: string
  readonly severity: string
}

/** What is known of a correction besides its words. */
export interface Known {
  readonly ruling: { readonly category: string; readonly severity: string } | undefined
  /** those of its words, the likeliest first */
  readonly reasons: readonly PlacedReason[]
  readonly flag: AnsweredFlag | undefined
  /** what a term says whose preferred wording was put in for one it replaces */
  readonly term: { readonly category: string; readonly severity: string } | undefined
}

export interface Categorised {
  readonly category: string
  readonly severity: string
  readonly origin: Origin
  readonly check_id: string
  readonly flag_id: string
  readonly batch_id: string
}

/** A reason that names nobody else: the person who saved has said so. */
const isOwnWord = ({ reason }: PlacedReason): boolean => reason.check === undefined && reason.flag === undefined

interface Said {
  readonly origin: Origin
  readonly category: string
  readonly severity: string
}

const said = (origin: Origin, from: { readonly category: string; readonly severity: string } | undefined): Said[] =>
  from ? [{ origin, category: from.category, severity: from.severity }] : []

/** The category of a correction, by the surest that says one: a person, a flag, a check, a term; else by a rule. */
export function categorise(
  hunk: CorrectedHunk,
  words: { readonly before: string; readonly after: string; readonly beforeContext: string },
  known: Known,
): Categorised {
  const { reasons, flag } = known
  const ofFlag = reasons.find(({ reason }) => reason.flag !== undefined)?.reason
  const ofCheck = reasons.find(({ reason }) => reason.check !== undefined)?.reason
  const own = reasons.find(isOwnWord)?.reason
  const [surest] = [
    ...said('person', known.ruling),
    ...said(own?.category === flag?.category ? 'flag' : 'person', own),
    ...said('flag', flag),
    ...said('flag', ofFlag),
    ...said('finding', ofCheck),
    ...said('term', known.term),
    ...(hunk.moved ? [movedParagraph] : []),
  ]
  const { category, severity, origin } = surest ?? proposed(words)
  return {
    category,
    severity,
    origin,
    check_id: ofCheck?.check ?? '',
    flag_id: flag?.id ?? ofFlag?.flag ?? '',
    batch_id: reasons.find(({ reason }) => reason.batch !== undefined)?.reason.batch ?? '',
  }
}

const organizational: CategoryId = 'style/organizational'
const neutral: Severity = 'neutral'
const movedParagraph: Said = { origin: 'moved', category: organizational, severity: neutral }

const proposed = (words: { readonly before: string; readonly after: string; readonly beforeContext: string }): Said => {
  const { category, severity, rule } = propose(words)
  return { origin: rule, category, severity }
}
