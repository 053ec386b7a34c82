/** The forms of all stems as numbers: of a set of readings, each told relative to the form, and of a paradigm, relative to the lemma. */
import type { Hunspell } from './hunspell.ts'
import { inflectSwedish, type Inflected } from './swedish.ts'
import { alike, inflectAttested, type Attested } from './attested.ts'
import { readRows } from '../../src/checks/data/read.ts'
import { has, tag, type TagName } from '../../src/checks/lexicon/tags.ts'

/** `[cut, add, tags]`: take `cut` letters off the end and put `add` on. */
export type Turn = readonly [cut: number, add: string, tags: number]

/** What a form can be, and its part in compounds: 1 it may begin one, 2 end one, 4 it never stands alone. */
export interface Readings {
  readonly turns: readonly Turn[]
  readonly part: number
}

export interface Paradigms {
  /** the number of its readings, by form */
  readonly forms: ReadonlyMap<string, number>
  /** the number of its paradigm, by lemma */
  readonly lemmas: ReadonlyMap<string, number>
  readonly readings: readonly Readings[]
  readonly paradigms: readonly (readonly Turn[])[]
}

const turned = (from: string, [cut, added]: Turn): string => from.slice(0, from.length - cut) + added

const turn = (from: string, to: string, tags: number): Turn => {
  let common = 0
  while (common < from.length && common < to.length && from[common] === to[common]) common++
  return [from.length - common, to.slice(common), tags]
}

/** Gives each distinct value a number, from 1: 0 is for none. */
function numbering<T>(): { numberOf(value: T): number; readonly values: T[] } {
  const known = new Map<string, number>()
  const values: T[] = []
  return {
    values,
    numberOf: value => {
      const key = JSON.stringify(value)
      const number = known.get(key) ?? values.push(value)
      known.set(key, number)
      return number
    },
  }
}

/** A form, with what it is looked up under. */
type Told = Inflected & { readonly lemma: string }

const alone = { first: false, last: false, bound: false }

function* ofDictionary(dictionary: Hunspell): Generator<Told> {
  for (const stem of dictionary.stems) {
    if (stem.flags.has('%')) continue
    const lemma = stem.word.toLowerCase().normalize('NFC')
    for (const form of inflectSwedish(stem, dictionary)) {
      if (stem.flags.has('¤') && form.text === stem.word) continue
      yield { ...form, text: form.text.toLowerCase().normalize('NFC'), lemma }
    }
  }
}

const irregular = (): readonly Attested[] =>
  readRows('irregular.tsv').map(([lemma = '', text = '', tags = '']) => ({
    lemma,
    text,
    tags: tags.split(' ').reduce((bits, name) => bits | tag[name as TagName], 0),
  }))

export function paradigmsOf(dictionary: Hunspell): Paradigms {
  const byForm = new Map<string, { turns: Map<string, Turn>; part: number }>()
  const byLemma = new Map<string, Map<string, Turn>>()
  const add = ({ text, tags, first, last, bound, lemma }: Told): void => {
    const form = byForm.get(text) ?? { turns: new Map<string, Turn>(), part: 0 }
    byForm.set(text, form)
    form.part |= (first ? 1 : 0) | (last ? 2 : 0)
    if (bound) {
      if (form.turns.size === 0) form.part |= 4
      return
    }
    form.part &= ~4
    const reading = turn(text, lemma, tags)
    if (tags !== 0) form.turns.set(reading.join(), reading)
    const paradigm = byLemma.get(lemma) ?? new Map<string, Turn>()
    byLemma.set(lemma, paradigm)
    const shape = turn(lemma, text, tags)
    if (tags !== 0) paradigm.set(shape.join(), shape)
  }
  for (const form of ofDictionary(dictionary)) add(form)
  const byHand = irregular()
  for (const form of byHand) add({ ...form, ...alone })
  const words = new Set([...byForm].filter(([, { part }]) => (part & 4) === 0).map(([text]) => text))
  for (const form of [...inflectAttested(words, byHand)]) add({ ...form, ...alone })
  for (const form of alike(
    [...byForm].flatMap(([text, { turns }]) =>
      [...turns.values()].map(t => ({ lemma: turned(text, t), text, tags: t[2] })),
    ),
    words,
  ))
    add({ ...form, ...alone })
  dropLoneAdjectives(byForm, byLemma)
  // what is inflected elsewhere is not also an `other`
  const tidy = (turns: Map<string, Turn>, isForm: boolean): Turn[] => {
    const all = [...turns.values()]
    // `köras` is no genitive of what is `kör`, `störst` no adjective of its own
    const isPassive = isForm && all.some(([, , tags]) => has(tags, tag.verb | tag.passive))
    const isCompared = isForm && all.some(([, , tags]) => (tags & (tag.comparative | tag.superlative)) !== 0)
    const list = all.filter(
      ([, , tags]) =>
        !(isPassive && has(tags, tag.adjective | tag.genitive)) &&
        !(isCompared && has(tags, tag.adjective | tag.singular | tag.indefinite)),
    )
    const inflected = list.filter(([, , tags]) => (tags & (tag.noun | tag.adjective | tag.verb)) !== 0)
    return (inflected.length > 0 ? list.filter(([, , tags]) => (tags & tag.other) === 0) : list).sort(
      (a, b) => a[2] - b[2] || a[0] - b[0] || (a[1] < b[1] ? -1 : 1),
    )
  }
  const readings = numbering<Readings>()
  const paradigms = numbering<readonly Turn[]>()
  const forms = new Map(
    [...byForm].map(([text, { turns, part }]) => [text, readings.numberOf({ turns: tidy(turns, true), part })]),
  )
  const lemmas = new Map([...byLemma].map(([lemma, turns]) => [lemma, paradigms.numberOf(tidy(turns, false))]))
  return { forms, lemmas, readings: readings.values, paradigms: paradigms.values }
}

const bare = tag.adjective | tag.utrum | tag.singular | tag.indefinite

/** What has no other form of an adjective is none: `gör` only has the flags of one. */
function dropLoneAdjectives(
  byForm: ReadonlyMap<string, { readonly turns: Map<string, Turn> }>,
  byLemma: ReadonlyMap<string, Map<string, Turn>>,
): void {
  for (const [lemma, paradigm] of byLemma) {
    const adjectives = [...paradigm.values()].filter(
      t => has(t[2], tag.adjective) && (t[2] & (tag.genitive | tag.masculine)) === 0,
    )
    const [only] = adjectives
    if (only === undefined || adjectives.length > 1 || only[2] !== bare || turned(lemma, only) !== lemma) continue
    const isVerb = [...(byForm.get(lemma)?.turns.values() ?? [])].some(t => has(t[2], tag.verb))
    if (paradigm.size < 2 && !isVerb) continue
    const key = only.join()
    paradigm.delete(key)
    byForm.get(lemma)?.turns.delete(key)
  }
}
