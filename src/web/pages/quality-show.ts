import { effortOfSet } from '../../app/effort/effort-of.ts'
import { comparableWords, reportChoices } from '../../app/quality/report-choices.ts'
import { sumUpQuality } from '../../app/quality/sum-up.ts'
import { fill, formatDay, formatMonth, messages, type Language } from '../../i18n/index.ts'
import type { EffortReport } from '../../wire/effort.ts'
import type { QualityReport } from '../../wire/quality-report.ts'
import { articleAddress, correctionsAddress, qualityAddress, qualityExportAddress } from '../address.ts'
import type { Ask, Page } from '../page.ts'
import { aboutQuery, askedAbout, systemOut } from '../quality-query.ts'
import { comparedSystems } from '../view/compared-systems.ts'
import { effortSection } from '../view/effort-told.ts'
import { binName, distributionChart, errorChart, monthCharts, systemCharts } from '../view/quality-charts.ts'
import { figureCells, toldFigures, verdictReason } from '../view/quality-figures.ts'
import { filterFields, periodRefusal } from '../view/quality-filter.ts'
import { approvalsTold } from '../view/approvals-told.ts'
import {
  checkLines,
  correctionLines,
  countOf,
  errorLines,
  isFractional,
  methodNotes,
  periodOf,
  severityHeads,
  systemName,
} from '../view/quality-report.ts'

/** The rest is in the list of all checks, and in what is given out. */
const mostChecks = 15

/** Of fewer articles no course over time and no distribution is shown: what is seen in it would be chance. */
const fewestArticles = 5

function comparedModel(language: Language, report: QualityReport) {
  const { about, months, systems, articles } = report
  const { threshold } = report.method
  const query = aboutQuery(about)
  const many = articles >= fewestArticles
  // a report tells of the latest months, and of the systems that have translated most
  const isAll = (rows: readonly { readonly translations: number }[]): boolean =>
    rows.reduce((sum, { translations }) => sum + translations, 0) === report.translations
  return {
    allMonths: isAll(months),
    allSystems: isAll(systems),
    fewest: many ? null : fewestArticles,
    months: months.map(row => ({
      ...row,
      name: formatMonth(language, row.month, 'long'),
      cells: figureCells(language, row.figures),
    })),
    monthCharts: many && months.length > 1 ? monthCharts(language, months, threshold) : [],
    systems: systems.map(row => ({
      ...row,
      name: systemName(language, row.system),
      address: qualityAddress({ ...query, system: systemOut(row.system) }),
      cells: figureCells(language, row.figures),
    })),
    systemCharts: systems.length > 1 ? systemCharts(language, systems, threshold) : [],
    bins: report.distribution.map(row => ({ ...row, name: binName(language, row) })),
    distribution: distributionChart(language, report.distribution),
  }
}

function reportModel({ language }: Ask, report: QualityReport, { all, effort }: EffortReport) {
  const m = messages(language).quality
  const { about } = report
  const query = aboutQuery(about)
  const [first] = report.worst
  return {
    report,
    ...comparedModel(language, report),
    system: about.system === null ? m.allSystems : systemName(language, about.system),
    period: periodOf(language, about),
    day: formatDay(language, report.at),
    /** the page of the one article that it is about */
    only:
      report.articles === 1 && first
        ? articleAddress(first.articleId, 'quality', { translation: first.translationId })
        : null,
    figures: toldFigures(language, report.figures, 'articles'),
    verdictReason: verdictReason(language, report.verdict, report.figures.quality, report.method.threshold, 'articles'),
    heads: severityHeads(language),
    errors: errorLines(language, report.errors),
    fractions: isFractional(report.errors),
    errorChart: errorChart(language, report.errors),
    corrections: correctionLines(language, report.corrections),
    allCorrections: correctionsAddress({ system: about.system }),
    approvals: approvalsTold(language, report),
    worst: report.worst.map(row => ({
      ...row,
      // one without a name is told by saying nothing
      system: row.system === '' ? '' : systemName(language, row.system),
      address: articleAddress(row.articleId, '', { translation: row.translationId, at: row.at }),
      told: fill(language, row.referenceWords ? m.worstTold : m.worstShort, {
        penalty: countOf(language, row.penalty),
        errors: countOf(language, row.errors),
        edits: row.edits ?? '',
        words: row.referenceWords ?? '',
      }),
    })),
    checks: checkLines(language, report.checks.slice(0, mostChecks)),
    moreChecks: Math.max(0, report.checks.length - mostChecks),
    effort: effortSection(language, all, effort !== 'off'),
    method: methodNotes(language, report.method),
    exports: (['csv', 'json'] as const).map(format => ({
      label: m.exports[format],
      address: qualityExportAddress({ ...query, format }),
    })),
  }
}

/** How good the translations are, in figures: of all, of a system, of a period; on paper the same as a report. */
export const qualityShow: Page = async ask => {
  const { deps, language } = ask
  const { about, refused } = askedAbout(ask)
  const query = aboutQuery(about)
  const report = refused ? null : await sumUpQuality(deps, about, ask.person)
  // read last: what was measured for the report is among the choices
  const choices = await reportChoices(deps)
  const words = refused ? null : await comparableWords(deps, about, ask.person)
  const fields = filterFields(language, about, choices)
  const form = {
    title: messages(language).quality.title,
    fields,
    compared: comparedSystems(language, choices.systems, words, about.system),
    filtered: Object.values(query).some(value => value !== null),
    kept: Object.fromEntries(Object.entries({ ...query, system: null }).filter(([, value]) => value !== null)),
  }
  if (!report) {
    const refusal = refused && periodRefusal(language, about, refused)
    return { kind: 'page', view: 'quality-show', status: 400, model: { ...form, refusal, report } }
  }
  const effort = await effortOfSet(deps, { about, measured: true })
  return {
    kind: 'page',
    view: 'quality-show',
    data: report,
    model: { ...form, refusal: null, ...reportModel(ask, report, effort) },
  }
}
