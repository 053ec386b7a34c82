import type { Problem } from '../../errors.ts'
import { fill, formatMonth, languageName, messages, problemSentence, type Language } from '../../i18n/index.ts'
import { reportStates, type About } from '../../wire/quality-report.ts'
import { systemOut } from '../quality-query.ts'
import { systemName } from './quality-report.ts'
import { seen } from './seen.ts'

/** What has no name is the last that one would choose. */
export const namedFirst = (systems: readonly string[]): readonly string[] =>
  systems.toSorted((a, b) => Number(a === '') - Number(b === ''))

/** What a report can be asked about, as the fields of a form. @param about may be as it was typed, where it was refused */
export function filterFields(
  language: Language,
  about: About,
  choices: { readonly systems: readonly string[]; readonly languages: readonly string[] },
) {
  const { about: m } = messages(language).quality
  return {
    systems: namedFirst(choices.systems).map(system => ({
      value: systemOut(system),
      name: systemName(language, system),
      chosen: about.system === system,
    })),
    from: about.from ?? '',
    to: about.to ?? '',
    states: reportStates.map(value => ({ value, name: m.stateNames[value], chosen: about.states === value })),
    languages: choices.languages.map(value => ({
      value,
      name: languageName(language, value),
      chosen: about.language === value,
    })),
  }
}

/** Why a report is not made of these months. @param about as it was typed @param problem of `askedAbout` */
export function periodRefusal(language: Language, { from, to }: About, problem: Problem): string {
  if (problem.code === 'period-backwards') {
    const [first, last] = [from, to].map(month => formatMonth(language, month ?? '', 'long')) as [string, string]
    return problemSentence(language, { code: problem.code, values: { from: first, to: last } })
  }
  const month = problem.values['field'] === 'from' ? from : to
  return fill(language, messages(language).quality.about.monthInvalid, { month: seen(month ?? '') })
}
