import { z } from 'zod'
import { category, id, offset, severity, time, words } from './common.ts'
import { longestTerm, mostVariants } from './term.ts'

/** Where a batch came from. `words`: a person wrote it; `again`: corrections of an older translation of the same article. */
export const batchKinds = ['pair', 'term', 'finding', 'words', 'again'] as const
export type BatchKind = (typeof batchKinds)[number]

/** What is longer is no wording. */
export const longestWording = 500
/** All variants of a term, `|` between them. */
export const longestVariants = mostVariants * (longestTerm + 3)

export const batchScope = z.object({
  /** only in this article */
  article: id.optional(),
  /** not in translations that are approved */
  unapproved: z.boolean().optional(),
  /** only in translations of this MT system */
  system: words(200).optional(),
  /** only in articles that were worked on since */
  since: time.optional(),
  /** in archived articles too */
  archived: z.boolean().optional(),
})
export type BatchScope = z.infer<typeof batchScope>

const variantsOf = (before: string): readonly string[] => before.split('|').map(variant => variant.trim())

export const batchRequest = z
  .object({
    /** of a term: its variants, `|` between them */
    before: words(longestVariants),
    /** empty: what stands there is struck out */
    after: words(longestWording),
    kind: z.enum(['pair', 'term', 'finding', 'words']).default('words'),
    /** the pair or the term; of a finding its check (one that spoke of a pair or a term is of that kind) */
    about: z
      .string()
      .regex(/^[a-z0-9-]{0,80}$/)
      .default(''),
    /** what the revisions are to be about: the batch's name */
    summary: words(200).default(''),
    scope: batchScope.default({}),
    category: category.optional(),
    severity: severity.optional(),
  })
  .refine(
    ({ kind, before }) =>
      (kind === 'term' ? variantsOf(before) : [before]).every(each => each.length <= longestWording),
    { path: ['before'] },
  )
export type BatchRequest = z.infer<typeof batchRequest>

/** Of the places that are not applied yet: which are chosen, and what is to be written there. */
export const hitsRequest = z.object({
  hits: z
    .array(z.object({ number: offset, chosen: z.boolean().optional(), fix: words(5000).optional() }))
    .max(1000)
    .default([]),
  /** all or none of the batch, or of one translation; before what `hits` says */
  all: z.object({ chosen: z.boolean(), translation: id.optional() }).optional(),
})
export type HitsRequest = z.infer<typeof hitsRequest>
