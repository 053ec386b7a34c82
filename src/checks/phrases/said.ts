/** What is told of a phrase: where it comes from, and why it is not Swedish. */
import type { Said } from '../check.ts'
import type { Row, SourceLanguage } from './rows.ts'

const languages: Readonly<Record<SourceLanguage, Said>> = {
  de: { sv: 'tyskans', en: 'German' },
  en: { sv: 'engelskans', en: 'English' },
  no: { sv: 'norskans', en: 'Norwegian' },
  da: { sv: 'danskans', en: 'Danish' },
}

/** Left as it is, or put into Swedish word for word. */
const originOf = (text: string, { language, words }: NonNullable<Row['from']>): Said => {
  const { sv, en } = languages[language]
  return text.toLowerCase() === words.toLowerCase()
    ? { sv: `”${text}” är ${sv} ord, oöversatt`, en: `“${text}” is ${en}, left untranslated` }
    : { sv: `”${text}” är ${sv} ”${words}” ord för ord`, en: `“${text}” is ${en} “${words}” word for word` }
}

/** What is told of: a row, the words that it matched, and what to write, best first. */
interface Told {
  readonly row: Row
  readonly text: string
  readonly fixes: readonly string[]
}

export function saidOf({ row: { from, note }, text, fixes }: Told): Said {
  const [fix] = fixes
  const origin = from && originOf(text, from)
  const advice: Said | null =
    note ??
    (fix === undefined
      ? null
      : fix === ''
        ? { sv: 'orden kan strykas', en: 'the words can go' }
        : {
            sv: `på svenska ”${fix}”`,
            en: `Swedish has “${fix}”`,
          })
  return { sv: joined('sv'), en: joined('en') }

  function joined(language: keyof Said): string {
    const [head, tail] = [origin?.[language], advice?.[language]]
    if (head !== undefined) return tail === undefined ? `${head}.` : `${head}: ${tail}.`
    const quoted = language === 'sv' ? `”${text}”` : `“${text}”`
    return tail === undefined ? `${quoted}.` : `${quoted}: ${tail}.`
  }
}
