import { languageName, messages, type Language } from '../../i18n/index.ts'
import { reportStates, type About } from '../../wire/quality-report.ts'
import { systemOut } from '../quality-query.ts'
import { systemName } from './quality-report.ts'

/** What a report can be asked about, as the fields of a form. */
export function filterFields(
  language: Language,
  about: About,
  choices: { readonly systems: readonly string[]; readonly languages: readonly string[] },
) {
  const { about: m } = messages(language).quality
  return {
    systems: choices.systems.map(system => ({
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
