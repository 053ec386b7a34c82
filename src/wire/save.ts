import { z } from 'zod'
import { about, change, category, id, key, offset, revisionNumber, severity, tab, words } from './common.ts'
import { pendingFlag } from './flag.ts'

/** Why a passage of a revision reads as it does. */
export const reason = z.object({
  from: offset,
  to: offset,
  category,
  severity,
  flag: words(200).optional(),
  check: words(200).optional(),
  /** the pair or the term that the check spoke of */
  about: about.optional(),
  /** the batch that it came with */
  batch: id.optional(),
})
export type Reason = z.infer<typeof reason>

/** The same in a form of paragraphs: the span is of what a field `p<from>-<to>` holds. */
export const fieldReason = reason.extend({ field: z.string().regex(/^p\d{1,12}-\d{1,12}$/) })
export type FieldReason = z.infer<typeof fieldReason>

/** What a save is about, in a line. */
export const summary = words(500)

export const saveRequest = z.object({
  base: revisionNumber,
  change,
  key,
  summary: summary.default(''),
  reasons: z.array(reason).default([]),
  flags: z.array(pendingFlag).default([]),
  tab: tab.optional(),
})
export type SaveRequest = z.infer<typeof saveRequest>

/** One place where two people changed the same words. */
export const conflict = z.object({
  base: z.string(),
  theirs: z.string(),
  mine: z.string(),
  /** where `theirs` stands in the text of `partial` */
  from: offset,
  to: offset,
})
export type ConflictView = z.infer<typeof conflict>

export const saveResponse = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('saved'),
    number: revisionNumber,
    hash: z.string(),
    mergedWith: z.array(revisionNumber),
  }),
  z.object({ status: z.literal('unchanged'), number: revisionNumber }),
  /** Nothing was stored. `partial` is what of mine could be merged, a change of the head's text; the rest is for a person to choose. */
  z.object({
    status: z.literal('conflict'),
    head: revisionNumber,
    headText: z.string(),
    partial: change,
    conflicts: z.array(conflict),
  }),
])
export type SaveResponse = z.infer<typeof saveResponse>

export const draftRequest = z.object({
  base: revisionNumber,
  change,
  flags: z.array(pendingFlag).default([]),
  /** of what is typed, by the checks that found it wrong before; the flags' are told by the save */
  reasons: z.array(reason).default([]),
})
export type DraftRequest = z.infer<typeof draftRequest>

export const draftView = z.object({
  tab: z.string(),
  base: revisionNumber,
  change,
  flags: z.array(pendingFlag),
  reasons: z.array(reason),
  updatedAt: z.int(),
  /** the text the change applies to, where the base is not the head */
  baseText: z.string().nullable(),
})
export type DraftView = z.infer<typeof draftView>
