import { fill, formatNumber, messages, plural, type Language } from '../../i18n/index.ts'
import type { QualityReport } from '../../wire/quality-report.ts'
import { qualityAddress } from '../address.ts'
import { aboutQuery } from '../quality-query.ts'

export interface ApprovalsTold {
  /** how many texts of the report are approved, and what stood open in them; '' where none is */
  readonly told: string
  /** that untouched ones with certain findings count as without error; '' where there is none */
  readonly certain: string
  /** the same report without those; null where it is without them */
  readonly without: string | null
}

/** An approval says that a text is right, whatever the checks found: both are told. */
export function approvalsTold(language: Language, { about, approvals }: QualityReport): ApprovalsTold {
  const { approvals: m } = messages(language).quality
  const { approved, unknown, open, certain, asTheyCame, asTheyCameOpen, asTheyCameCertain } = approvals
  const say = (text: string, values: Readonly<Record<string, number>>): string =>
    fill(language, text, Object.fromEntries(Object.entries(values).map(([k, n]) => [k, formatNumber(language, n)])))
  const came = asTheyCameOpen === 0 ? m.asTheyCame : m.asTheyCameOpen
  const corrected = { open: open - asTheyCameOpen, certain: certain - asTheyCameCertain }
  const parts = [
    plural(language, m.texts, approved),
    asTheyCame === 0 ? '' : say(came, { n: asTheyCame, open: asTheyCameOpen, certain: asTheyCameCertain }),
    corrected.open === 0 ? '' : say(m.open, corrected),
    unknown === 0 ? '' : say(m.unknown, { n: unknown }),
  ]
  return {
    told: approved === 0 ? '' : parts.filter(part => part !== '').join('; '),
    certain: asTheyCameCertain === 0 ? '' : plural(language, m.certain, asTheyCameCertain),
    without: about.states === 'reviewed' ? qualityAddress({ ...aboutQuery(about), states: 'sure' }) : null,
  }
}
