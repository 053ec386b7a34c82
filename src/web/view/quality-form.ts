/** The form of the quality settings: what was typed, or stands, as its fields have it. */
import { weightSchemes, mqmCore, namedKinds, type WeightScheme } from '../../mqm/weights.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'
import { Problem } from '../../errors.ts'
import { fill, formatNumber, messages, type Language } from '../../i18n/index.ts'
import { effortChoices, gateFindings, qualitySettings, type QualitySettings } from '../../wire/quality.ts'
import { field, fieldList, fields, parsed } from '../form.ts'
import type { Ask } from '../page.ts'
import { categoryGroups, severityChoices } from './flag-choices.ts'

interface ExceptionFields {
  readonly category: string
  readonly severity: string
  readonly weight: string
}

export interface QualityFields {
  readonly weights: string
  readonly ownName: string
  readonly ownWeights: Readonly<Record<Severity, string>>
  readonly exceptions: readonly ExceptionFields[]
  readonly threshold: string
  readonly gate: boolean
  readonly findings: string
  readonly judgements: boolean
  readonly effort: string
}

/** So many empty rows stand below the exceptions. */
const emptyRows = 3
const emptyRow: ExceptionFields = { category: '', severity: '', weight: '' }

/** What one's own weights begin with, where there are none yet. */
const begun: Pick<WeightScheme, 'name' | 'severities' | 'exceptions'> = {
  name: '',
  severities: mqmCore.severities,
  exceptions: [],
}

const bySeverity = <T>(valueOf: (severity: Severity) => T): Record<Severity, T> =>
  Object.fromEntries(severities.map(severity => [severity, valueOf(severity)])) as Record<Severity, T>

export function fieldsOf(language: Language, settings: QualitySettings): QualityFields {
  const written = (weight: number): string => formatNumber(language, weight)
  const { name, severities: weights, exceptions } = settings.own ?? begun
  return {
    weights: settings.weights,
    ownName: name,
    ownWeights: bySeverity(severity => written(weights[severity])),
    exceptions: exceptions.map(({ category, severity = '', weight }) => ({
      category,
      severity,
      weight: written(weight),
    })),
    threshold: written(settings.threshold),
    gate: settings.gate,
    findings: settings.findings,
    judgements: settings.judgements,
    effort: settings.effort,
  }
}

/** What was typed; a row of exceptions that is empty is none. */
export function typedQuality(ask: Ask): QualityFields {
  const [categories, grades, weights] = ['exceptionCategory', 'exceptionSeverity', 'exceptionWeight'].map(name =>
    fieldList(ask, name),
  )
  const rows = (categories ?? []).map((category, i) => ({
    category,
    severity: grades?.[i] ?? '',
    weight: weights?.[i] ?? '',
  }))
  return {
    weights: field(ask, 'weights'),
    ownName: field(ask, 'ownName'),
    ownWeights: bySeverity(severity => field(ask, `own-${severity}`)),
    exceptions: rows.filter(({ category, weight }) => category !== '' || weight.trim() !== ''),
    threshold: field(ask, 'threshold'),
    gate: field(ask, 'gate') !== '',
    findings: field(ask, 'findings'),
    judgements: field(ask, 'judgements') !== '',
    effort: field(ask, 'effort'),
  }
}

/** A number as people write it, with a comma or a point; what is none is left for the schema to refuse. */
const number = (text: string): number => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  return /^\d{1,9}(\.\d{1,9})?$/.test(plain) ? Number(plain) : NaN
}

/** One's own weights are there where they are used, or were touched. */
function ownOf(typed: QualityFields, language: Language) {
  const untouched = fieldsOf(language, qualitySettings.parse({}))
  const said = ({ ownName, ownWeights, exceptions }: QualityFields) => JSON.stringify([ownName, ownWeights, exceptions])
  const blank = { ownName: '', ownWeights: bySeverity(() => ''), exceptions: [] }
  const isEmpty = said(typed) === said({ ...typed, ...blank })
  if (isEmpty || (typed.weights !== 'own' && said(typed) === said(untouched))) return null
  return {
    name: typed.ownName,
    severities: bySeverity(severity => number(typed.ownWeights[severity])),
    exceptions: typed.exceptions.map(({ category, severity, weight }) => ({
      category,
      ...(severity === '' ? {} : { severity }),
      weight: number(weight),
    })),
  }
}

/** What a program may send: a setting that is misspelt is not to be lost in silence. */
const known: ReadonlySet<string> = new Set([...Object.keys(qualitySettings.shape), 'stamp', 'name'])

/**
 * What was sent, by a form or by a program; of a program, what it does not send stays as it is.
 * @throws Problem field-invalid with the path of the first fault
 */
export function sentQuality(ask: Ask, now: QualitySettings): QualitySettings {
  if (ask.sentJson) {
    const unknown = Object.keys(fields(ask)).find(name => !known.has(name))
    if (unknown !== undefined) throw new Problem('field-invalid', { field: unknown })
    const { own, ...others } = now
    const kept = own && { name: own.name, severities: own.severities, exceptions: own.exceptions }
    return parsed(qualitySettings, { ...others, own: kept, ...fields(ask) })
  }
  const typed = typedQuality(ask)
  return parsed(qualitySettings, {
    weights: typed.weights,
    own: ownOf(typed, ask.language),
    threshold: number(typed.threshold),
    gate: typed.gate,
    // a form that was opened before there was this choice leaves it
    findings: typed.findings === '' ? now.findings : typed.findings,
    judgements: typed.judgements,
    effort: typed.effort,
  })
}

/** Which sentence tells of a fault at a path of the settings. */
export function faultSentence(language: Language, path: string): string {
  const words = messages(language).gate.settings
  const { invalid } = words
  if (path === 'threshold') return invalid.threshold
  if (path.startsWith('own.severities')) return invalid.severities
  if (path.startsWith('own.exceptions')) return invalid.exceptions
  if (path === 'own.name') return invalid.ownName
  if (path.startsWith('own')) return invalid.own
  const labels: Readonly<Record<string, string>> = words.fields
  // what has no label is no field of the form, which is then not ours, or an old one
  return Object.hasOwn(labels, path) ? fill(language, invalid.other, { field: labels[path] ?? '' }) : invalid.form
}

/** What the form is drawn of. @param typed what its fields hold */
export function qualityChoices(language: Language, typed: QualityFields) {
  const { gate, mqm } = messages(language)
  const { settings: words } = gate
  const weight = (value: number): string => formatNumber(language, value)
  return {
    schemes: [mqmCore, ...weightSchemes.filter(({ id }) => id !== mqmCore.id)].map(
      ({ id, source, severities: weights }) => ({
        id,
        name: words.schemeNames[id as keyof typeof words.schemeNames],
        source,
        note: words.schemes[id as keyof typeof words.schemes],
        weights: severities.map(severity => ({ name: mqm.severities[severity], weight: weight(weights[severity]) })),
      }),
    ),
    severities: severityChoices(language),
    rows: [...typed.exceptions, ...Array.from({ length: emptyRows }, () => emptyRow)],
    groups: [
      ...categoryGroups(language).map(({ name, dimension, categories }) => ({
        name,
        categories: [{ id: dimension, name: fill(language, words.wholeDimension, { name }) }, ...categories],
      })),
      { name: words.kinds, categories: namedKinds.map(id => ({ id, name: words.kind[id] })) },
    ],
    findings: gateFindings.map(id => ({ id, name: words.findingsChoices[id] })),
    efforts: effortChoices.map(id => ({ id, name: words.efforts[id] })),
  }
}
