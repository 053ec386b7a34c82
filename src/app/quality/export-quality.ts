/** Every figure of a report as a table: one a line, so that a supplier's spreadsheet can take it. */
import { severities } from '../../mqm/annotation.ts'
import { figureIds, type Figures, type QualityReport } from '../../wire/quality-report.ts'
import type { CsvStyle } from '../../text/csv-style.ts'
import { spreadsheet } from '../spreadsheet.ts'

const columns = ['part', 'of', 'figure', 'value', 'low', 'high', 'units', 'unit'] as const
type Line = Readonly<Record<(typeof columns)[number], string | number>>

interface Told {
  readonly value: number | string | null
  readonly low?: number | null
  readonly high?: number | null
  readonly units?: number
}

const line = (part: string, of: string, figure: string, unit: string, { value, low, high, units }: Told): Line => ({
  part,
  of,
  figure,
  value: value ?? '',
  low: low ?? '',
  high: high ?? '',
  units: units ?? '',
  unit,
})

const units: Readonly<Record<keyof Figures, string>> = {
  quality: 'of 100',
  penalty: 'points per 1000 words',
  wmt: 'points per sentence',
  esa: 'of 100',
  hter: 'edits per 100 words',
  chrf: 'of 100',
}

const figureLines = (part: string, of: string, figures: Figures): Line[] =>
  figureIds.map(id => line(part, of, id, units[id], { ...figures[id], value: figures[id].score }))

const approvalNames: Readonly<Record<keyof QualityReport['approvals'], string>> = {
  approved: 'approved',
  unknown: 'findings not known',
  open: 'findings open',
  certain: 'certain findings open',
  asTheyCame: 'approved as they came',
  asTheyCameOpen: 'approved as they came, findings open',
  asTheyCameCertain: 'approved as they came, certain findings open',
}

interface Extent {
  readonly articles: number
  readonly translations: number
  readonly words: number
  readonly segments: number
}

const extentLines = (part: string, of: string, extent: Extent): Line[] =>
  (['articles', 'translations', 'words', 'segments'] as const).map(name =>
    line(part, of, name, name, { value: extent[name] }),
  )

function linesOf(report: QualityReport): Line[] {
  const { about, method } = report
  const head = {
    system: about.system ?? '(all)',
    from: about.from ?? '',
    to: about.to ?? '',
    states: about.states,
    language: about.language ?? '(all)',
    made: new Date(report.at).toISOString(),
    weights: method.weights.id,
    ...Object.fromEntries(severities.map(each => [`weight of ${each}`, method.weights.severities[each]])),
    ...Object.fromEntries(
      method.weights.exceptions.map(({ category, severity, weight }) => [
        `weight of ${[category, severity].filter(Boolean).join(', ')}`,
        weight,
      ]),
    ),
    threshold: method.threshold,
    level: method.level,
    resamples: method.resamples,
    seed: method.seed,
    'signature of hter': method.signatures.hter,
    'signature of chrf': method.signatures.chrf,
    verdict: report.verdict ?? '',
    unmeasured: report.unmeasured,
  }
  return [
    ...Object.entries(head).map(([name, value]) => line('report', '', name, '', { value })),
    ...extentLines('all', '', report),
    ...figureLines('all', '', report.figures),
    ...Object.entries(report.approvals).map(([name, value]) =>
      line('approvals', '', approvalNames[name as keyof QualityReport['approvals']], 'translations', { value }),
    ),
    ...report.months.flatMap(each => [
      ...extentLines('month', each.month, each),
      ...figureLines('month', each.month, each.figures),
    ]),
    ...report.systems.flatMap(each => [
      ...extentLines('system', each.system, each),
      ...figureLines('system', each.system, each.figures),
    ]),
    ...report.errors.flatMap(({ category, penalty, severities: counts }) => [
      ...severities.map(severity => line('errors', category, severity, 'errors', { value: counts[severity] })),
      line('errors', category, 'penalty', 'points', { value: penalty }),
    ]),
    ...report.distribution.map(({ from, to, articles }) =>
      line('distribution of hter', `${from}–${to ?? ''}`, 'articles', 'articles', { value: articles }),
    ),
    ...report.corrections.flatMap(({ before, after, corrections, articles }) => [
      line('corrections', `${before} → ${after}`, 'corrections', 'corrections', { value: corrections }),
      line('corrections', `${before} → ${after}`, 'articles', 'articles', { value: articles }),
    ]),
    ...report.worst.flatMap(({ articleId, translationId, line: n, edits, referenceWords, errors, penalty }) =>
      Object.entries({ edits, 'reference words': referenceWords, errors, penalty }).map(([name, value]) =>
        line('worst paragraphs', `${articleId} ${translationId} ${n + 1}`, name, '', { value }),
      ),
    ),
    ...report.checks.flatMap(({ check, open, accepted, dismissed, precision }) =>
      Object.entries({ open, accepted, dismissed, precision }).map(([name, value]) =>
        line('checks', check, name, name === 'precision' ? 'share' : 'findings', { value }),
      ),
    ),
  ]
}

export const qualityCsv = (report: QualityReport, style: CsvStyle = 'comma'): string =>
  spreadsheet(linesOf(report), columns, style)
