import { articleDetails } from '../../app/articles/article-details.ts'
import { effortOfTranslation } from '../../app/effort/effort-of.ts'
import { articleQuality } from '../../app/quality/article-quality.ts'
import { readQualitySettings } from '../../app/gate/quality-settings.ts'
import { formatDay, formatDecimal, messages } from '../../i18n/index.ts'
import { articleAddress } from '../address.ts'
import type { Page } from '../page.ts'
import { effortSection } from '../view/effort-told.ts'
import { errorChart, revisionChart } from '../view/quality-charts.ts'
import { figureNumber, toldFigures, verdictReason } from '../view/quality-figures.ts'
import {
  checkLines,
  countOf,
  errorLines,
  isFractional,
  methodNotes,
  severityHeads,
  systemName,
} from '../view/quality-report.ts'
import { which } from '../which.ts'

/** More paragraphs than these are read by nobody. */
const mostParagraphs = 50

/** How good one translation is, in figures; on paper the same as a report. */
export const articleQualityShow: Page = async ask => {
  const chosen = which(ask)
  const [found, details, effort, settings] = await Promise.all([
    articleQuality(ask.deps, { ...chosen, person: ask.person }),
    articleDetails(ask.deps, chosen.articleId),
    effortOfTranslation(ask.deps, chosen),
    readQualitySettings(ask.deps.store.db),
  ])
  const { language } = ask
  const m = messages(language).quality
  const costly = found.paragraphs.toSorted(
    (a, b) => (b.penalty ?? 0) - (a.penalty ?? 0) || (b.edits ?? 0) - (a.edits ?? 0) || a.line - b.line,
  )
  return {
    kind: 'page',
    view: 'article-quality',
    data: { ...found, effort },
    model: {
      title: m.articleTitle,
      details,
      found,
      language: details.translations.find(t => t.id === found.translationId)?.language ?? details.language,
      translationId: chosen.translationId ?? null,
      translations: details.translations.map(({ id, system }) => ({
        id,
        name: systemName(language, system),
        address: articleAddress(found.articleId, 'quality', { translation: id }),
        here: id === found.translationId,
      })),
      system: systemName(language, found.system),
      day: formatDay(language, found.at),
      figures: toldFigures(language, found.figures, 'sentences'),
      verdictReason: verdictReason(language, found.verdict, found.figures.quality, found.method.threshold, 'sentences'),
      heads: severityHeads(language),
      errors: errorLines(language, found.errors),
      fractions: isFractional(found.errors),
      errorChart: errorChart(language, found.errors),
      revisions: found.revisions.map(row => ({
        ...row,
        hter: row.hter === null ? '–' : figureNumber(language, 'hter', row.hter),
      })),
      revisionChart: revisionChart(language, found.revisions),
      paragraphs: costly.slice(0, mostParagraphs).map(row => ({
        ...row,
        errors: row.errors === null ? '–' : countOf(language, row.errors),
        penalty: row.penalty === null ? '–' : formatDecimal(language, row.penalty, 1),
        hter: row.hter === null ? '–' : figureNumber(language, 'hter', row.hter),
        chrf: row.chrf === null ? '–' : figureNumber(language, 'chrf', row.chrf),
        address: articleAddress(found.articleId, '', { translation: found.translationId, at: row.at }),
      })),
      checks: checkLines(language, found.checks),
      moreChecks: 0,
      effort: effortSection(language, effort, settings.effort !== 'off'),
      method: methodNotes(language, found.method),
    },
  }
}
