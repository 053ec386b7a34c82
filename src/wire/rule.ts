import { z } from 'zod'
import { category, severity, time, words } from './common.ts'

/** How a pair stands with the memory. */
export const ruleStatuses = ['learned', 'pinned', 'retired'] as const
export type RuleStatus = (typeof ruleStatuses)[number]

const longest = 200
const near = z.array(words(80)).max(20)
const system = words(200)
const note = words(2000)

/** What a person decides about a pair; what is left out stays as it is. */
export const decisionRequest = z.object({
  status: z.enum(ruleStatuses).optional(),
  /** what to write instead of what was written; null or as it was written: that */
  instead: words(longest).nullable().optional(),
  /** one of these must stand in the paragraph or in the heading; none: everywhere */
  near: near.optional(),
  /** the MT system that it is limited to; '' for all */
  system: system.optional(),
  note: note.optional(),
  /** when it was last decided about, as whoever decides has seen it; null never. A newer one is not overwritten */
  seen: time.nullable(),
})
export type DecisionRequest = z.infer<typeof decisionRequest>

/** A rule that a person writes. */
export const ruleRequest = z.object({
  before: words(longest),
  /** empty: the words are to be deleted */
  after: words(longest),
  category,
  severity,
  near: near.default([]),
  system: system.default(''),
  note: note.default(''),
})
export type RuleRequest = z.infer<typeof ruleRequest>
