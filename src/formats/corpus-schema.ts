import { z } from 'zod'
import { severities } from '../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../mqm/typology.ts'

/** The JSON files of a corpus folder, as `corpus/README.md` describes them. Times are ISO 8601 there, epoch milliseconds here. */
const time = z.iso.datetime({ offset: true }).transform(text => Date.parse(text))
const offset = z.int().min(0)
const category = z.custom<CategoryId>(id => typeof id === 'string' && isCategory(id), {
  error: 'not a category of MQM-Core',
})
const severity = z.enum(severities)
const name = z.string().trim().min(1).max(100)

export const articleFile = z.object({
  form: z.literal(1),
  title: z.string().trim().min(1),
  address: z.string().default(''),
  sourceLanguage: z.string().max(35).default(''),
  createdAt: time,
})

const reason = z.object({
  from: offset,
  to: offset,
  category,
  severity,
  flag: z.string().optional(),
  check: z.string().optional(),
})

export const revisionEntry = z.object({
  author: name,
  at: time,
  summary: z.string().max(500).default(''),
  restores: offset.optional(),
  undoes: z.int().min(1).optional(),
  reasons: z.array(reason).optional(),
})

export const translationFile = z.object({
  system: z.string().default(''),
  language: z.string().min(2).max(35).default('sv'),
  state: z.enum(['new', 'in-review', 'corrected', 'approved']),
  revisions: z.array(revisionEntry),
})

export const flagEntry = z.object({
  author: name,
  layer: z.string().default('shared'),
  revision: offset,
  from: offset,
  to: offset,
  words: z.string(),
  category,
  severity,
  comment: z.string().max(5000).default(''),
  suggestion: z.string().max(5000).default(''),
  at: time,
  dismissed: z.object({ reason: z.string().max(5000), at: time, by: name }).optional(),
})
export const flagsFile = z.array(flagEntry)

export type CorpusFlag = z.infer<typeof flagEntry>

export interface CorpusRevision extends z.infer<typeof revisionEntry> {
  readonly text: string
}

export interface CorpusTranslation extends Omit<z.infer<typeof translationFile>, 'revisions'> {
  /** revision 0 */
  readonly mt: string
  /** revisions 1 and on; the last one is the corrected text */
  readonly revisions: readonly CorpusRevision[]
  readonly flags: readonly CorpusFlag[]
}

/** An article of a corpus: what one folder holds. */
export interface CorpusArticle extends Omit<z.infer<typeof articleFile>, 'form'> {
  /** empty where there is none */
  readonly source: string
  readonly translations: readonly CorpusTranslation[]
}
