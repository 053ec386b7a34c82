import { effortOfSet } from '../../app/effort/effort-of.ts'
import { reportChoices } from '../../app/quality/report-choices.ts'
import { sumUpQuality } from '../../app/quality/sum-up.ts'
import { fill, formatDay, formatMonth, messages } from '../../i18n/index.ts'
import { articleAddress, correctionsAddress, qualityAddress, qualityExportAddress } from '../address.ts'
import type { Page } from '../page.ts'
import { aboutQuery, readAbout, systemOut } from '../quality-query.ts'
import { effortSection } from '../view/effort-told.ts'
import { binName, distributionChart, errorChart, monthCharts, systemCharts } from '../view/quality-charts.ts'
import { figureCells, toldFigures } from '../view/quality-figures.ts'
import { filterFields } from '../view/quality-filter.ts'
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

/** How good the translations are, in figures: of all, of a system, of a period; on paper the same as a report. */
export const qualityShow: Page = async ask => {
  const about = readAbout(ask.query)
  const [report, choices, effort] = await Promise.all([
    sumUpQuality(ask.deps, about),
    reportChoices(ask.deps),
    effortOfSet(ask.deps, { about }),
  ])
  const { language } = ask
  const m = messages(language).quality
  const query = aboutQuery(about)
  const { threshold } = report.method
  const [first] = report.worst
  return {
    kind: 'page',
    view: 'quality-show',
    data: report,
    model: {
      title: m.title,
      report,
      filtered: Object.keys(query).some(name => query[name] !== null),
      kept: Object.fromEntries(Object.entries({ ...query, system: null }).filter(([, value]) => value !== null)),
      fields: filterFields(language, about, choices),
      system: about.system === null ? m.allSystems : systemName(language, about.system),
      period: periodOf(language, about),
      day: formatDay(language, report.at),
      /** the page of the one article that it is about */
      only:
        report.articles === 1 && first
          ? articleAddress(first.articleId, 'quality', { translation: first.translationId })
          : null,
      figures: toldFigures(language, report.figures, 'articles'),
      months: report.months.map(row => ({
        ...row,
        name: formatMonth(language, row.month, 'long'),
        cells: figureCells(language, row.figures),
      })),
      monthCharts: report.months.length > 1 ? monthCharts(language, report.months, threshold) : [],
      systems: report.systems.map(row => ({
        ...row,
        name: systemName(language, row.system),
        value: systemOut(row.system),
        address: qualityAddress({ ...query, system: systemOut(row.system) }),
        cells: figureCells(language, row.figures),
      })),
      systemCharts: report.systems.length > 1 ? systemCharts(language, report.systems, threshold) : [],
      heads: severityHeads(language),
      errors: errorLines(language, report.errors),
      fractions: isFractional(report.errors),
      errorChart: errorChart(language, report.errors),
      bins: report.distribution.map(row => ({ ...row, name: binName(language, row) })),
      distribution: distributionChart(language, report.distribution),
      corrections: correctionLines(language, report.corrections),
      allCorrections: correctionsAddress({ system: about.system }),
      worst: report.worst.map(row => ({
        ...row,
        system: systemName(language, row.system),
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
      effort: effortSection(language, effort.all, effort.effort !== 'off'),
      method: methodNotes(language, report.method),
      exports: (['csv', 'json'] as const).map(format => ({
        label: m.exports[format],
        address: qualityExportAddress({ ...query, format }),
      })),
    },
  }
}
