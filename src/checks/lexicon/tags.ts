/**
 * What a form of a word is, as one set of bits: its class, and its inflection. A form that is several things (`barn`: one child,
 * several children) has several analyses, each with its own tags.
 */
export const tag = {
  noun: 1 << 0,
  adjective: 1 << 1,
  verb: 1 << 2,
  /** a name: of a person, a place, a firm */
  name: 1 << 3,
  /** everything that is not inflected, or belongs to a closed class: see function-words.ts */
  other: 1 << 4,
  utrum: 1 << 5,
  neuter: 1 << 6,
  singular: 1 << 7,
  plural: 1 << 8,
  indefinite: 1 << 9,
  definite: 1 << 10,
  genitive: 1 << 11,
  infinitive: 1 << 12,
  present: 1 << 13,
  past: 1 << 14,
  supine: 1 << 15,
  imperative: 1 << 16,
  /** -s of a verb: passive, deponent or reciprocal */
  passive: 1 << 17,
  /** past participle; is an adjective too, and inflected as one */
  participle: 1 << 18,
  presentParticiple: 1 << 19,
  comparative: 1 << 20,
  superlative: 1 << 21,
  /** -e of an adjective beside a man: `den gamle` */
  masculine: 1 << 22,
} as const
export type TagName = keyof typeof tag

/** Adjectives: `stor` is utrum, singular and indefinite; `stort` neuter; `stora` stands for plural, and for definite: both bits. */
export const has = (tags: number, wanted: number): boolean => (tags & wanted) === wanted
