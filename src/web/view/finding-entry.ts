import { messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { severities } from '../../mqm/annotation.ts'
import type { FindingView } from '../../wire/finding.ts'
import { findingName } from '../finding-asked.ts'
import type { FlagMark } from './runs.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'

/** A finding as the rail shows it. */
export interface FindingEntry extends FindingView {
  /** of its mark in the text and of its entry in the rail */
  readonly id: string
  readonly shape: string
  readonly severityName: string
  readonly categoryName: string
  readonly says: string
  readonly name: string
  readonly shown: string
  readonly point: boolean
  readonly offers: readonly { readonly fix: string; readonly shown: string }[]
  /** as addresses and forms name it */
  readonly asked: string
}

/** How many fixes are offered without a script. */
const mostOffers = 3

/** @param head the revision whose text it was found in */
export function findingEntry(language: Language, head: number, finding: FindingView, index: number): FindingEntry {
  const { mqm, checks } = messages(language)
  const { from, to } = finding
  return {
    ...finding,
    id: `finding-${index}`,
    shape: shapes[finding.severity],
    severityName: mqm.severities[finding.severity],
    categoryName: mqm.categories[finding.category as CategoryId],
    says: finding.message[language],
    name: finding.title[language],
    shown: from === to ? checks.missing : seen(finding.text),
    point: from === to,
    offers: finding.fixes.slice(0, mostOffers).map(fix => ({ fix, shown: seen(fix) })),
    asked: findingName(head, finding),
  }
}

/** Gravest first; those of one severity in the order of the text. */
export const bySeverity = (entries: readonly FindingEntry[]): readonly FindingEntry[] =>
  entries.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity) || a.from - b.from)

/** Where findings are drawn: in the corrected text. */
export const findingMarks = (entries: readonly FindingEntry[]): readonly FlagMark[] =>
  entries.map(({ id, from, to, severity, shape, severityName, says }) => ({
    id,
    kind: 'finding',
    href: `#${id}`,
    from,
    to,
    severity,
    shape,
    label: `${severityName}: ${says}`,
  }))
