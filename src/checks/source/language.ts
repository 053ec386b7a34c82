/** The languages whose facts can be read, and how each writes figures. */
import { languageOf } from '../../text/language.ts'
import type { Source } from '../reading.ts'

/** Those whose words for months, numbers and units are known: the columns of the data files. */
export const known = ['en', 'de', 'sv', 'nb', 'da'] as const
export type Known = (typeof known)[number]
/** Of any other language the figures alone are read. */
export type Language = Known | 'other'

const isKnown = (code: string): code is Known => (known as readonly string[]).includes(code)

/** @param code ISO 639-1, with a region or without: `de-AT`; bokmål and nynorsk write figures alike */
const languageByCode = (code: string): Language => {
  const [main = ''] = code.toLowerCase().split(/[-_]/)
  if (main === 'no' || main === 'nn') return 'nb'
  return isKnown(main) ? main : 'other'
}

/** The language of a source: as told, else as guessed. */
export const languageOfSource = ({ text, language }: Source): Language =>
  languageByCode(language === '' || language === 'und' ? languageOf(text).code : language)

/** The sign before decimals; that of others can be either. */
export const decimalSign = (language: Language): '.' | ',' | null =>
  language === 'other' ? null : language === 'en' ? '.' : ','
