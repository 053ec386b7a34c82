/** The figures of quality, as the pages show them and as programs get them. Formulas, sources and signatures: docs/quality.md. */
import { z } from 'zod'
import { severities } from '../mqm/annotation.ts'
import { severity, time } from './common.ts'

/**
 * Whose translations count: those the house is through with; of these, all but what was approved as the machine wrote it with certain findings
 * open (`sure`); the approved ones; or all that anybody has corrected or annotated.
 */
export const reportStates = ['reviewed', 'sure', 'approved', 'all'] as const
export type ReportStates = (typeof reportStates)[number]

export const figureIds = ['quality', 'penalty', 'wmt', 'esa', 'hter', 'chrf'] as const
export type FigureId = (typeof figureIds)[number]

const score = z.number().nullable()

export const figure = z
  .object({
    score: score.describe('null where there is nothing to reckon it by: no words, nothing reviewed'),
    low: score.describe('of the interval; null where fewer than two units have a score'),
    high: score,
    units: z.int().describe('that were drawn again: articles of a set, sentences of one article'),
  })
  .readonly()
export type Figure = z.infer<typeof figure>

const figures = z.record(z.enum(figureIds), figure).readonly()
export type Figures = z.infer<typeof figures>

export const verdict = z.enum(['pass', 'fail', 'too-short'])

/** Numbers of the texts themselves. */
const extent = {
  articles: z.int(),
  translations: z.int(),
  words: z.int().describe('of the machine translations'),
  segments: z.int().describe('sentences'),
}

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const system = z.string().describe('’’ where the system was not told')

export const errorRow = z
  .object({
    category: z.string().describe('an id of ours, or a name of another program'),
    severities: z.record(severity, z.number()).readonly().describe('how many; parts of one where annotators differ'),
    count: z.number(),
    penalty: z.number().describe('points, by the weights of the report'),
  })
  .readonly()
export type ErrorRow = z.infer<typeof errorRow>

export const binRow = z
  .object({
    from: z.number().describe('HTER from, in per cent'),
    to: score.describe('and below; null: no end'),
    articles: z.int(),
  })
  .readonly()
export type BinRow = z.infer<typeof binRow>

export const worstRow = z
  .object({
    articleId: z.string(),
    translationId: z.string(),
    title: z.string(),
    system,
    line: z.int().describe('of the machine translation, from 0'),
    at: z.int().describe('where it begins, in UTF-16 code units'),
    excerpt: z.string(),
    edits: score.describe('null where nobody is through with correcting it'),
    referenceWords: score,
    errors: z.number(),
    penalty: z.number(),
  })
  .readonly()
export type WorstRow = z.infer<typeof worstRow>

export const correctionRow = z
  .object({
    pair: z.string(),
    before: z.string(),
    after: z.string(),
    corrections: z.int(),
    articles: z.int(),
    category: z.string(),
    severity,
  })
  .readonly()
export type CorrectionRow = z.infer<typeof correctionRow>

export const checkRow = z
  .object({
    check: z.string(),
    open: z.int().describe('findings that stand in articles now'),
    accepted: z.int(),
    dismissed: z.int(),
    precision: score.describe('share accepted of those decided on, 0 to 1'),
  })
  .readonly()
export type CheckRow = z.infer<typeof checkRow>

/** By what the figures were reckoned. */
export const method = z
  .object({
    weights: z
      .object({
        id: z.string(),
        name: z.string(),
        source: z.string(),
        severities: z.record(severity, z.number()).readonly(),
        exceptions: z
          .array(
            z
              .object({ category: z.string(), severity: severity.optional(), weight: z.number() })
              .readonly()
              .describe('what weighs otherwise than its severity says; without a severity, whatever that is'),
          )
          .readonly(),
      })
      .readonly(),
    threshold: z.number(),
    level: z.number(),
    resamples: z.int(),
    seed: z.int(),
    signatures: z.object({ hter: z.string(), chrf: z.string() }).readonly(),
  })
  .readonly()
export type Method = z.infer<typeof method>

export const about = z
  .object({
    system: system.nullable().describe('null: all of them'),
    from: month.nullable(),
    to: month.nullable().describe('the last month'),
    states: z.enum(reportStates),
    language: z.string().nullable(),
  })
  .readonly()
export type About = z.infer<typeof about>

export const monthRow = z.object({ month, ...extent, figures }).readonly()
export type MonthRow = z.infer<typeof monthRow>

export const systemRow = z.object({ system, ...extent, figures }).readonly()
export type SystemRow = z.infer<typeof systemRow>

/** An approval says that nothing is wrong with a text, whatever the checks found then: so both are told. */
export const approvalCounts = z
  .object({
    approved: z.int().describe('approved translations'),
    unknown: z
      .int()
      .describe(
        'of these, those of which it is not known what the checks found: approved elsewhere, or before it was kept',
      ),
    open: z.int().describe('in which findings stood open when they were approved'),
    certain: z.int().describe('in which certain findings did: right in at least 95 of 100'),
    asTheyCame: z.int().describe('approved as the machine wrote them: they count as without error'),
    asTheyCameOpen: z.int(),
    asTheyCameCertain: z.int(),
  })
  .readonly()
export type ApprovalCounts = z.infer<typeof approvalCounts>

/** Of many articles: GET /quality. */
export const qualityReport = z
  .object({
    about,
    method,
    at: time,
    ...extent,
    unmeasured: z.int().describe('translations that are yet to be measured, and in no figure'),
    approvals: approvalCounts,
    figures,
    verdict: verdict.nullable().describe('of the raw quality score against the threshold; null where there is none'),
    months: z.array(monthRow).readonly(),
    systems: z.array(systemRow).readonly(),
    errors: z.array(errorRow).readonly(),
    distribution: z.array(binRow).readonly(),
    corrections: z.array(correctionRow).readonly(),
    worst: z.array(worstRow).readonly(),
    checks: z.array(checkRow).readonly(),
  })
  .readonly()
export type QualityReport = z.infer<typeof qualityReport>

export const noSeverities = Object.fromEntries(severities.map(each => [each, 0])) as Record<
  (typeof severities)[number],
  number
>

const test = z
  .object({
    figure: z.enum(figureIds),
    articles: z.int().describe('that both have a score for'),
    a: score,
    b: score,
    difference: score.describe('first − second'),
    low: score,
    high: score,
    paired: z.boolean().describe('false: they share no article, and the interval is of two sets that were drawn apart'),
    bootstrapP: score.describe('two-sided; null where they share none'),
    randomisationP: score,
  })
  .readonly()
export type ComparedFigure = z.infer<typeof test>

/** Two systems: GET /quality/compare. */
export const qualityComparison = z
  .object({
    about,
    method,
    at: time,
    a: systemRow,
    b: systemRow,
    shared: z.int().describe('articles that both have translated'),
    tests: z.array(test).readonly(),
  })
  .readonly()
export type QualityComparison = z.infer<typeof qualityComparison>

const paragraphRow = z
  .object({
    line: z.int().describe('of the machine translation, from 0'),
    at: z.int().describe('where it begins, in UTF-16 code units'),
    excerpt: z.string(),
    words: z.int(),
    segments: z.int(),
    edits: score.describe('null where nobody is through with correcting it'),
    referenceWords: score,
    errors: score.describe('null where no annotator has looked'),
    penalty: score,
    hter: score,
    chrf: score,
  })
  .readonly()
export type ParagraphRow = z.infer<typeof paragraphRow>

/** One translation: GET /articles/:id/quality. */
export const articleQuality = z
  .object({
    articleId: z.string(),
    translationId: z.string(),
    title: z.string(),
    system,
    state: z.string(),
    method,
    at: time,
    words: z.int(),
    headWords: z.int(),
    segments: z.int(),
    annotators: z.int().describe('whose mean the errors are, or who have agreed on them; 0: they are the desk’s own'),
    agreed: z
      .object({ decided: z.int(), all: z.int() })
      .readonly()
      .nullable()
      .describe(
        'of how many places that two or more annotators marked it was decided what is right; their mean counts until all are. null: of none, or there are no two',
      ),
    approval: z
      .object({ asItCame: z.boolean(), open: z.int(), certain: z.int() })
      .readonly()
      .nullable()
      .describe(
        'how many findings, and certain ones, stood open when it was approved; null: it is not, or nobody knows',
      ),
    figures,
    verdict: verdict.nullable(),
    errors: z.array(errorRow).readonly(),
    paragraphs: z.array(paragraphRow).readonly(),
    revisions: z
      .array(z.object({ revision: z.int(), at: time, hter: score }).readonly())
      .readonly()
      .describe('the HTER that the machine translation would have, were that revision the last; of long texts none'),
    checks: z.array(checkRow).readonly(),
  })
  .readonly()
export type ArticleQuality = z.infer<typeof articleQuality>
