import type { QualityAct } from '../../app/gate/set-quality.ts'
import { fill, formatNumber, messages, type Language } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import type { QualitySettings } from '../../wire/quality.ts'
import { seen } from './seen.ts'

const names = ['weights', 'own', 'threshold', 'gate', 'findings', 'judgements', 'effort'] as const

const told = (language: Language, name: (typeof names)[number], settings: QualitySettings): string => {
  const { gate, mqm } = messages(language)
  const { settings: words } = gate
  const onOff = (on: boolean): string => (on ? words.on : words.off)
  const written = (value: number): string => formatNumber(language, value)
  if (name === 'weights') return settings.weights === 'own' ? words.own : words.schemeNames[settings.weights]
  if (name === 'threshold') return written(settings.threshold)
  if (name === 'gate' || name === 'judgements') return onOff(settings[name])
  if (name === 'findings') return words.findingsChoices[settings.findings]
  if (name === 'effort') return words.efforts[settings.effort]
  const { own } = settings
  if (own === null) return words.ownNone
  const weights = severities.map(severity => `${mqm.severities[severity]} ${written(own.severities[severity])}`)
  const exceptions = own.exceptions.map(({ category, severity, weight }) => {
    const grade = severity ? `, ${mqm.severities[severity]}` : ''
    return `${weighedName(language, category)}${grade} ${written(weight)}`
  })
  const all = [...weights, ...exceptions].join('; ')
  return own.name === '' ? all : fill(language, words.ownTold, { name: seen(own.name), severities: all })
}

/** A category, a dimension, or what weights alone know. */
export function weighedName(language: Language, category: string): string {
  const { gate, mqm } = messages(language)
  const all: Readonly<Record<string, string>> = { ...mqm.dimensions, ...mqm.categories, ...gate.settings.kind }
  return all[category] ?? category
}

/** The settings in which two differ, in words. */
export const settingsTold = (language: Language, before: QualitySettings, after: QualitySettings) =>
  names
    .map(name => ({
      label: messages(language).gate.settings.fields[name],
      before: told(language, name, before),
      after: told(language, name, after),
    }))
    .filter(change => change.before !== change.after)

/** What was decided, as sentences, with what each setting was before and is since. */
export const qualityActs = (language: Language, acts: readonly QualityAct[]) =>
  acts.map(({ person, at, before, after }) => ({
    at,
    sentence: fill(language, messages(language).gate.settings.act, { name: seen(person) }),
    changes: settingsTold(language, before, after),
  }))
