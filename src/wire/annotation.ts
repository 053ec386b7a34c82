import { z } from 'zod'
import { id, offset, words } from './common.ts'
import { flagEdit, newFlag } from './flag.ts'

export type AnnotationState = 'open' | 'done' | 'withdrawn'

/** An error that an annotator marks in the MT; an empty span is a point, for what is missing. */
export const newMark = newFlag.omit({ revision: true })
export type NewMark = z.infer<typeof newMark>

/** @see flagEdit */
export const markEdit = flagEdit
export type MarkEdit = z.infer<typeof markEdit>

/** How good a paragraph is, as ESA asks (Kocmi et al. 2024, https://aclanthology.org/2024.wmt-1.131/). */
export const judgementRequest = z.object({
  /** line of the MT, from 0 */
  paragraph: z.int().min(0),
  /** null takes it back */
  score: z.int().min(0).max(100).nullable(),
})
export type JudgementRequest = z.infer<typeof judgementRequest>

/** At these, annotators are told what a judgement means. */
export const judgementAnchors = [0, 33, 66, 100] as const

const adjudicationChoices = ['a', 'b', 'other', 'none'] as const
export type AdjudicationChoice = (typeof adjudicationChoices)[number]

const { category, severity, comment, suggestion } = newFlag.shape

/** What is decided of two annotators' flags on the same error; '' where one of them has none. */
export const adjudicationRequest = z.object({
  a: z.union([id, z.literal('')]),
  b: z.union([id, z.literal('')]),
  choice: z.enum(adjudicationChoices),
  /** with the choice `other`: the version agreed on, on the MT */
  own: z.object({ from: offset, to: offset, category, severity, comment, suggestion }).optional(),
  /** why */
  comment: words(5000).default(''),
  /** the decision that was seen to hold, '' where there was none: if another has been made since, nothing is decided */
  seen: z.union([id, z.literal('')]).optional(),
})
export type AdjudicationRequest = z.infer<typeof adjudicationRequest>

/** How far two annotators agree, in the order of the page. */
export const agreementFigures = [
  'exact', 'characters', 'categoryOfWords', 'severityOfWords', 'categoryOfPairs', 'severityOfPairs',
  'judgementBias', 'judgementPearson', 'judgementKendall', 'judgementAlpha',
] as const // prettier-ignore
export type AgreementFigure = (typeof agreementFigures)[number]

/** One figure, of how much it is made, and how sure it is. */
export interface AgreementRow {
  readonly id: AgreementFigure
  /** null where there is none */
  readonly value: number | null
  /** 95 %; null where there is no interval */
  readonly low: number | null
  readonly high: number | null
  /** spans of both together, words, errors that both found, paragraphs that both judged */
  readonly n: number
  /** too few for conclusions */
  readonly isFew: boolean
}
