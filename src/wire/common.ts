import { z } from 'zod'
import { categories } from '../mqm/typology.ts'
import { severities } from '../mqm/annotation.ts'
import { isEnterable } from '../text/entry.ts'

export const id = z.string().regex(/^[0-9a-z]{16}$/)
export const offset = z.int().min(0)
export const revisionNumber = z.int().min(0)
export const time = z.int().describe('milliseconds since 1970-01-01 UTC')
export const key = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w-]+$/)
  .describe('made by the caller; sent twice, it is one save')
/** What a person writes beside a text, by the same rules of entry. @param longest in UTF-16 code units */
export const words = (longest: number) => z.string().max(longest).refine(isEnterable)
/** What a finding, a reason or an act speaks of: the id of a pair or a term. */
export const about = id
/** Names a browser's tab. */
export const tab = z.string().regex(/^[\w-]{1,80}$/)
/** Checked in full by `text/change.ts`, which knows the text it applies to. */
export const change = z
  .array(z.union([z.number(), z.array(z.union([z.number(), z.string()]))]))
  .describe('a ChangeSet of @codemirror/state as JSON')

export const states = ['new', 'in-review', 'corrected', 'approved'] as const
export const state = z.enum(states)
export type State = z.infer<typeof state>
/** The desk is through with it: what it has left as it was is right. */
export const reviewedStates: readonly string[] = ['corrected', 'approved'] satisfies readonly State[]
export const isReviewed = (of: string): boolean => reviewedStates.includes(of)

export const category = z.enum(categories as [string, ...string[]])
export const severity = z.enum(severities)
export const person = z.object({ id, name: z.string() })
export type PersonView = z.infer<typeof person>
