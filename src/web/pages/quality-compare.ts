import { measureNow } from '../../app/measure/measure-now.ts'
import { compareSystems } from '../../app/quality/compare-systems.ts'
import { comparableWords, reportChoices } from '../../app/quality/report-choices.ts'
import { fill, formatDay, formatDecimal, messages, type Language } from '../../i18n/index.ts'
import { figureIds, type ComparedFigure, type QualityComparison } from '../../wire/quality-report.ts'
import type { Page } from '../page.ts'
import { askedAbout, systemIn } from '../quality-query.ts'
import { ruleOf } from '../../app/quality/figures.ts'
import { comparedSystems } from '../view/compared-systems.ts'
import { fitted } from '../view/chart/scale.ts'
import { differenceCharts, systemCharts } from '../view/quality-charts.ts'
import { figureCells, figureNumber } from '../view/quality-figures.ts'
import { filterFields, periodRefusal } from '../view/quality-filter.ts'
import { methodNotes, periodOf, systemName } from '../view/quality-report.ts'

/** Below this, a difference is held to be more than chance. */
const usualP = 0.05

/** Fewer than a thousandth is told as that: the drawings are not so many. */
function pNumber(language: Language, p: number | null): string {
  if (p === null) return '–'
  return p < 0.001
    ? fill(language, messages(language).quality.pBelow, { p: formatDecimal(language, 0.001, 3) })
    : formatDecimal(language, p, 3)
}

/** of a name in a table that has it at its head, too */
const outcomeWidth = 180

/** Which is better, if both tests say so. */
function outcome(language: Language, test: ComparedFigure, names: readonly [string, string]): string {
  const { quality: m } = messages(language)
  const { difference, bootstrapP, randomisationP, figure } = test
  if (difference === null || bootstrapP === null || randomisationP === null) return m.notEnough
  if (Math.max(bootstrapP, randomisationP) >= usualP || difference === 0) return m.undecided
  const firstIsBetter = difference > 0 === (ruleOf(figure).better === 'higher')
  return fill(language, m.better, { system: fitted(firstIsBetter ? names[0] : names[1], outcomeWidth) })
}

/** Where there is no difference there is no interval to miss. */
export function intervalOf(language: Language, { figure, difference, low, high }: ComparedFigure): string {
  const { quality: m } = messages(language)
  if (difference === null) return '–'
  if (low === null || high === null) return m.noInterval
  return fill(language, m.interval, {
    low: figureNumber(language, figure, low),
    high: figureNumber(language, figure, high),
  })
}

function testLine(language: Language, test: ComparedFigure, names: readonly [string, string]) {
  const { quality: m } = messages(language)
  const told = (value: number | null): string => (value === null ? '–' : figureNumber(language, test.figure, value))
  return {
    name: m.names[test.figure],
    on: test.paired ? fill(language, m.sharedFigure, { n: test.articles }) : m.apart,
    a: told(test.a),
    b: told(test.b),
    difference: told(test.difference),
    interval: intervalOf(language, test),
    bootstrapP: pNumber(language, test.bootstrapP),
    randomisationP: pNumber(language, test.randomisationP),
    outcome: outcome(language, test, names),
  }
}

function compared(language: Language, found: QualityComparison) {
  const names = [systemName(language, found.a.system), systemName(language, found.b.system)] as const
  const judged = [found.a, found.b].some(({ figures }) => figures.esa.score !== null)
  return {
    ...found,
    names,
    figures: figureIds
      .filter(id => id !== 'esa' || judged)
      .map(id => ({ id, name: messages(language).quality.names[id] })),
    rows: [found.a, found.b].map(row => ({
      ...row,
      name: systemName(language, row.system),
      cells: figureCells(language, row.figures),
    })),
    charts: systemCharts(language, [found.a, found.b], found.method.threshold),
    differences: differenceCharts(language, found.tests),
    tests: found.tests.map(test => testLine(language, test, names)),
    notes: methodNotes(language, found.method),
  }
}

/** Why there is nothing to compare, where one of the two has nothing among what was chosen; null where both have. */
function nothingOf(language: Language, { a, b }: QualityComparison): string | null {
  const { quality: m } = messages(language)
  const [first, ...more] = [a, b].filter(({ translations }) => translations === 0)
  if (!first) return null
  return more.length > 0
    ? m.compareNeither
    : fill(language, m.compareNothing, { system: systemName(language, first.system) })
}

/** Is one system better than another, or is it chance? */
export const qualityCompare: Page = async ask => {
  const { language } = ask
  const asked = askedAbout(ask)
  const about = { ...asked.about, system: null }
  // what was corrected a moment ago is among the choices too
  await measureNow(ask.deps)
  const choices = await reportChoices(ask.deps)
  const words = asked.refused ? null : await comparableWords(ask.deps, about, ask.person)
  const given = (name: string): string | null => {
    const value = ask.query.get(name)
    return value === null || value === '' ? null : systemIn(value)
  }
  const [givenA, givenB] = [given('a'), given('b')]
  const usual = comparedSystems(language, choices.systems, words, givenA ?? givenB)
  // of one that is given, the other is the one that there is most of
  const [a, b] =
    givenA === null && givenB !== null ? [usual.second, givenB] : [givenA ?? usual.first, givenB ?? usual.second]
  const found =
    asked.refused || a === null || b === null || a === b
      ? null
      : await compareSystems(ask.deps, { about, a, b, person: ask.person })
  const m = messages(language).quality
  const nothing = found && nothingOf(language, found)
  return {
    kind: 'page',
    view: 'quality-compare',
    status: asked.refused ? 400 : 200,
    data: found ?? { about, a, b, tests: [] },
    model: {
      title: m.compareTitle,
      fields: filterFields(language, about, choices),
      refusal: asked.refused && periodRefusal(language, about, asked.refused),
      only: choices.systems.length === 1 ? systemName(language, choices.systems[0] ?? '') : null,
      nothing,
      systems: usual.systems.map(({ system, value, name }) => ({
        value,
        name,
        isA: system === a,
        isB: system === b,
      })),
      period: asked.refused ? null : periodOf(language, about),
      states: m.about.stateNames[about.states],
      day: formatDay(language, ask.deps.now()),
      found: found && nothing === null ? compared(language, found) : null,
    },
  }
}
