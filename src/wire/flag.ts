import { z } from 'zod'
import { category, id, offset, revisionNumber, severity, time, words } from './common.ts'

const body = {
  category,
  severity,
  comment: words(5000).default(''),
  suggestion: words(5000).default(''),
}

/** A flag to be set on a stored revision (0 is the MT). An empty span is a point, for what is missing. */
export const newFlag = z.object({ id: id.optional(), revision: revisionNumber, from: offset, to: offset, ...body })
export type NewFlag = z.infer<typeof newFlag>

/** A flag on words that are not saved yet: the span is of the text that the save (or draft) makes. */
export const pendingFlag = z.object({ id, from: offset, to: offset, ...body })
export type PendingFlag = z.infer<typeof pendingFlag>

export const flagEdit = z.object({ version: z.int(), ...body })
export type FlagEdit = z.infer<typeof flagEdit>

export const flagStatuses = ['open', 'fixed', 'orphaned', 'dismissed'] as const

export const flagView = z.object({
  id,
  layer: z.string(),
  author: z.string(),
  revision: revisionNumber,
  from: offset,
  to: offset,
  /** the words it was set on */
  words: z.string(),
  category,
  severity,
  comment: z.string(),
  suggestion: z.string(),
  status: z.enum(flagStatuses),
  /** where its words stand in the head revision; null where they are gone */
  place: z.object({ from: offset, to: offset }).nullable(),
  fixedBy: revisionNumber.nullable(),
  /** places where the words of an orphaned flag stand again: offered, never taken by themselves */
  foundAgain: z.array(z.object({ from: offset, to: offset })),
  dismissedReason: z.string(),
  createdAt: time,
  version: z.int(),
})
export type FlagView = z.infer<typeof flagView>
