import { messages, plural, type Language } from '../../i18n/index.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'

/** A severity is told by its shape before its colour: a ring, a dot, a triangle, a square. */
export const shapes: Readonly<Record<Severity, string>> = { neutral: '○', minor: '●', major: '▲', critical: '■' }

export interface SeverityCount {
  readonly severity: Severity
  readonly shape: string
  readonly label: string
  readonly n: number
}

/** The open flags of an article, gravest first; those there are none of are left out. */
export const severityCounts = (
  language: Language,
  flags: Readonly<Record<Severity, number>>,
): readonly SeverityCount[] =>
  severities
    .toReversed()
    .filter(severity => flags[severity] > 0)
    .map(severity => ({
      severity,
      shape: shapes[severity],
      n: flags[severity],
      label: `${messages(language).mqm.severities[severity]}: ${plural(language, messages(language).common.severityFlags, flags[severity])}`,
    }))
