/** The words that facts are written with, by language: calendar, units, currencies, scales, numerals. */
import { readRows } from '../data/read.ts'
import { known, type Language } from './language.ts'

/** Phrases of one word or several, found by their first. */
export class Phrases<T> {
  readonly #byFirst = new Map<string, { readonly phrase: string; readonly means: T }[]>()

  add(phrase: string, means: T): void {
    const first = firstPiece(phrase)
    const list = this.#byFirst.get(first) ?? []
    list.push({ phrase, means })
    this.#byFirst.set(
      first,
      list.sort((a, b) => b.phrase.length - a.phrase.length),
    )
  }

  /** Everything that the longest phrase at `at` means, and where it ends; null where none stands there whole. */
  at(lower: string, at: number): { readonly means: readonly T[]; readonly to: number } | null {
    const all = this.#byFirst.get(firstPiece(lower.slice(at, at + 30)))
    const longest = all?.find(({ phrase }) => lower.startsWith(phrase, at) && ends(phrase, lower, at + phrase.length))
    if (all === undefined || longest === undefined) return null
    const means = all.filter(({ phrase }) => phrase === longest.phrase).map(entry => entry.means)
    return { means, to: at + longest.phrase.length }
  }
}

const firstPiece = (text: string): string => /^(?:\p{L}+|[^])/u.exec(text)?.[0] ?? ''
const ends = (phrase: string, lower: string, to: number): boolean =>
  !/[\p{L}\p{N}]$/u.test(phrase) || !/^[\p{L}\p{N}\p{M}]/u.test(lower.slice(to, to + 2))

export interface Unit {
  readonly id: string
  /** units of one can be converted; `-` where there is nothing to convert to */
  readonly dimension: string
  readonly factor: number
}

/** What a figure can be counted in. */
export type Measure =
  { readonly kind: 'unit' | 'percentage'; readonly unit: Unit } | { readonly kind: 'currency'; readonly unit: Unit }

export interface Scale {
  readonly factor: number
  /** `krona` in mkr */
  readonly currency: string | null
}

export type NumeralKind =
  'cardinal' | 'hundred' | 'thousand' | 'part' | 'half' | 'mixed' | 'ordinal' | 'decade' | 'loose'

export interface Vocabulary {
  readonly language: Language
  readonly months: ReadonlyMap<string, number>
  /** beside a day or a year only */
  readonly abbreviations: ReadonlyMap<string, number>
  readonly weekdays: readonly (readonly [string, number])[]
  readonly measures: Phrases<Measure>
  /** signs and codes that stand before a figure: `€`, `USD` */
  readonly before: ReadonlyMap<string, Measure>
  readonly scales: Phrases<Scale>
  /** of one word: its kinds with their values */
  readonly numerals: ReadonlyMap<string, ReadonlyMap<NumeralKind, number>>
  readonly tens: readonly (readonly [string, number])[]
  /** `hundred` and `thousand` in their forms, the larger first */
  readonly factors: readonly (readonly [string, number])[]
  /** how cardinal numbers begin: two letters */
  readonly heads: ReadonlySet<string>
}

const forms = (field: string | undefined): string[] =>
  (field ?? '').split('|').filter(form => form !== '' && form !== '·')

/** The column of a language in a file whose first columns are `before`; of other languages there is none. */
const column = (language: Language, before: number): number =>
  language === 'other' ? -1 : before + known.indexOf(language)

const units = readRows('units.tsv')
const currencies = readRows('currencies.tsv')
const calendar = readRows('calendar.tsv')
const scales = readRows('scales.tsv')
const numerals = readRows('numerals.tsv')

function measuresOf(language: Language): Pick<Vocabulary, 'measures' | 'before'> {
  const measures = new Phrases<Measure>()
  const before = new Map<string, Measure>()
  for (const row of units) {
    const [id = '', dimension = '', factor, any] = row
    const kind = id === '%' || id === 'pp' || id === '‰' ? 'percentage' : 'unit'
    const measure: Measure = { kind, unit: { id, dimension, factor: Number(factor) } }
    for (const form of [...forms(any), ...forms(row[column(language, 4)])]) measures.add(form, measure)
  }
  for (const row of currencies) {
    const [id = '', any] = row
    const measure: Measure = { kind: 'currency', unit: { id, dimension: '-', factor: 1 } }
    for (const form of forms(any)) {
      measures.add(form, measure)
      if (!before.has(form)) before.set(form, measure)
    }
    for (const form of forms(row[column(language, 2)])) measures.add(form, measure)
  }
  return { measures, before }
}

/** German ordinals are inflected: `dritt` → dritte, dritten … */
const inflected = (form: string, kind: string, language: Language): string[] =>
  kind === 'ordinal' && language === 'de' ? ['e', 'en', 'er', 'es', 'em'].map(ending => form + ending) : [form]

function numeralsOf(language: Language): Pick<Vocabulary, 'numerals' | 'tens' | 'factors' | 'heads'> {
  const words = new Map<string, Map<NumeralKind, number>>()
  const tens: [string, number][] = []
  const factors: [string, number][] = []
  const heads = new Set<string>()
  for (const row of numerals) {
    const [kind = '', value] = row
    for (const form of forms(row[column(language, 2)]).flatMap(form => inflected(form, kind, language))) {
      const kinds = words.get(form) ?? new Map<NumeralKind, number>()
      words.set(form, kinds.set(kind as NumeralKind, Number(value)))
      if (kind === 'cardinal' && Number(value) >= 20) tens.push([form, Number(value)])
      if (kind === 'hundred' || kind === 'thousand') factors.unshift([form, Number(value)])
      if (['cardinal', 'hundred', 'thousand', 'mixed'].includes(kind)) heads.add(form.slice(0, 2))
    }
  }
  return { numerals: words, tens, factors, heads }
}

function build(language: Language): Vocabulary {
  const dates = (kind: string): [string, number][] =>
    calendar
      .filter(row => row[0] === kind)
      .flatMap(row => forms(row[column(language, 2)]).map((form): [string, number] => [form, Number(row[1])]))
  const multiply = new Phrases<Scale>()
  for (const row of scales) {
    const [factor, currency = null] = (row[0] ?? '').split(' ')
    for (const form of forms(row[column(language, 1)])) multiply.add(form, { factor: Number(factor), currency })
  }
  return {
    language,
    months: new Map(dates('month')),
    abbreviations: new Map(dates('abbreviation')),
    weekdays: dates('weekday'),
    scales: multiply,
    ...measuresOf(language),
    ...numeralsOf(language),
  }
}

const built = new Map<Language, Vocabulary>()

export function vocabularyOf(language: Language): Vocabulary {
  const vocabulary = built.get(language) ?? build(language)
  built.set(language, vocabulary)
  return vocabulary
}
