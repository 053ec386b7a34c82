/** Forms of a word looked up under a lemma, and the form of another word that stands for one of them. */
import type { Form, Lexicon } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'
import { genitiveOf } from '../words/genitive.ts'

const { noun, adjective, verb, name, utrum, neuter, singular, plural, indefinite, definite, genitive } = tag
const classes = noun | adjective | verb | name | tag.other
const number = singular | plural
const definiteness = indefinite | definite

/** Endings of nouns that no dictionary knows: names from other languages, and what machines make up. */
const nounEndings: readonly (readonly [RegExp, string, number])[] = [
  [/$/u, '', singular | indefinite],
  [/[aeiouyåäö]$/u, 'n', singular | definite | utrum],
  [/[aeiouyåäö]$/u, 't', singular | definite | neuter],
  [/[^aeiouyåäö]$/u, 'en', singular | definite | utrum],
  [/[^aeiouyåäö]$/u, 'et', singular | definite | neuter],
  [/[^aeiouyåäö]$/u, 'er', plural | indefinite],
  [/[^aeiouyåäö]$/u, 'erna', plural | definite],
  [/(?:are|er)$/u, 'na', plural | definite],
  [/[^aeiouyåäö]$/u, 'ar', plural | indefinite],
  [/[^aeiouyåäö]$/u, 'arna', plural | definite],
]
const adjectiveEndings = [
  ['', singular | indefinite | utrum],
  ['t', singular | indefinite | neuter],
  ['a', plural | definite],
] as const
const participleEndings = [
  ['d', singular | indefinite | utrum],
  ['t', singular | indefinite | neuter],
  ['de', plural | definite],
] as const
/** Of the first conjugation, which all new verbs follow. */
const verbEndings = [
  ['a', tag.infinitive],
  ['ar', tag.present],
  ['ade', tag.past],
  ['at', tag.supine],
  ['as', tag.infinitive | tag.passive],
  ['ades', tag.past | tag.passive],
  ['ats', tag.supine | tag.passive],
] as const

function guessForms(lemma: string, tags: number): readonly Form[] {
  if (has(tags, verb))
    return verbEndings.map(([ending, t]) => ({ text: lemma.replace(/a$/u, '') + ending, tags: verb | t }))
  if (has(tags, adjective)) {
    const participle = lemma.endsWith('ad')
    return (participle ? participleEndings : adjectiveEndings).map(([ending, t]) => ({
      text: (participle ? lemma.slice(0, -1) : lemma) + ending,
      tags: adjective | t,
    }))
  }
  return nounEndings
    .filter(([after]) => after.test(lemma))
    .map(([, ending, t]) => ({ text: lemma + ending, tags: noun | t }))
}

/** Nouns and names with their genitives, where these are written otherwise. */
export const withGenitives = (forms: readonly Form[]): readonly Form[] =>
  forms.flatMap(form =>
    form.tags & (noun | name) && !has(form.tags, genitive) && !/[sxz]$/u.test(form.text)
      ? [form, { text: `${form.text}s`, tags: form.tags | genitive }]
      : [form],
  )

/** A name written as it is, alone and with its genitive: `Bayerns`, `CDU:s`. */
function nameForms(lemma: string): readonly Form[] {
  const plain = { text: lemma, tags: name }
  return /\p{Lu}$/u.test(lemma) ? [plain, { text: `${lemma}:s`, tags: name | genitive }] : withGenitives([plain])
}

/** What the dictionary leaves out: `flyttar`, which it knows only as a noun, and `brandmän`, which it has as a word of its own. */
function completed(lemma: string, forms: readonly Form[], lexicon: Lexicon): readonly Form[] {
  if (/[ae]nde$/u.test(lemma) && forms.some(form => has(form.tags, noun)))
    return withGenitives(doingOrDoer(lemma, lexicon))
  if (lemma.endsWith('man') && !forms.some(({ tags }) => has(tags, noun | plural))) {
    const plurals = [
      { text: lemma.replace(/an$/u, 'än'), tags: noun | utrum | plural | indefinite },
      { text: lemma.replace(/an$/u, 'ännen'), tags: noun | utrum | plural | definite },
    ]
    return [...forms, ...withGenitives(plurals)]
  }
  const present = `${lemma}r`
  const first = forms.some(form => has(form.tags, tag.past) && form.text === `${lemma}de`)
  if (!first || forms.some(form => form.text === present)) return forms
  return [...forms, { text: present, tags: verb | tag.present }]
}

/** `ett meddelande, meddelandet, meddelanden`; `en ordförande, ordföranden, ordförande`: who does it has no neuter. */
function doingOrDoer(lemma: string, lexicon: Lexicon): readonly Form[] {
  const doing = lexicon.word(lemma).analyses.some(({ tags }) => has(tags, noun | neuter))
  const gender = noun | (doing ? neuter : utrum)
  return [
    { text: lemma, tags: gender | singular | indefinite },
    { text: `${lemma}${doing ? 't' : 'n'}`, tags: gender | singular | definite },
    { text: `${lemma}${doing ? 'n' : ''}`, tags: gender | plural | indefinite },
    { text: `${lemma}na`, tags: gender | plural | definite },
  ]
}

/** What was asked for, by lemma and tags: rows name the same words again and again. */
const asked = new WeakMap<Lexicon, Map<string, readonly Form[]>>()
const mostAsked = 20_000

/** Every form of a lemma that has the tags: the dictionary's, else by the usual endings. Of names only their own. */
export function formsOf(lexicon: Lexicon, lemma: string, tags: number): readonly Form[] {
  const known = asked.get(lexicon) ?? new Map<string, readonly Form[]>()
  asked.set(lexicon, known)
  const key = `${lemma} ${tags}`
  const before = known.get(key)
  if (before !== undefined) return before
  const some = allForms(lexicon, lemma, tags).filter(form => has(form.tags, tags))
  if (some.length === 0) throw new Error(`no form of “${lemma}” has these tags`)
  if (known.size >= mostAsked) known.clear()
  known.set(key, some)
  return some
}

const ownForms = new WeakMap<Lexicon, ReadonlyMap<string, readonly Form[]>>()

/** A lexicon that inflects some words, or whole wordings, as it is told. @param forms by lemma, each in all that it has */
export function lexiconWith(lexicon: Lexicon, forms: ReadonlyMap<string, readonly Form[]>): Lexicon {
  if (forms.size === 0) return lexicon
  const own: Lexicon = {
    word: form => lexicon.word(form),
    forms: lemma => forms.get(lemma) ?? lexicon.forms(lemma),
    inflect: (lemma, tags) => lexicon.inflect(lemma, tags),
    loosely: form => lexicon.loosely(form),
    abroad: (form, language) => lexicon.abroad(form, language),
    suggest: misspelt => lexicon.suggest(misspelt),
  }
  ownForms.set(own, forms)
  return own
}

function allForms(lexicon: Lexicon, lemma: string, tags: number): readonly Form[] {
  const own = ownForms.get(lexicon)?.get(lemma)
  if (own !== undefined) return own
  if (lemma !== lemma.toLowerCase()) return nameForms(lemma)
  const known = knownForms(lexicon, lemma)
  if (known.some(form => form.tags & tags & classes) || (known.length > 0 && (tags & classes) === 0)) return known
  const last = tags & (verb | adjective) ? [] : formsOfLastPart(lexicon, lemma)
  return last.length > 0 ? last : withGenitives(guessForms(lemma, tags))
}

function knownForms(lexicon: Lexicon, lemma: string): readonly Form[] {
  const forms = lexicon.forms(lemma)
  return forms.length > 0 ? completed(lemma, forms, lexicon) : formsUnderAnother(lexicon, lemma)
}

/** A participle (`artikulerad`), a doer (`arbetare`) or a plural is looked up under another word; its forms are those of the same kind. */
function formsUnderAnother(lexicon: Lexicon, form: string): readonly Form[] {
  const [analysis] = lexicon.word(form).analyses
  if (analysis === undefined) return []
  const kind = analysis.tags & (classes | tag.participle | tag.presentParticiple)
  const doer = form.endsWith('are') ? form.slice(0, -1) : ''
  return lexicon.forms(analysis.lemma).filter(({ text, tags }) => has(tags, kind) && text.startsWith(doer))
}

/** The shortest last part of a compound that no rule makes (`pengarflöde`), and the shortest first. */
const [shortestLast, shortestFirst] = [3, 3]

function formsOfLastPart(lexicon: Lexicon, lemma: string): readonly Form[] {
  for (let at = shortestFirst; at <= lemma.length - shortestLast; at++) {
    const nouns = knownForms(lexicon, lemma.slice(at)).filter(form => has(form.tags, noun))
    if (nouns.length > 0) return nouns.map(form => ({ text: lemma.slice(0, at) + form.text, tags: form.tags }))
  }
  return []
}

const bits = (n: number): number => {
  let count = 0
  for (let rest = n; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * How far a noun's form is from what is wanted: its definiteness counts more than its number (`polispersonal` has no plural), and that
 * more than its gender, which tells only words of two genders apart.
 */
const nounDistance = (tags: number, wanted: number): number =>
  9 * bits((tags ^ wanted) & definiteness) +
  3 * bits((tags ^ wanted) & number) +
  bits((tags ^ wanted) & (utrum | neuter))

const mustAgree =
  tag.infinitive | tag.present | tag.past | tag.supine | tag.imperative | tag.passive |
  tag.presentParticiple | tag.comparative | tag.superlative // prettier-ignore

/** The form of a lemma that says what another word's form says; undefined where it has none. @param wanted that form's tags */
export function formLike(lexicon: Lexicon, lemma: string, wanted: number): Form | undefined {
  const all = formsOf(lexicon, lemma, 0)
  const same = all.filter(form => form.tags & wanted & classes)
  if (wanted & (noun | name)) {
    const plain = (same.length > 0 ? same : all).filter(form => !has(form.tags, genitive))
    const best = nearest(lexicon, plain, form => nounDistance(form.tags, wanted))
    if (best === undefined || !has(wanted, genitive)) return best
    return { text: genitiveOf(best.text), tags: best.tags | genitive }
  }
  return nearest(
    lexicon,
    // an adjective may stand for a participle, a verb may not
    same.filter(({ tags }) => ((tags ^ wanted) & mustAgree) === 0 && has(tags, adjective) === has(wanted, adjective)),
    form => bits(form.tags ^ wanted),
  )
}

/** Of those equally near the one that is written most: `körde`, not `körade`. */
function nearest(lexicon: Lexicon, forms: readonly Form[], distance: (form: Form) => number): Form | undefined {
  const least = Math.min(...forms.map(distance))
  let [best, most]: [Form | undefined, number] = [undefined, -1]
  for (const form of forms.filter(some => distance(some) === least)) {
    const often = lexicon.word(form.text).zipf('sv')
    if (often > most) [best, most] = [form, often]
  }
  return best
}

const exclusive = [
  number,
  definiteness,
  utrum | neuter,
  tag.infinitive | tag.present | tag.past | tag.supine | tag.imperative | tag.participle | tag.presentParticiple,
] as const

/** Tags with others in their stead: `definite` for `indefinite`, `supine` for `past`. */
export const tagsInstead = (tags: number, instead: number): number =>
  exclusive.reduce((kept, group) => (instead & group ? kept & ~group : kept), tags) | instead
