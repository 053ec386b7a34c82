import type { Attested, Word } from '../lexicon/lexicon.ts'

/** A language in which a word is more at home than in Swedish. */
export interface Home {
  readonly language: Exclude<Attested, 'sv'>
  /** by how many powers of ten it is more frequent there */
  readonly excess: number
  /** its Zipf value there */
  readonly zipf: number
}

const others = ['en', 'de', 'nb', 'da', 'fr', 'nl'] as const

/** Letters of the neighbours that Swedish does not write in words of its own. */
const northern = /[æø]/

/** The language a word stems from, where it is not Swedish and far more frequent there; undefined where that cannot be told. */
export function homeOf(word: Word): Home | undefined {
  if (word.common) return undefined
  const sv = word.zipf('sv')
  const best = others
    .map(language => ({ language, zipf: word.zipf(language) }))
    .reduce((a, b) => (b.zipf > a.zipf ? b : a))
  if (northern.test(word.text))
    return {
      language: best.language === 'da' ? 'da' : 'nb',
      excess: Math.max(2, best.zipf - sv),
      zipf: Math.max(2, best.zipf),
    }
  return best.zipf === 0 ? undefined : { ...best, excess: best.zipf - sv }
}

/** The names of languages as they stand in a sentence: `på engelska`. */
export const languageNames = {
  en: { sv: 'engelska', en: 'English' },
  de: { sv: 'tyska', en: 'German' },
  nb: { sv: 'norska', en: 'Norwegian' },
  da: { sv: 'danska', en: 'Danish' },
  fr: { sv: 'franska', en: 'French' },
  nl: { sv: 'nederländska', en: 'Dutch' },
} as const
