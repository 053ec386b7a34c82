import { z } from 'zod'
import { about, category, id, offset, severity, tab, time, words } from './common.ts'

/** A sentence in the languages of the interface. */
const said = z.object({ sv: z.string(), en: z.string() })

/** A check's stable name: `month-capital`. */
export const checkId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** What a check found, as it stands after the house's settings and without what was dismissed. */
export const findingView = z.object({
  check: checkId,
  from: offset,
  to: offset,
  /** the words of the span */
  text: z.string(),
  category,
  severity,
  /** how likely it is right, between 0 and 1 */
  confidence: z.number(),
  /** what is wrong just here, and why */
  message: said,
  /** the check's name */
  title: said,
  /** what to write instead, best first; an empty string deletes the span */
  fixes: z.array(z.string()),
  /** the pair of the memory, or the term, that it speaks of */
  about: about.optional(),
})
export type FindingView = z.infer<typeof findingView>

/** The text as it is in the editor, saved or not. The newest request of a tab takes the place of those it has waiting. */
export const findingsRequest = z.object({ text: z.string(), tab: tab.optional() })
export type FindingsRequest = z.infer<typeof findingsRequest>

/** Why there are no findings: checking took longer than is allowed, a newer request came, or the checks broke down. */
const findingsOutcomes = ['ready', 'slow', 'superseded', 'failed'] as const

export const findingsResponse = z.object({
  outcome: z.enum(findingsOutcomes),
  /** in the order of the text; null unless `ready` */
  findings: z.array(findingView).nullable(),
  /** SHA-256 of the text that was checked */
  hash: z.string(),
})
export type FindingsResponse = z.infer<typeof findingsResponse>

export const dismissalScopes = ['here', 'article', 'always'] as const
export type DismissalScope = (typeof dismissalScopes)[number]

/**
 * A finding that is none. `here` holds for the words at their place, which `before` and `after` tell (`text/context.ts` makes
 * them); `article` for these words of this check in the article, `always` in every article.
 */
export const dismissRequest = z.object({
  /** made by the caller; sent twice, it is one dismissal */
  id: id.optional(),
  check: checkId,
  words: words(5000),
  before: words(200).default(''),
  after: words(200).default(''),
  /** how many places earlier in the text read just so, context and all */
  nth: z.int().min(0).max(1e9).default(0),
  category: category.optional(),
  severity: severity.optional(),
  about: about.optional(),
  scope: z.enum(dismissalScopes),
  reason: words(2000),
})
export type DismissRequest = z.infer<typeof dismissRequest>

export const dismissalView = z.object({
  id,
  check: checkId,
  words: z.string(),
  before: z.string(),
  after: z.string(),
  scope: z.enum(dismissalScopes),
  reason: z.string(),
  person: z.string(),
  at: time,
  /** the article it was dismissed in */
  articleId: id.nullable(),
  withdrawn: z.boolean(),
})
export type DismissalView = z.infer<typeof dismissalView>
