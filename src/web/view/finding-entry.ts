import { createHash } from 'node:crypto'
import { messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { severities } from '../../mqm/annotation.ts'
import type { FindingView } from '../../wire/finding.ts'
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
  /** of the form that takes a fix: sent twice, it is one save */
  readonly key: string
}

const keyOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

/** How many fixes are offered without a script. */
const mostOffers = 3

/** @param head the revision whose text it was found in */
export function findingEntry(
  language: Language,
  head: { readonly number: number; readonly hash: string },
  finding: FindingView,
  index: number,
): FindingEntry {
  const { mqm, checks } = messages(language)
  const { check, from, to } = finding
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
    key: keyOf(head.number, head.hash, check, from, to),
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
