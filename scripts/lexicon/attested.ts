/**
 * The dictionary's stems were made by compressing a list of words: the forms of one verb lie under several stems (`visar`, `visas`
 * and `visade` each have an entry). Here paradigms are found the other way round: where all forms of one are in the list, they are its.
 */
import { tag } from '../../src/checks/lexicon/tags.ts'

export interface Attested {
  readonly lemma: string
  readonly text: string
  readonly tags: number
}

const { noun, adjective, verb, utrum, neuter, singular, plural, indefinite, definite, genitive } = tag
const { infinitive, present, past, supine, imperative, passive, participle, presentParticiple } = tag
const sg = singular | indefinite
const weak = plural | definite

/** A paradigm: the ending of the lemma, those that must be there, and what each ending makes, where it is there. */
interface Paradigm {
  readonly lemma: string
  /** what the stem, before the ending, ends in */
  readonly stem: RegExp
  readonly needed: readonly string[]
  /** what must not be there: `skedet` tells `skede` from the `sked` of `skedar` */
  readonly lacking?: string
  readonly forms: readonly (readonly [ending: string, ...tags: number[]])[]
}

const participles = (d: string, weakForm: string, t: string): Paradigm['forms'] => [
  [d, adjective | participle | utrum | sg],
  [t, adjective | participle | neuter | sg],
  [weakForm, adjective | participle | weak],
]

const secondConjugation = (stem: RegExp, now: string, then: string, done: string, d: string, a = 'a'): Paradigm => ({
  lemma: a,
  stem,
  needed: [a, now, then, done],
  forms: [
    [a, verb | infinitive],
    [now, verb | present],
    [then, verb | past],
    [done, verb | supine],
    ['', verb | imperative],
    [`${a}s`, verb | infinitive | passive],
    ['s', verb | present | passive],
    ['es', verb | present | passive],
    [`${then}s`, verb | past | passive],
    [`${done}s`, verb | supine | passive],
    [`${a}nde`, adjective | presentParticiple],
    ...participles(d, `${d}a`, done),
  ],
})

/** The genitive of the plural tells `dagar` from `talar`, whose `talarna` are those of `talare`. */
const nouns = (lemma: string, stem: RegExp, the: string, many: string, all: string): Paradigm => ({
  lemma,
  stem,
  needed: [lemma, the, many, all, `${many}s`],
  forms: [
    [lemma, noun | utrum | sg],
    [the, noun | utrum | singular | definite],
    [many, noun | utrum | plural | indefinite],
    [all, noun | utrum | plural | definite],
  ],
})

const adjectives = (stem: RegExp, t: string, a: string, needed: readonly string[] = []): Paradigm => ({
  lemma: '',
  stem,
  needed: ['', t, a, ...needed],
  forms: [
    ['', adjective | utrum | sg],
    [t, adjective | neuter | sg],
    [a, adjective | weak],
    [a.replace(/a$/u, 'e'), adjective | definite | singular | tag.masculine],
    [`${a}re`, adjective | tag.comparative],
    [`${a}st`, adjective | tag.superlative],
    [`${a}ste`, adjective | tag.superlative | weak],
  ],
})

const paradigms: readonly Paradigm[] = [
  {
    lemma: 'a',
    stem: /[aeiouyåäö].*[^aouyåäö]$|[aeiouyåäö]$/u,
    needed: ['a', 'ar', 'ade', 'at'],
    forms: [
      ['a', verb | infinitive, verb | imperative],
      ['ar', verb | present],
      ['ade', verb | past],
      ['at', verb | supine],
      ['as', verb | infinitive | passive, verb | present | passive],
      ['ades', verb | past | passive],
      ['ats', verb | supine | passive],
      ['ande', adjective | presentParticiple],
      ...participles('ad', 'ade', 'at'),
    ],
  },
  {
    lemma: 'as',
    stem: /[aeiouyåäö].*$/u,
    needed: ['as', 'ades', 'ats'],
    forms: [
      ['as', verb | infinitive | passive, verb | present | passive],
      ['ades', verb | past | passive],
      ['ats', verb | supine | passive],
    ],
  },
  secondConjugation(/[aeiouyåäö].*[bfgjlmnrv]$/u, 'er', 'de', 't', 'd'),
  secondConjugation(/[aeiouyåäö].*[cfknpsx]$/u, 'er', 'te', 't', 't'),
  // `köra`, `tåla`: the stem is the present
  secondConjugation(/(?:[aeiouyåäö]l|r)$/u, '', 'de', 't', 'd'),
  // `sy`, `tro`, `ske`
  {
    lemma: '',
    stem: /[^aeiouyåäö][aeioyåäö]$/u,
    needed: ['', 'r', 'dde', 'tt'],
    forms: [
      ['', verb | infinitive, verb | imperative],
      ['r', verb | present],
      ['dde', verb | past],
      ['tt', verb | supine],
      ['s', verb | infinitive | passive, verb | present | passive],
      ['ddes', verb | past | passive],
      ['tts', verb | supine | passive],
      ['ende', adjective | presentParticiple],
      ...participles('dd', 'dda', 'tt'),
    ],
  },
  nouns('', /[^aeiouyåäö]$/u, 'en', 'ar', 'arna'),
  nouns('', /[^aeouyåäö]$/u, 'en', 'er', 'erna'),
  { ...nouns('e', /[^aeiouyåäö]$/u, 'en', 'ar', 'arna'), lacking: 'et' },
  nouns('a', /./u, 'an', 'or', 'orna'),
  adjectives(/(?:[^aeiouyåäö]ig|lig|isk|bar|lös|full|mässig|ell|al|iv|ant|aktig|artad)$/u, 't', 'a'),
  adjectives(/[^aeiouyåäöt]$/u, 't', 'a', ['ast']),
  adjectives(/[eiyåäö]t$/u, 't', 'a', ['ast']),
  adjectives(/[aeiouyåäö]d$/u, '\btt', 'a', ['ast']),
  adjectives(/[^aeiouyåäö]d$/u, '\bt', 'a', ['ast']),
  adjectives(/[iyåö]$/u, 'tt', 'a', ['ast']),
  adjectives(/sam$/u, 't', 'ma'),
  adjectives(/(?:[aeouyåäö]m)$/u, 't', 'ma', ['mast']),
]

/** The stems that `d` and `t` change: `sända, sände, sänt`; `lyfta, lyfte, lyft`. */
const dentals: readonly Paradigm[] = [
  secondConjugation(/[aeiouyåäö].*(?:n|l|r)d$/u, 'er', 'e', '\bt', ''),
  secondConjugation(/[aeiouyåäö].*[^aeiouyåäö]t$/u, 'er', 'e', '', ''),
  secondConjugation(/[eyåäö]d$/u, 'er', 'de', '\btt', 'd'),
  secondConjugation(/[eyåäö]t$/u, 'er', 'te', 't', 't'),
  // `tömma`, `nämna`, `bränna`: `m` and `n` are written once before a consonant
  secondConjugation(/[aeiouyåäö](?:mm|nn)$/u, 'er', '\bde', '\bt', '\bd'),
]

/** An ending put on a stem; `\b` takes its last letter off. */
const joined = (stem: string, ending: string): string =>
  ending.startsWith('\b') ? stem.slice(0, -1) + ending.slice(1) : stem + ending

/** Which words are read as what, from the list of all. @param strong irregular verbs: lemma, form, tags */
export function* inflectAttested(words: ReadonlySet<string>, strong: readonly Attested[]): Generator<Attested> {
  for (const word of words)
    for (const { lemma, stem: fits, needed, lacking, forms } of [...paradigms, ...dentals]) {
      if (!word.endsWith(lemma)) continue
      const stem = word.slice(0, word.length - lemma.length)
      if (stem.length < 2 || !fits.test(stem) || !needed.every(ending => words.has(joined(stem, ending)))) continue
      if (lacking !== undefined && words.has(stem + lacking)) continue
      for (const [ending, ...tags] of forms) yield* readAs(words, word, joined(stem, ending), tags)
    }
  yield* prefixed(words, strong)
}

function* readAs(words: ReadonlySet<string>, lemma: string, text: string, tags: readonly number[]): Generator<Attested> {
  if (!words.has(text)) return
  for (const each of tags) {
    yield { lemma, text, tags: each }
    if ((each & noun) !== 0 && words.has(`${text}s`)) yield { lemma, text: `${text}s`, tags: each | genitive }
  }
} // prettier-ignore

/** `tas` is infinitive and present, `hålls` is made of the stem. */
function passives({ lemma, text, tags }: Attested): Attested[] {
  if ((tags & verb) === 0 || (tags & (imperative | passive)) !== 0) return []
  const form = (written: string, tense = tags): Attested => ({ lemma, text: written, tags: verb | tense | passive })
  if ((tags & present) !== 0) {
    if (text === `${lemma}r`) return [form(`${lemma}s`)]
    if (!lemma.endsWith('a')) return []
    return [form(`${lemma.slice(0, -1)}s`), form(`${lemma.slice(0, -1)}es`)]
  }
  return [form(`${text}s`)]
}

/** Strong verbs with something before them, `undvika`, `tillägga`, and the passives of all. */
function* prefixed(words: ReadonlySet<string>, strong: readonly Attested[]): Generator<Attested> {
  const byLemma = Map.groupBy(strong, ({ lemma }) => lemma)
  for (const word of words)
    for (let at = 0; at < word.length - 1; at++) {
      const forms = at === 1 ? undefined : byLemma.get(word.slice(at))
      if (forms === undefined) continue
      const before = word.slice(0, at)
      const there = forms.filter(({ text }) => words.has(before + text))
      if (!there.some(form => form.tags & past) || !there.some(form => form.tags & (supine | present))) continue
      for (const { text, tags } of there) yield { lemma: word, text: before + text, tags }
      for (const { text, tags } of forms.flatMap(passives))
        if (words.has(before + text)) yield { lemma: word, text: before + text, tags }
    }
}

/** Adjectives that are the same in another form too: `ett direkt hot`, but `ett vitt hus`; `blå bilar`. */
export function* alike(told: readonly Attested[], words: ReadonlySet<string>): Generator<Attested> {
  for (const { lemma, text, tags } of told) {
    if (tags !== (adjective | utrum | sg) && tags !== (adjective | participle | utrum | sg)) continue
    if (text.endsWith('t') && !words.has(`${text}t`)) yield { lemma, text, tags: (tags & ~utrum) | neuter }
    if (text.endsWith('å')) yield { lemma, text, tags: adjective | weak }
  }
}
