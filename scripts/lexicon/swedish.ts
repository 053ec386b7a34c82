/**
 * The forms of Swedish words with what each is, derived from the paradigms of dictionary-sv (Göran Andersson's Den stora svenska
 * ordlistan). Its flags are inflections; which word class a flag serves shows from the end of the stem and the company it keeps.
 */
import { tag } from '../../src/checks/lexicon/tags.ts'
import { suffixed, type Hunspell, type Stem } from './hunspell.ts'

/** A form of a stem. */
export interface Inflected {
  readonly text: string
  readonly tags: number
  /** may it begin, may it end a compound? */
  readonly first: boolean
  readonly last: boolean
  /** a form that no text has alone: `undersöknings` */
  readonly bound: boolean
}

const sg = tag.singular | tag.indefinite
const sgDef = tag.singular | tag.definite
const pl = tag.plural | tag.indefinite
const plDef = tag.plural | tag.definite
const weak = tag.plural | tag.definite

interface Kind {
  readonly stem: string
  readonly name: boolean
  readonly noun: boolean
  /** `inbjuda`, whose -n makes `inbjudan` */
  readonly verbal: boolean
  /** `markerad`, whose -e is of several */
  readonly participle: boolean
  readonly adjective: boolean
  /** has it an adjective's endings beside those of a noun? else its -e (`pojk`, `pojke`) is a noun's */
  readonly adjectiveToo: boolean
  readonly verb: boolean
  /** those it has: `ett plan`, `en plan` */
  readonly genders: readonly number[]
  readonly neuter: boolean
}

const any = (flags: ReadonlySet<string>, list: string): boolean => Array.from(list).some(flag => flags.has(flag))

function kindOf({ word: stem, flags }: Stem): Kind {
  const inA = stem.endsWith('a')
  const name = /^\p{Lu}/u.test(stem)
  const noun =
    any(flags, inA ? 'CEGH' : 'BCDEFGHI') ||
    (flags.has('J') && /(re?|ot|t|and|um|el)$/.test(stem)) ||
    isVerbalNoun(stem, flags)
  const verb =
    !name && (inA ? any(flags, 'BDJKLMNOPRTm') : /[eiouyåäö]$/.test(stem) && any(flags, 'mMK') && !flags.has('O'))
  const adjective =
    !name && !inA && (any(flags, 'OPQ') || (any(flags, 'KLMN') && !verb && !/[eiouyåäö]$/.test(stem)) || flags.has('k'))
  // `meddelande`, whose genitive the verb makes, but `ordförande`; `skede`
  const neuterInE = flags.has('E') && (/[ae]nde$/.test(stem) ? !flags.has('A') : stem.endsWith('e') && flags.has('F'))
  const neuter = inA ? flags.has('C') : any(flags, 'BC') || neuterInE || (stem.endsWith('um') && flags.has('J'))
  const both = neuter && (flags.has('B') ? flags.has('D') : any(flags, 'DEF')) && any(flags, 'GHI')
  const genders = both ? [tag.neuter, tag.utrum] : [neuter ? tag.neuter : tag.utrum]
  const verbal = inA && verb && !any(flags, 'CGH')
  const adjectiveToo = any(flags, 'OPK') || (flags.has('k') && flags.has('M')) || !flags.has('G')
  return {
    stem,
    name,
    noun: noun && !name,
    adjective,
    adjectiveToo,
    verb,
    verbal,
    participle: stem.endsWith('d') && flags.has('N') && !any(flags, 'OP'),
    genders,
    neuter,
  }
}

/** `längtan`, `ansökan`: the same in the indefinite and the definite. */
const isVerbalNoun = (stem: string, flags: ReadonlySet<string>): boolean =>
  /[^aeiouyåäö]an$/u.test(stem) && flags.has('A') && flags.has('Y') && !any(flags, 'BCDEFGHIJKLMNOPQR')

/** Which readings the stem itself has. */
function ofStem(kind: Kind, flags: ReadonlySet<string>): number[] {
  const { stem, name, noun, adjective, verb, neuter } = kind
  if (name) return [tag.name]
  const found: number[] = []
  if (noun && /män$/.test(stem)) return [tag.noun | tag.utrum | pl]
  if (noun) {
    found.push(...nounForm(kind, sg))
    if (isVerbalNoun(stem, flags)) found.push(...nounForm(kind, sgDef))
    const ownPlural = any(flags, 'GHI') || (flags.has('E') && neuter) || (flags.has('J') && !/re?$/.test(stem))
    // `husen`, `fönstren`: where all of them have that ending, several have none
    const endless =
      neuter && ((flags.has('B') && flags.has('D')) || (flags.has('C') && flags.has('F') && !flags.has('E')))
    if (neuter && (!ownPlural || endless)) found.push(tag.noun | tag.neuter | pl)
    if (flags.has('J') && /re?$/.test(stem)) found.push(...nounForm(kind, pl))
  }
  if (/[^aeiouyåäö](?:a|e)nde$/u.test(stem)) found.push(tag.adjective | tag.presentParticiple)
  if (flags.has('O') && stem.endsWith('de')) return [tag.adjective | tag.participle | weak, tag.verb | tag.past]
  if (flags.has('N') && /[^s]s$/.test(stem) && !noun)
    return [tag.verb | tag.passive | tag.infinitive, tag.verb | tag.passive | tag.present]
  if (adjective) {
    found.push(tag.adjective | tag.utrum | sg)
    if (/(ad|d|t|en)$/.test(stem) && flags.has('k') && flags.has('N'))
      found.push(tag.adjective | tag.participle | tag.utrum | sg)
  }
  if (verb) {
    found.push(tag.verb | tag.infinitive)
    // the imperative of the first conjugation and of the short verbs is the stem
    if (!flags.has('J') && !flags.has('K')) found.push(tag.verb | tag.imperative)
  }
  return found.length > 0 ? found : [tag.other]
}

const nounForm = ({ genders }: Kind, numbers: number): number[] => genders.map(gender => tag.noun | gender | numbers)
/** An ending that is a neuter's in one number and another gender's in the other: `husen`, `bilen`. */
const oneOrMany = ({ genders }: Kind, neuters: number, others: number): number[] =>
  genders.map(gender => tag.noun | gender | (gender === tag.neuter ? neuters : others))
const adjectiveForm = (numbers: number): number[] => [tag.adjective | numbers]
const verbForm = (form: number): number[] => [tag.verb | form]

/** A past participle as it stands beside a noun of either gender, or several. */
const participle = (numbers: number): number[] => [tag.adjective | tag.participle | numbers]

type Rule = (kind: Kind, strip: string, add: string) => readonly number[]

const agent = (add: string): number[] =>
  /(rna)$/.test(add)
    ? [tag.noun | tag.utrum | plDef]
    : /ren$|aren$/.test(add)
      ? [tag.noun | tag.utrum | sgDef]
      : [tag.noun | tag.utrum | sg, tag.noun | tag.utrum | pl]

/** What a suffix of each flag makes; the genitive -s is taken off before. */
const rules: Readonly<Record<string, Rule>> = {
  B: (_k, _s, add) =>
    add === 'nde' ? [tag.noun | tag.neuter | sg, tag.adjective | tag.presentParticiple] : add === 'ndet' ? [tag.noun | tag.neuter | sgDef] : [tag.noun | tag.neuter | sgDef],
  C: () => [tag.noun | tag.neuter | sgDef],
  D: (k, _s, add) => (add === 'nde' ? [tag.adjective | tag.presentParticiple] : oneOrMany(k, plDef, sgDef)),
  E: (k, strip) => (strip === 'um' ? nounForm(k, pl) : k.verbal ? [...nounForm(k, sg), ...nounForm(k, sgDef)] : oneOrMany(k, pl, sgDef)),
  F: (k, _s, add) => (add.startsWith('nd') ? [tag.noun | tag.neuter | plDef] : /män$/u.test(k.stem) ? nounForm(k, plDef) : oneOrMany(k, plDef, sgDef)),
  G: (k, _s, add) => nounForm(k, /na$/.test(add) ? plDef : pl),
  H: (k, _s, add) => nounForm(k, /na$/.test(add) ? plDef : pl),
  I: (k, _s, add) => nounForm(k, /na$/.test(add) ? plDef : pl),
  J: (k, strip, add) =>
    strip.endsWith('a') ? verbForm(tag.imperative) : strip === 'um' && add === 'et' ? nounForm(k, sgDef) : nounForm(k, /na$/.test(add) ? plDef : pl),
  K: (_k, strip, add) =>
    /^(dd)$/.test(add) ? participle(tag.utrum | sg) : add === 'dda' ? participle(weak)
    : /^(el|en|er)$/.test(strip) || add === 'me' ? adjectiveForm(tag.masculine | tag.definite | tag.singular)
    : add === 'er' ? verbForm(tag.present)
    : /t$/.test(add) && !/^(et|öt|ät)$/.test(add) ? verbForm(tag.supine)
    : verbForm(tag.past),
  M: (k, _s, add) =>
    k.adjective ? adjectiveForm(/t$/.test(add) ? tag.neuter | sg : weak)
    : /(tt|vit|git|^t)$/.test(add) ? verbForm(tag.supine) : verbForm(tag.past),
  O: (k, strip, add) =>
    strip === 'de' ? [...participle(tag.neuter | sg), ...verbForm(tag.supine)]
    : strip === 'e' ? participle(tag.utrum | sg)
    : k.stem.endsWith('a') ? participle(add === 'd' ? tag.utrum | sg : weak) : adjectiveForm(/t$/.test(add) ? tag.neuter | sg : weak),
  P: (_k, _s, add) =>
    add === 'd' ? participle(tag.utrum | sg)
    : add === 'de' ? [...participle(weak), ...verbForm(tag.past)]
    : add === 't' ? [...participle(tag.neuter | sg), ...verbForm(tag.supine)]
    : adjectiveForm(add === 'are' ? tag.comparative : add === 'ast' ? tag.superlative : tag.superlative | weak),
  Q: (k, _s, add) => (k.noun && !k.adjectiveToo && add === 'e' ? nounForm(k, sg) : k.stem.endsWith('a') && add === 'ta' ? participle(weak) : adjectiveForm(k.participle ? weak : tag.masculine | tag.definite | tag.singular)),
  T: (_k, _s, add) => (/isk/.test(add) ? adjectiveForm(add === 'isk' ? tag.utrum | sg : add === 'iskt' ? tag.neuter | sg : weak) : agent(add)),
  m: () => verbForm(tag.present),
} // prettier-ignore

/** Flags whose forms end in -s by themselves, or never take a genitive. */
const passives: Readonly<Record<string, Rule>> = {
  L: (_k, strip, add) =>
    add === 'ende' ? [tag.adjective | tag.presentParticiple]
    : /^(el|en|er)$/.test(strip) || /^m/.test(add) ? adjectiveForm(/re$/.test(add) ? tag.comparative : /st$/.test(add) ? tag.superlative : tag.superlative | weak)
    : verbForm(tag.passive | (add === 's' ? tag.present : /ts$/.test(add) && !/^(ets|öts|äts)$/.test(add) ? tag.supine : tag.past)),
  N: (k, strip, add) =>
    strip === 's' ? verbForm(tag.passive | (add === 'des' ? tag.past : tag.supine))
    : k.adjective && strip === 'd' ? participle(tag.neuter | sg)
    : k.adjective ? adjectiveForm(weak | tag.genitive)
    : verbForm(tag.passive | (/ts$/.test(add) || add === 'agits' ? tag.supine : tag.past)),
  R: (k, _s, add) => (k.verb ? verbForm(tag.passive | tag.present) : adjectiveForm(weak | (add === 'as' ? tag.genitive : tag.genitive | tag.masculine))),
  A: k => [
    ...(k.name ? [tag.name | tag.genitive] : []),
    ...(k.noun ? ofStem({ ...k, verb: false, adjective: false }, new Set()).map(t => t | tag.genitive) : []),
    ...(k.verb ? [tag.verb | tag.passive | tag.infinitive, tag.verb | tag.passive | tag.present] : []),
    ...(k.adjective && !k.noun ? [tag.adjective | tag.utrum | sg | tag.genitive] : []),
    ...(!k.name && !k.noun && !k.verb && !k.adjective ? [tag.other | tag.genitive] : []),
  ],
} // prettier-ignore

/** Ending in -s of a form in -s: the genitive of what the rest is. */
const genitiveOf = (flag: string, add: string, siblings: ReadonlySet<string>): boolean =>
  flag in rules && add.endsWith('s') && siblings.has(add.slice(0, -1))

/** Every form of a stem, tagged. */
export function* inflectSwedish(stem: Stem, { suffixes }: Hunspell): Generator<Inflected> {
  const { word, flags } = stem
  const kind = kindOf(stem)
  const last = flags.has('Y')
  const base = { first: flags.has('X') || flags.has('U'), last, bound: flags.has('Z') }
  for (const tags of ofStem(kind, flags)) yield { text: word, tags, ...base }
  for (const flag of flags) {
    const list = suffixes.get(flag) ?? []
    const adds = new Set(list.map(each => each.add))
    for (const suffix of list) {
      const text = suffixed(word, suffix)
      if (text === undefined || text === '') continue
      if (/[XU]/.test(suffix.flags)) {
        yield { text, tags: 0, first: true, last: false, bound: suffix.flags.includes('Z') }
        continue
      }
      const genitive = genitiveOf(flag, suffix.add, adds)
      const add = genitive ? suffix.add.slice(0, -1) : suffix.add
      const rule = rules[flag] ?? passives[flag]
      const readings = kind.name && flag !== 'A' ? [tag.name] : (rule?.(kind, suffix.strip, add) ?? [tag.other])
      for (const tags of readings)
        if (!(genitive && tags & tag.verb))
          yield { text, tags: genitive ? tags | tag.genitive : tags, first: false, last, bound: false }
    }
  }
}
