import type { Problem, ProblemCode } from '../errors.ts'
import { en } from './en/index.ts'
import type { Messages } from './messages.ts'
import { sv } from './sv/index.ts'

export type { Messages }

/** What the interface is written in. Swedish is the default. */
export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]
/** A sentence that depends on a number: `{n}` is the number, formatted. */
export interface Plural {
  readonly one: string
  readonly other: string
}
export type Values = Readonly<Record<string, string | number>>

const all: Readonly<Record<Language, Messages>> = { sv, en }

export const isLanguage = (value: unknown): value is Language => languages.some(language => language === value)

export const messages = (language: Language): Messages => all[language]

/** Puts values in the `{braces}` of a sentence; numbers are written as the language does. A name without a value stays as it is. */
export const fill = (language: Language, sentence: string, values: Values = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'number' ? formatNumber(language, value) : value
  })

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  sv: new Intl.PluralRules('sv'),
  en: new Intl.PluralRules('en'),
}

export const plural = (language: Language, forms: Plural, n: number, values: Values = {}): string =>
  fill(language, rules[language].select(n) === 'one' ? forms.one : forms.other, { n, ...values })

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat('sv-SE', { useGrouping: 'min2' }),
  en: new Intl.NumberFormat('en-GB', { useGrouping: 'min2' }),
}
export const formatNumber = (language: Language, value: number): string => numbers[language].format(value)

const decimals = new Map<string, Intl.NumberFormat>()

/**
 * With so many decimals, no more and no fewer, and always with its thousands apart: figures in a column stand under each other, and one of
 * four digits is written as one of five.
 */
export const formatDecimal = (language: Language, value: number, digits: number): string => {
  const key = `${language} ${digits}`
  const known = decimals.get(key)
  const format =
    known ??
    new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
      useGrouping: 'always',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  if (!known) decimals.set(key, format)
  // what rounds to nothing has no sign
  // the sign is a minus in both languages: a hyphen is too short beside digits
  return format.format(Number(value.toFixed(digits)) === 0 ? 0 : value).replace('-', '−')
}

/** @param share 0 … 1. What is not all is never rounded up to 100 %, what is not nothing never down to 0 %. */
export const formatShare = (language: Language, share: number): string => {
  const whole = Math.round(share * 100)
  const honest = whole === 100 && share < 1 ? 99 : whole === 0 && share > 0 ? 1 : whole
  return language === 'sv' ? `${honest}\u00a0%` : `${honest}%`
}

const clock: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: new Intl.DateTimeFormat('sv-SE', { hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
}
const day: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }),
}
const dayAndYear: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  sv: new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'short', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }),
}

const months = {
  short: {
    sv: new Intl.DateTimeFormat('sv-SE', { month: 'short', year: 'numeric' }),
    en: new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric' }),
  },
  long: {
    sv: new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric' }),
    en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }),
  },
} as const

/** @param month YYYY-MM @param length short: `nov. 2026`, long: `november 2026` */
export function formatMonth(language: Language, month: string, length: 'short' | 'long'): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return months[length][language].format(new Date(year, number - 1, 1))
}

/** A day, as it stands at the head of a report: `27 november 2026`. @param at epoch ms */
export const formatDay = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' }).format(new Date(at))

/**
 * A time as a newsroom says it: the hour today, the day and hour this year, else the date with its year.
 * @param at epoch milliseconds @param now epoch milliseconds
 */
export const formatTime = (language: Language, at: number, now: number): string => {
  const then = new Date(at)
  const today = new Date(now)
  const hour = clock[language].format(then)
  if (then.toDateString() === today.toDateString()) return hour
  return then.getFullYear() === today.getFullYear()
    ? `${day[language].format(then)} ${hour}`
    : `${dayAndYear[language].format(then)} ${hour}`
}

/** The first language of an Accept-Language header that we have, by its quality values; Swedish where none is. */
export const pickLanguage = (acceptLanguage: string | undefined): Language => {
  const wished = (acceptLanguage ?? '').split(',').map(part => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const q = parameters.map(p => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(p => p !== undefined)
    return { language: tag.split('-')[0], quality: q === undefined ? 1 : Number(q) }
  })
  const best = wished.filter(w => w.quality > 0 && isLanguage(w.language)).sort((a, b) => b.quality - a.quality)[0]
  return best !== undefined && isLanguage(best.language) ? best.language : 'sv'
}

/**
 * What a person is told of a problem. Its first sentence always; those after it where the problem has all the values they speak of.
 */
export const problemSentence = (
  language: Language,
  problem: { readonly code: ProblemCode; readonly values?: Problem['values'] },
): string => {
  const { code, values = {} } = problem
  // A port is a name, not a number of things.
  const named = values['port'] === undefined ? values : { ...values, port: String(values['port']) }
  const known = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ''))
  return all[language].problems[code]
    .split(/(?<=[.?!]) (?=[^a-zåäö])/)
    .map(sentence =>
      fill(language, sentence, {
        ...known,
        ...fieldName(language, values['field']),
        ...reasonOf(language, values['reason']),
        ...faultOf(language, values),
      }),
    )
    .filter((sentence, index) => index === 0 || !/\{\w+\}/.test(sentence))
    .join(' ')
}

/** A field as its label has it; one that has no label (a program's) by its own name. */
const fieldName = (language: Language, field: string | number | undefined): Values => {
  const names: Readonly<Record<string, string>> = all[language].common.fieldNames
  return field === undefined || field === '' ? {} : { field: names[field] ?? field }
}

/** Why a rule, or a line of a file, is refused, in words; any other reason as it is. */
const reasonOf = (language: Language, reason: string | number | undefined): Values => {
  const told: Readonly<Record<string, string>> = { ...all[language].memory.tooWide, ...all[language].terms.faults }
  return reason === undefined || reason === '' ? {} : { reason: told[reason] ?? reason }
}

/** Why a file is refused, in words. */
const faultOf = (language: Language, values: Values): Values => {
  const told: Readonly<Record<string, string>> = all[language].formats.faults
  const { fault } = values
  const sentence = typeof fault === 'string' ? told[fault] : undefined
  return sentence === undefined ? {} : { fault: fill(language, sentence, values) }
}

/** What is told of a file that was read. */
export const warningSentence = (
  language: Language,
  {
    code,
    n = 1,
    detail = '',
  }: { readonly code: keyof Messages['formats']['warnings']; readonly n?: number; readonly detail?: string },
): string => {
  const told = all[language].formats.warnings[code]
  const namesLanguage = code === 'not-swedish' || code === 'said-otherwise'
  const values = { detail: namesLanguage ? languageName(language, detail) : detail }
  return typeof told === 'string' ? fill(language, told, values) : plural(language, told, n, values)
}

const displayNames: Partial<Record<Language, Intl.DisplayNames>> = {}

/** The name of a language, in the interface's language: `swe` is never shown, `svenska` is. */
export const languageName = (language: Language, code: string): string => {
  if (code === '' || code === 'und') return all[language].common.unknownLanguage
  try {
    const names = (displayNames[language] ??= new Intl.DisplayNames([language], { type: 'language' }))
    return names.of(code) ?? code
  } catch {
    return code
  }
}
