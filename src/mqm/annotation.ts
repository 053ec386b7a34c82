import type { Span } from '../text/span.ts'
import type { CategoryId } from './typology.ts'

/** MQM severities, mildest first. */
export const severities = ['neutral', 'minor', 'major', 'critical'] as const
export type Severity = (typeof severities)[number]

/**
 * What stands wrong in a text and why: MQM's annotation. An empty span is a point, where something is missing (omission).
 */
export interface Annotation extends Span {
  readonly category: CategoryId
  readonly severity: Severity
  readonly comment: string
  readonly suggestion: string
}
