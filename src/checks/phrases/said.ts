/** What is told of a phrase: where it comes from, and why it is not Swedish. */
import type { Said } from '../check.ts'
import type { PhraseHit } from './list.ts'
import type { SourceLanguage } from './rows.ts'

const languages: Readonly<Record<SourceLanguage, Said>> = {
  de: { sv: 'tyskans', en: 'German' },
  en: { sv: 'engelskans', en: 'English' },
  no: { sv: 'norskans', en: 'Norwegian' },
  da: { sv: 'danskans', en: 'Danish' },
}

export function saidOf({ row: { from, note }, text, fixes }: PhraseHit): Said {
  const [fix] = fixes
  const origin: Said | null = from && {
    sv: `”${text}” är ${languages[from.language].sv} ”${from.words}” ord för ord`,
    en: `“${text}” is ${languages[from.language].en} “${from.words}” word for word`,
  }
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
