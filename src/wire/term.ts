import { z } from 'zod'
import { partsOfSpeech, termStatuses } from '../text/term.ts'
import { category, id, severity, time, words } from './common.ts'

export const longestTerm = 200
export const mostVariants = 100

/** An entry of the termbase, as a person writes it. */
export const termEntry = z.object({
  preferred: words(longestTerm),
  /** what it replaces; none: it is a known name */
  variants: z.array(words(longestTerm)).max(mostVariants).default([]),
  partOfSpeech: z.enum(partsOfSpeech).default('other'),
  /** its own forms, where the dictionary does not know them; the order is that of the part of speech, `-` stands for none */
  inflection: z.array(words(longestTerm)).max(10).default([]),
  /** in which it holds; '' everywhere */
  domain: words(80).default(''),
  note: words(2000).default(''),
  status: z.enum(termStatuses).default('approved'),
  /** of the findings of it */
  category: category.default('terminology/inconsistent-with-resource'),
  severity: severity.default('major'),
})
export type TermEntry = z.infer<typeof termEntry>

/** `version`: the one that was edited; refused where there is a newer one. */
export const termRequest = termEntry.extend({ version: z.int().min(1).optional() })

export const termView = termEntry.extend({
  id,
  version: z.int(),
  /** who wrote it last */
  person: z.string(),
  createdAt: time,
  updatedAt: time,
})
export type TermView = z.infer<typeof termView>
