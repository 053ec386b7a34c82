/** The Swedish dictionary with its inflection, and what words are attested how often in which language. */

/** One reading of a form. */
export interface Analysis {
  /** the form it is looked up under; of a compound that is in no dictionary, with the lemma of its last part: `delegationsbesök` */
  readonly lemma: string
  /** bits of `tag` in tags.ts */
  readonly tags: number
}

/** Languages with frequencies. */
export const attested = ['sv', 'en', 'de', 'nb', 'da', 'fr', 'nl'] as const
export type Attested = (typeof attested)[number]

/** A compound that is in no dictionary, as its parts would be written alone. */
export interface Compound {
  /** with linking letters: `delegations`, `besök` */
  readonly parts: readonly string[]
  /** Zipf value of the rarest part */
  readonly rarest: number
}

export interface Word {
  /** lower-cased */
  readonly text: string
  /** is it, lower-cased, a form of a word in the Swedish dictionary? Names are not, compounds made up as one goes are not */
  readonly common: boolean
  /** is it, with a capital, a form of a name in the Swedish dictionary? */
  readonly name: boolean
  /** how it can be read: by the dictionary, else as a compound by its last part; empty where neither knows it */
  readonly analyses: readonly Analysis[]
  /** the likeliest way to take it apart where the dictionary does not have it; null where there is none, and where it has */
  readonly compound: Compound | null
  /**
   * How often it is attested in a language: Zipf value (log10 of occurrences per billion words; 7 `och`, 5 `polisen`, 3 `anbud`, about 1.1
   * the rarest known), 0 where it is not. Of hyphenated words: the rarest part.
   */
  zipf(language: Attested): number
  /** is it in the dictionary of English, German, Danish, French? @param small only if in small letters: not as a name alone */
  in(language: 'en' | 'de' | 'da' | 'fr', small?: boolean): boolean
}

/** A form that an inflection gives. */
export interface Form {
  readonly text: string
  readonly tags: number
}

export interface Lexicon {
  /** @param form in any case; hyphenated words and those with a colon are read by their last part */
  word(form: string): Word
  /** Every form of the words looked up under a lemma (compounds: by their last part), the lemma's own first. Empty where unknown. */
  forms(lemma: string): readonly Form[]
  /** The form of a lemma that has all of these tags; undefined where it has none. */
  inflect(lemma: string, tags: number): string | undefined
  /**
   * A way to take a word apart by less than the dictionary's rules: any word before any other, -s- between, prefixes and endings that
   * derive words. What has none is no Swedish word.
   */
  loosely(form: string): Compound | null
  /** A way to take a word apart into words of another language; null where there is none. */
  abroad(form: string, language: Exclude<Attested, 'sv'>): Compound | null
  /** Swedish words within one or two edits of a misspelt one, likeliest first; at most five. Some milliseconds: for what is found only. */
  suggest(misspelt: string): readonly string[]
}
