import { z } from 'zod'
import { proposalRules } from '../mqm/propose.ts'
import { category, id, offset, severity, time, words } from './common.ts'

/**
 * How the category of a correction is known, surest first: a person has said it, a flag on the words, a finding that was accepted, a
 * term of the house, a paragraph that was moved; else the rule of `mqm/propose.ts` that holds.
 */
export const origins = ['person', 'flag', 'finding', 'term', 'moved', ...proposalRules] as const
export type Origin = (typeof origins)[number]

/** Whether somebody or something has said the category, a person, a flag, a check or a term; else a rule proposes it. */
export const isTold = (origin: Origin): boolean => origins.indexOf(origin) < origins.indexOf('moved')

/** A hunk between the MT and the head, with its MQM category. Known by its place in the MT, which never changes. */
export const correctionView = z.object({
  id,
  /** in the MT */
  fromA: offset,
  toA: offset,
  before: z.string(),
  after: z.string(),
  category,
  severity,
  origin: z.enum(origins),
  /** the flag that it answers, the check whose finding it mends, the batch that it came with; '' where none */
  flag: z.string(),
  check: z.string(),
  batch: z.string(),
  /** who made it, in which revision, when */
  person: z.string(),
  revision: offset,
  at: time,
  /** who has said its category; '' where a flag, a check, a term or a rule tells it */
  saidBy: z.string(),
  /** what all corrections that read so have in common, and how many there are */
  pair: z.object({ id, corrections: z.int(), articles: z.int() }),
})
export type CorrectionView = z.infer<typeof correctionView>

/** What a person says of a correction that is saved: its place in the MT and its words tell which. */
export const rulingRequest = z.object({
  fromA: offset,
  toA: offset,
  after: words(100_000),
  category,
  severity,
  comment: words(2000).default(''),
})
export type RulingRequest = z.infer<typeof rulingRequest>
