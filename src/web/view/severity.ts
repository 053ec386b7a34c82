import { messages, plural, type Language, type Plural } from '../../i18n/index.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'

/** A severity is told by its shape before its colour: a ring, a dot, a triangle, a square. */
export const shapes: Readonly<Record<Severity, string>> = { neutral: '○', minor: '●', major: '▲', critical: '■' }

export interface SeverityCount {
  readonly severity: Severity
  readonly shape: string
  readonly label: string
  readonly n: number
}

/** How many of each severity an article has open, gravest first; those there are none of are left out. @param things flags, findings */
export const severityCounts = (
  language: Language,
  counts: Readonly<Record<Severity, number>>,
  things: Plural,
): readonly SeverityCount[] =>
  severities
    .toReversed()
    .filter(severity => counts[severity] > 0)
    .map(severity => ({
      severity,
      shape: shapes[severity],
      n: counts[severity],
      label: `${messages(language).mqm.severities[severity]}: ${plural(language, things, counts[severity])}`,
    }))
