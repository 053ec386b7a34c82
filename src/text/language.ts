import { francAll } from 'franc'

/** The languages that a Swedish newsroom meets: those of franc's names, and the codes that HTML's `lang` takes. */
const codes: Readonly<Record<string, string>> = {
  swe: 'sv', eng: 'en', deu: 'de', dan: 'da', nob: 'nb', nno: 'nn', fin: 'fi', nld: 'nl', fra: 'fr', spa: 'es', ita: 'it', por: 'pt',
  pol: 'pl', est: 'et', hun: 'hu', ron: 'ro', rus: 'ru', ukr: 'uk', tur: 'tr', arb: 'ar',
} // prettier-ignore
const only = Object.keys(codes)

export interface Language {
  /** ISO 639-1, or `und` where the text is too short to tell */
  readonly code: string
  /** whether a person should be told: false alarms cost trust */
  readonly certain: boolean
}

/** Letters below which nothing is said, and below which nothing is certain. */
const tooShort = 20
const shortest = 80

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0

export const languageOf = (text: string): Language => {
  const count = letters(text)
  if (count < tooShort) return { code: 'und', certain: false }
  const [first, second] = francAll(text.slice(0, 20_000), { only, minLength: 1 })
  const code = codes[first?.[0] ?? ''] ?? 'und'
  return { code, certain: code !== 'und' && count >= shortest && (first?.[1] ?? 0) - (second?.[1] ?? 0) > 0.05 }
}

export interface LanguageReport {
  readonly whole: string
  readonly paragraphs: readonly {
    readonly index: number
    readonly from: number
    readonly to: number
    readonly language: string
  }[]
}

export const languageReport = (text: string): LanguageReport => {
  const whole = languageOf(text).code
  const expected = whole === 'und' ? 'sv' : whole
  let from = 0
  const paragraphs = text.split('\n').flatMap((line, index) => {
    const at = { index, from, to: from + line.length }
    from = at.to + 1
    const { code, certain } = languageOf(line)
    return certain && code !== expected ? [{ ...at, language: code }] : []
  })
  return { whole, paragraphs }
}
