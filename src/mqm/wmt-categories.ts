/**
 * Names of error categories in other typologies ↔ ours: those of Google's and WMT's MQM annotations (Freitag et al. 2021, and what their
 * released files and Anthea's templates write), of MQM before 2021 (W3C MQM community group, 2019), and MQM-Core's own.
 */
import { severities, type Severity } from './annotation.ts'
import { categories, isCategory, type CategoryId } from './typology.ts'

/** The name that is written for a category. What is not here has no name of Google's, and is written as MQM-Core calls it. */
const written: readonly (readonly [CategoryId, string])[] = [
  ['accuracy/mistranslation', 'Accuracy/Mistranslation'],
  ['accuracy/addition', 'Accuracy/Addition'],
  ['accuracy/omission', 'Accuracy/Omission'],
  ['accuracy/untranslated', 'Accuracy/Untranslated text'],
  ['linguistic-conventions/grammar', 'Fluency/Grammar'],
  ['linguistic-conventions/punctuation', 'Fluency/Punctuation'],
  ['linguistic-conventions/spelling', 'Fluency/Spelling'],
  ['linguistic-conventions/character-encoding', 'Fluency/Character encoding'],
  ['style/register', 'Fluency/Register'],
  ['style/inconsistent', 'Fluency/Inconsistency'],
  ['style/awkward', 'Style/Awkward'],
  ['terminology/wrong-term', 'Terminology/Inappropriate for context'],
  ['terminology/inconsistent', 'Terminology/Inconsistent use of terminology'],
  ['locale-conventions/number-format', 'Locale convention/Number format'],
  ['locale-conventions/currency-format', 'Locale convention/Currency format'],
  ['locale-conventions/measurement-format', 'Locale convention/Measurement format'],
  ['locale-conventions/time-format', 'Locale convention/Time format'],
  ['locale-conventions/date-format', 'Locale convention/Date format'],
  ['locale-conventions/address-format', 'Locale convention/Address format'],
  ['locale-conventions/telephone-format', 'Locale convention/Telephone format'],
  ['locale-conventions/shortcut-key', 'Locale convention/Shortcut key'],
  ['other/other', 'Other'],
]

/** Other names that say the same. */
const synonyms: readonly (readonly [string, CategoryId])[] = [
  ['Accuracy/Untranslated', 'accuracy/untranslated'],
  ['Accuracy/Source language fragment', 'accuracy/untranslated'],
  ['Accuracy/Do not translate (DNT)', 'accuracy/do-not-translate'],
  ['Accuracy/Overtranslation', 'accuracy/over-translation'],
  ['Accuracy/Undertranslation', 'accuracy/under-translation'],
  ['Fluency/Unintelligible', 'linguistic-conventions/unintelligible'],
  ['Fluency/Grammatical register', 'style/register'],
  ['Fluency/Inconsistent', 'style/inconsistent'],
  ['Style/Unnatural or awkward', 'style/awkward'],
  ['Style/Awkward style', 'style/awkward'],
  ['Style/Unidiomatic style', 'style/unidiomatic'],
  ['Style/Inconsistent style', 'style/inconsistent'],
  ['Style/Inconsistency', 'style/inconsistent'],
  ['Style/Language register', 'style/register'],
  ['Style/Organizational style', 'style/organizational'],
  ['Style/Company style', 'style/organizational'],
  ['Style/Third-party style', 'style/third-party'],
  ['Terminology/Inappropriate', 'terminology/wrong-term'],
  ['Terminology/Inconsistent with terminology resource', 'terminology/inconsistent-with-resource'],
  ['Terminology/Inconsistent with termbase', 'terminology/inconsistent-with-resource'],
  ['Design and markup/Truncation/text expansion', 'design-and-markup/truncation'],
  ['Design and markup/Link/cross-reference', 'design-and-markup/link'],
  ['Design/Layout', 'design-and-markup/layout'],
  ['Design/Markup', 'design-and-markup/markup-tag'],
  ['Design/Truncation/text expansion', 'design-and-markup/truncation'],
  ['Design/Missing text', 'design-and-markup/missing-text'],
  ['Verity/Culture-specific reference', 'audience-appropriateness/culture-specific-reference'],
]

/** Names that say something which ours have no word for: the nearest category. Who writes the annotation again keeps the name. */
const nearest: readonly (readonly [string, CategoryId])[] = [
  ['Non-translation!', 'accuracy/mistranslation'],
  ['Accuracy/Creative reinterpretation', 'accuracy/mistranslation'],
  ['Accuracy/Ambiguity', 'accuracy/mistranslation'],
  ['Fluency/Display', 'linguistic-conventions/character-encoding'],
  ['Fluency/Typography', 'linguistic-conventions/punctuation'],
  ['Fluency/Duplication', 'style/awkward'],
  ['Fluency/Link/cross-reference', 'design-and-markup/link'],
  ['Style/Bad sentence structure', 'style/awkward'],
  ['Locale convention/Name format', 'linguistic-conventions/textual-conventions'],
  ['Accuracy', 'accuracy/mistranslation'],
  ['Fluency', 'linguistic-conventions/grammar'],
  ['Linguistic conventions', 'linguistic-conventions/grammar'],
  ['Style', 'style/awkward'],
  ['Terminology', 'terminology/wrong-term'],
  ['Locale convention', 'linguistic-conventions/textual-conventions'],
  ['Locale conventions', 'linguistic-conventions/textual-conventions'],
  ['Design', 'design-and-markup/layout'],
  ['Design and markup', 'design-and-markup/layout'],
  ['Verity', 'audience-appropriateness/culture-specific-reference'],
  ['Audience appropriateness', 'audience-appropriateness/culture-specific-reference'],
]

/** Annotation tools differ in capitals, spaces, hyphens and underscores, and in how they say that there is no subtype. */
const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(/\/+$/, '')
    .replace(/!/g, '')
    .trim()

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** `linguistic-conventions/textual-conventions` → `Linguistic conventions/Textual conventions` */
const coreName = (id: CategoryId): string =>
  id
    .split('/')
    .map(part => capital(part.replaceAll('-', ' ')))
    .join('/')

const names: ReadonlyMap<CategoryId, string> = new Map(written)
const exact: ReadonlyMap<string, CategoryId> = new Map([
  ...categories.flatMap(id => [[fold(id), id] as const, [fold(coreName(id)), id] as const]),
  ...synonyms.map(([name, id]) => [fold(name), id] as const),
  ...written.map(([id, name]) => [fold(name), id] as const),
])
const near: ReadonlyMap<string, CategoryId> = new Map(nearest.map(([name, id]) => [fold(name), id]))

/** A subtype alone (`Mistranslation`), as some tools write it, where only one category has it. */
const subtypes: ReadonlyMap<string, CategoryId> = (() => {
  const found = new Map<string, CategoryId | null>()
  for (const [name, id] of exact) {
    const subtype = name.slice(name.indexOf('/') + 1)
    found.set(subtype, found.has(subtype) && found.get(subtype) !== id ? null : id)
  }
  return new Map([...found].filter((entry): entry is [string, CategoryId] => entry[1] !== null))
})()

export interface NamedCategory {
  readonly category: CategoryId
  /** does the name say just this, so that it need not be remembered? */
  readonly exact: boolean
}

/** The category that a name means: the same one, else the nearest, else `other/other`. */
export function categoryOfName(name: string): NamedCategory {
  const key = fold(name)
  const same = isCategory(name) ? name : exact.get(key)
  if (same) return { category: same, exact: true }
  const general = key.includes('/') ? near.get(key.slice(0, key.indexOf('/'))) : undefined
  return { category: near.get(key) ?? subtypes.get(key) ?? general ?? 'other/other', exact: false }
}

/** A category as Google's and WMT's files write it. */
export const wmtName = (id: CategoryId): string => names.get(id) ?? coreName(id)

/** An error as a file names it. */
export interface NamedError {
  readonly category: string
  readonly severity: string
}

export interface ReadError {
  readonly category: CategoryId
  readonly severity: Severity
  /** does our way of naming it say all that the file says? */
  readonly exact: boolean
}

/** Names that are none of a category or a severity of ours, and are told by themselves. */
const kinds = {
  /** `No-error`, `no-error`, `no_error` … */
  'no-error': /^no error$/,
  /** no translation at all is the one error that Google weighs by its category: 25, as MQM weighs what is critical */
  'non-translation': /^non translation/,
  /** a fault of the source, by its name of 2020 and 2021, or by the later one too */
  'source-error': /^source (error|issue)/,
  /** what is said otherwise on purpose */
  reinterpretation: /(^|\/)(creative )?reinterpretation/,
  /** of Google's earlier releases: milder than minor */
  trivial: /^trivial$/,
} as const

/** Is a category or a severity, as a file names it, of this kind? */
export const isNamed = (kind: keyof typeof kinds, name: string): boolean => kinds[kind].test(fold(name))

export const isNoError = (name: string): boolean => isNamed('no-error', name)

/** One of MQM's, in any capitals (`Major`, `major severity`); null where it is another. */
export function severityOfName(name: string): Severity | null {
  const folded = fold(name).replace(/ severity$/, '')
  return severities.find(known => known === folded) ?? null
}

/** What a file's names mean. Severities that are not MQM's (`Trivial`, `undecided`) weigh nothing. */
export function errorOfNames({ category: name, severity: degree }: NamedError): ReadError {
  if (isNamed('non-translation', name) || isNamed('non-translation', degree))
    return { category: 'accuracy/mistranslation', severity: 'critical', exact: false }
  if (isNamed('source-error', name)) return { category: 'other/other', severity: 'neutral', exact: false }
  const { category, exact } = categoryOfName(name)
  const severity = severityOfName(degree)
  return { category, severity: severity ?? 'neutral', exact: exact && severity !== null }
}

export const namesOfError = (category: CategoryId, severity: Severity): NamedError => ({
  category: wmtName(category),
  severity: capital(severity),
})
