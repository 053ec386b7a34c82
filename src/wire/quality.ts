import { z } from 'zod'
import { ownWeights } from '../mqm/own-weights.ts'

/** By which the house weighs errors: a published scheme, or its own. */
const weightChoices = ['mqm-core', 'wmt', 'j2450', 'own'] as const

/** `off`: nothing is counted; `articles`: time and keys by article, nobody's name; `persons`: with the name of who did it. */
export const effortChoices = ['off', 'articles', 'persons'] as const

/** Which certain findings close the gate: none, those that are major or critical, or minor ones too. */
export const gateFindings = ['off', 'major', 'minor'] as const
export type GateFindings = (typeof gateFindings)[number]

/** What the house has decided about quality. */
export const qualitySettings = z
  .object({
    weights: z.enum(weightChoices).default('mqm-core'),
    own: ownWeights.nullable().default(null),
    /** raw quality score (MQM 2.0, 100 is without error) from which a text passes */
    threshold: z.number().min(0).max(100).default(95),
    /** whether an article with open critical flags, or under the threshold, is approved only with a reason */
    gate: z.boolean().default(true),
    /** which findings of the checks that are as good as certain close it too */
    findings: z.enum(gateFindings).default('off'),
    /** whether annotators judge each paragraph from 0 to 100 (ESA) */
    judgements: z.boolean().default(false),
    effort: z.enum(effortChoices).default('articles'),
  })
  .refine(({ weights, own }) => weights !== 'own' || own !== null, {
    path: ['own'],
    error: 'weights of one’s own are missing',
  })
export type QualitySettings = z.infer<typeof qualitySettings>
export type QualityRequest = z.input<typeof qualitySettings>
