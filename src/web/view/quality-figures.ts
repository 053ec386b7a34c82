import { formatDecimal, fill, messages, plural, type Language } from '../../i18n/index.ts'
import { fewestToFail, fewestToPass, type Verdict } from '../../metrics/statistics/judge.ts'
import { figureIds, type Figure, type FigureId, type Figures } from '../../wire/quality-report.ts'

const digits: Readonly<Record<FigureId, number>> = { quality: 1, penalty: 1, wmt: 2, esa: 1, hter: 1, chrf: 1 }

/** A figure as the language writes it, with as many decimals as it has a meaning for. */
export const figureNumber = (language: Language, id: FigureId, value: number): string =>
  formatDecimal(language, value, digits[id])

/** A figure in words: what it is, and between what it lies. */
export interface ToldFigure {
  readonly id: FigureId
  readonly name: string
  readonly meaning: string
  /** null where there is none, and then `why` not */
  readonly value: string | null
  readonly why: string | null
  /** null where there is no interval */
  readonly interval: string | null
  readonly units: string
}

const intervalOf = (language: Language, id: FigureId, { low, high }: Pick<Figure, 'low' | 'high'>): string | null =>
  low === null || high === null
    ? null
    : fill(language, messages(language).quality.interval, {
        low: figureNumber(language, id, low),
        high: figureNumber(language, id, high),
      })

export function toldFigure(language: Language, id: FigureId, figure: Figure, of: 'articles' | 'sentences'): ToldFigure {
  const { quality: m } = messages(language)
  const { score, units } = figure
  return {
    id,
    name: m.names[id],
    meaning: m.meanings[id],
    value: score === null ? null : figureNumber(language, id, score),
    why: score === null ? m.noScoreWhy[id] : null,
    interval: intervalOf(language, id, figure),
    units:
      id === 'esa' && of === 'sentences'
        ? ''
        : plural(language, of === 'articles' ? m.articleUnits : m.sentenceUnits, units),
  }
}

/** Why a score passes, fails, or cannot be judged: there is no interval, the threshold is in it, or it is drawn over too few. */
export function verdictReason(
  language: Language,
  verdict: Verdict | null,
  { low, high, units }: Figure,
  threshold: number,
  of: 'articles' | 'sentences',
): string | null {
  if (verdict === null) return null
  const { quality: m } = messages(language)
  const n = plural(language, of === 'articles' ? m.articleUnits : m.sentenceUnits, units)
  const say = (text: string, fewest = 0): string => fill(language, text, { threshold, n, fewest })
  if (verdict !== 'too-short') return say(m.verdictWhy[verdict])
  if (low === null || high === null) return say(m.verdictWhy.noInterval)
  if (low >= threshold) return say(m.verdictWhy.fewToPass, fewestToPass)
  return high < threshold ? say(m.verdictWhy.fewToFail, fewestToFail) : say(m.verdictWhy.within)
}

/** All figures of a report, in their order; judgements only where a team has made any. */
export const toldFigures = (
  language: Language,
  figures: Figures,
  of: 'articles' | 'sentences',
): readonly ToldFigure[] =>
  figureIds
    .filter(id => id !== 'esa' || figures[id].score !== null)
    .map(id => toldFigure(language, id, figures[id], of))

/** By name, for the cells of a table. */
export const figureCells = (language: Language, figures: Figures): Readonly<Record<FigureId, ToldFigure>> =>
  Object.fromEntries(figureIds.map(id => [id, toldFigure(language, id, figures[id], 'articles')])) as Record<
    FigureId,
    ToldFigure
  >
