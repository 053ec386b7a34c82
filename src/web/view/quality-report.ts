/** What the pages of reports have in common: what a report is about, its errors and checks, and how all of it was reckoned. */
import { checkById } from '../../checks/index.ts'
import { fill, formatDecimal, formatMonth, formatNumber, messages, type Language } from '../../i18n/index.ts'
import { mqmFormulas } from '../../metrics/mqm/formulas.ts'
import { chrf } from '../../metrics/chrf.ts'
import { ter } from '../../metrics/ter.ts'
import { severities } from '../../mqm/annotation.ts'
import type { About, CheckRow, CorrectionRow, ErrorRow, Method } from '../../wire/quality-report.ts'
import { shortened } from './pair-line.ts'
import { categoryName, dimensionName } from './quality-names.ts'
import { weighedName } from './quality-story.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'

/** A count, which is part of one where annotators differ; those that stand under each other have as many decimals. */
export const countOf = (language: Language, count: number, digits = Number.isInteger(count) ? 0 : 1): string =>
  formatDecimal(language, count, digits)

/** Whether counts are means of several annotators'. */
export const isFractional = (errors: readonly ErrorRow[]): boolean =>
  errors.some(({ count }) => !Number.isInteger(count))

export const systemName = (language: Language, system: string): string =>
  system === '' ? messages(language).quality.unnamed : seen(system)

/** The months of a report, in words. */
export function periodOf(language: Language, { from, to }: About): string {
  const { about } = messages(language).quality
  const [first, last] = [from, to].map(month => (month === null ? '' : formatMonth(language, month, 'long'))) as [
    string,
    string,
  ]
  if (from !== null && to !== null)
    return from === to ? first : fill(language, about.between, { from: first, to: last })
  if (from !== null) return fill(language, about.since, { from: first })
  return to === null ? about.whole : fill(language, about.until, { to: last })
}

export function errorLines(language: Language, errors: readonly ErrorRow[]) {
  const digits = isFractional(errors) ? 1 : 0
  return errors.map(row => ({
    ...row,
    name: categoryName(language, row.category),
    dimension: dimensionName(language, row.category),
    counts: severities.toReversed().map(severity => ({
      severity,
      name: messages(language).mqm.severities[severity],
      n: countOf(language, row.severities[severity], digits),
      nil: row.severities[severity] === 0,
    })),
    sum: countOf(language, row.count, digits),
    points: formatDecimal(language, row.penalty, 1),
  }))
}

export const severityHeads = (language: Language) =>
  severities
    .toReversed()
    .map(severity => ({ severity, shape: shapes[severity], name: messages(language).mqm.severities[severity] }))

export const checkLines = (language: Language, checks: readonly CheckRow[]) =>
  checks.map(row => ({ ...row, name: checkById(row.check)?.title[language] ?? row.check }))

export const correctionLines = (language: Language, corrections: readonly CorrectionRow[]) =>
  corrections.map(row => ({
    ...row,
    before: seen(shortened(row.before)),
    after: seen(shortened(row.after)),
    name: categoryName(language, row.category),
    shape: shapes[row.severity],
    severityName: messages(language).mqm.severities[row.severity],
  }))

/** By which of the field’s formulas the figures of MQM are reckoned. */
const formulas = [['quality', 'mqm-raw'], ['penalty', 'mqm-per-thousand'], ['wmt', 'wmt-system']] as const // prettier-ignore

/** A published scheme by the name that the settings have for it; the house's own by what it has called it. */
function schemeName(language: Language, { id, name }: Method['weights']): string {
  const { gate, quality } = messages(language)
  const { schemeNames } = gate.settings
  if (Object.hasOwn(schemeNames, id)) return schemeNames[id as keyof typeof schemeNames]
  return name === '' ? quality.weightsOwn : seen(name)
}

/** How everything was reckoned, so that whoever gets the report can reckon it again. */
export function methodNotes(language: Language, { weights, signatures }: Method) {
  const { quality: m, mqm } = messages(language)
  return {
    source: weights.source,
    weights: fill(language, m.weights, { name: schemeName(language, weights) }),
    severities: severities
      .map(severity => `${mqm.severities[severity]} ${formatNumber(language, weights.severities[severity])}`)
      .join(', '),
    exceptions: weights.exceptions
      .map(({ category, severity, weight }) => {
        const grade = severity === undefined ? '' : `, ${mqm.severities[severity].toLowerCase()}`
        return `${weighedName(language, category)}${grade}: ${formatNumber(language, weight)}`
      })
      .join('; '),
    formulas: formulas.flatMap(([figure, id]) =>
      mqmFormulas
        .filter(formula => formula.id === id)
        .map(({ name, source }) => ({ name: m.names[figure], called: name, formula: m.formulas[id], source })),
    ),
    metrics: [
      { name: m.names.hter, source: ter.paper, signature: signatures.hter },
      { name: m.names.chrf, source: chrf.paper, signature: signatures.chrf },
    ],
  }
}
