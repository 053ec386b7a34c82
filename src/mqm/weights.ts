/**
 * What an error weighs in a score: weight schemes as data. A scheme has a number for each severity, and exceptions for what it weighs
 * otherwise; of these the most specific holds, as in Google's `score_mqm.py` (mt-metrics-eval, converters).
 */
import type { Severity } from './annotation.ts'
import { dimensionOf, type CategoryId, type Dimension } from './typology.ts'
import { categoryOfName, isNamed, severityOfName, type NamedError } from './wmt-categories.ts'

/**
 * What other typologies weigh by itself and ours has no category for: there is no translation; the fault is the source's; it is said
 * otherwise on purpose.
 */
export const namedKinds = ['non-translation', 'source-error', 'reinterpretation'] as const
export type NamedKind = (typeof namedKinds)[number]

export type WeighedCategory = Dimension | CategoryId | NamedKind

export interface WeightException {
  readonly category: WeighedCategory
  /** of this severity alone; without it of any */
  readonly severity?: Severity | undefined
  readonly weight: number
}

export interface WeightScheme {
  readonly id: string
  readonly name: string
  /** who says so */
  readonly source: string
  /** what is taken where the source says nothing, and why; '' where it says all */
  readonly note: string
  readonly severities: Readonly<Record<Severity, number>>
  readonly exceptions: readonly WeightException[]
}

/** A fault of the source is none of the translation. */
const sourceErrors: WeightException = { category: 'source-error', weight: 0 }

/** MQM-Core's usual multipliers. */
export const mqmCore = {
  id: 'mqm-core',
  name: 'MQM-Core',
  source: 'MQM Council, The MQM Scoring Models (themqm.org): severity multipliers 0, 1, 5, 25',
  note: 'No translation at all is weighed as critical.',
  severities: { neutral: 0, minor: 1, major: 5, critical: 25 },
  exceptions: [sourceErrors, { category: 'non-translation', weight: 25 }],
} as const satisfies WeightScheme

export const wmt = {
  id: 'wmt',
  name: 'WMT (Google)',
  source: 'Freitag et al. 2021, Experts, Errors, and Context (TACL 9); mt-metrics-eval, converters/score_mqm.py',
  note: 'WMT has no critical errors: its annotators call them major. One from elsewhere is weighed as major, as Marot does by default, so that scores can be compared with WMT’s. As its scores since 2022 and Marot have it, a fault of the source and a creative reinterpretation weigh nothing.',
  severities: { neutral: 0, minor: 1, major: 5, critical: 5 },
  exceptions: [
    sourceErrors,
    { category: 'reinterpretation', weight: 0 },
    { category: 'non-translation', weight: 25 },
    { category: 'linguistic-conventions/punctuation', severity: 'minor', weight: 0.1 },
  ],
} as const satisfies WeightScheme

/** For scores that are to be as they were released then: `score_mqm.py` knows no exception for the source. */
export const wmt2021: WeightScheme = {
  ...wmt,
  id: 'wmt-2021',
  name: 'WMT (Google), 2020 and 2021',
  note: 'As `wmt`, but a “Source error” weighs as any other error: the scores released with the TED talks of 2021 have it so.',
  exceptions: wmt.exceptions.filter(({ category }) => category !== 'source-error'),
}

const serious = (category: WeighedCategory, weight: number, minor: number): readonly WeightException[] => [
  { category, severity: 'minor', weight: minor },
  { category, severity: 'major', weight },
  { category, severity: 'critical', weight },
]

export const j2450: WeightScheme = {
  id: 'j2450',
  name: 'SAE J2450-like',
  source:
    'SAE J2450 (2001), Translation Quality Metric: wrong term 5/2, syntax 4/2, omission 4/2, word structure 4/2, misspelling 3/1, punctuation 2/1, miscellaneous 3/1',
  note: 'J2450 knows serious and minor: major and critical are serious. Its wrong terms are terminology and mistranslations, its syntax and word structure are grammar; what has no category of its own is miscellaneous. No translation at all is an omission.',
  severities: { neutral: 0, minor: 1, major: 3, critical: 3 },
  exceptions: [
    sourceErrors,
    ...serious('terminology', 5, 2),
    ...serious('accuracy/mistranslation', 5, 2),
    ...serious('accuracy/omission', 4, 2),
    { category: 'non-translation', weight: 4 },
    ...serious('linguistic-conventions/grammar', 4, 2),
    ...serious('linguistic-conventions/punctuation', 2, 1),
  ],
}

export const weightSchemes: readonly WeightScheme[] = [wmt, mqmCore, j2450]

/** By how much an error outweighs another wherever nobody has chosen a scheme: in the queue, in the order of flags. */
export const severityWeights: Readonly<Record<Severity, number>> = mqmCore.severities

/** What a name may be weighed as, the most specific first. Only a name that says just what a subtype says is weighed as that. */
function weighedAs({ category: name, severity }: NamedError): readonly WeighedCategory[] {
  if (isNamed('source-error', name)) return ['source-error']
  if (isNamed('non-translation', name) || isNamed('non-translation', severity)) return ['non-translation']
  const { category, exact } = categoryOfName(name)
  const ours: readonly WeighedCategory[] = exact ? [category, dimensionOf(category)] : [dimensionOf(category)]
  return isNamed('reinterpretation', name) ? ['reinterpretation', ...ours] : ours
}

/** In Google's earlier releases what is now a minor error of punctuation; Marot weighs both alike. */
const trivial: NamedError = { category: 'Fluency/Punctuation', severity: 'Minor' }

const keyOf = (category: WeighedCategory, severity: Severity | undefined): string => `${category} ${severity ?? '*'}`

/** An error's weight by its names: ours (`accuracy/omission`, `minor`) or another program's (`Accuracy/Omission`, `Minor`). */
export type Weigher = (error: NamedError) => number | null

/**
 * Weighs by a scheme, in penalty points. What is named `no-error` weighs nothing; null: the severity is none that is known. Names are
 * looked up once each.
 */
export function weigherOf(scheme: WeightScheme): Weigher {
  const exceptions = new Map(
    scheme.exceptions.map(({ category, severity, weight }) => [keyOf(category, severity), weight]),
  )
  const weigh = (error: NamedError): number | null => {
    if (isNamed('no-error', error.category) || isNamed('no-error', error.severity)) return 0
    if (isNamed('trivial', error.severity)) return weigh(trivial)
    const categories = weighedAs(error)
    const severity = severityOfName(error.severity) ?? (isNamed('non-translation', error.severity) ? 'major' : null)
    if (severity === null) return null
    for (const category of categories) {
      const weight = exceptions.get(keyOf(category, severity)) ?? exceptions.get(keyOf(category, undefined))
      if (weight !== undefined) return weight
    }
    return scheme.severities[severity]
  }
  const known = new Map<string, number | null>()
  return error => {
    const key = `${error.severity}\t${error.category}`
    let weight = known.get(key)
    if (weight === undefined) known.set(key, (weight = weigh(error)))
    return weight
  }
}
