/** Looks words up in what the builder made: their readings, their frequencies, their inflection. */
import type { Automaton } from './automaton.ts'
import { takeApart, type Roles } from './compounds.ts'
import type { Analysis, Attested, Compound, Form, Lexicon, Word } from './lexicon.ts'
import { near } from './suggest.ts'
import { has, tag } from './tags.ts'

/** `[cut, add, tags]`: take `cut` letters off the end and put `add` on. */
export type Turn = readonly [cut: number, add: string, tags: number]

/** What a form can be, told relative to it; `part`: 1 it may begin a compound, 2 end one, 4 it never stands alone. */
export interface Readings {
  readonly turns: readonly Turn[]
  readonly part: number
}

export interface Tables {
  readonly swedish: Automaton
  readonly foreign: Automaton
  /** by number of the Swedish word: 1 + its place in `readings`, 0 where only attested */
  readonly reading: Uint16Array
  /** by number of the Swedish word: 1 + its place in `paradigms`, 0 where it is no lemma */
  readonly paradigm: Uint16Array
  /** by number of the foreign word: 1 English, 2 German, 4 Danish, 8 French; × 16 where it is there in small letters */
  readonly dictionary: Uint8Array
  /** Zipf values × 25, by number of the word */
  readonly zipf: Readonly<Record<string, Uint8Array>>
  readonly readings: readonly Readings[]
  readonly paradigms: readonly (readonly Turn[])[]
}

const turned = (from: string, [cut, add]: Turn): string => from.slice(0, from.length - cut) + add

const bits = { en: 1, de: 2, da: 4, fr: 8 } as const
/** So many words are remembered. */
const most = 20_000
/** A word must be this frequent in another language to be a part of a compound there. */
const leastAbroad = 2.8
/** No Swedish word is longer: it is not looked for, nor taken apart. */
const longest = 60
const none: Readings = { turns: [], part: 0 }

export class Dictionary implements Lexicon {
  private readonly tables: Tables
  private readonly known = new Map<string, Word>()
  private readonly suggested = new Map<string, readonly string[]>()
  private readonly roles: Roles
  private readonly looseRoles: Roles

  constructor(tables: Tables) {
    this.tables = tables
    this.roles = {
      first: number => (this.readingsOf(number).part & 1) === 1,
      last: number => (this.readingsOf(number).part & 2) === 2,
      zipf: (number, text) => this.swedishZipf(number) || this.unlinkedZipf(text),
    }
    const is = (number: number, classes: number): boolean =>
      this.readingsOf(number).turns.some(([, , tags]) => (tags & classes) !== 0)
    this.looseRoles = {
      first: number => is(number, tag.noun | tag.adjective | tag.verb | tag.other) || this.roles.first(number),
      last: (number, afterPrefix) => is(number, tag.noun | tag.adjective | (afterPrefix ? tag.verb : 0)),
      zipf: this.roles.zipf,
      loose: true,
      links: /[s-]/,
    }
  }

  word(form: string): Word {
    const text = form.toLowerCase().normalize('NFC')
    const known = this.known.get(text)
    if (known !== undefined) return known
    if (this.known.size >= most) this.known.clear()
    const word = this.look(text)
    this.known.set(text, word)
    return word
  }

  forms(lemma: string): readonly Form[] {
    const { swedish, paradigm, paradigms } = this.tables
    const text = lemma.toLowerCase().normalize('NFC')
    const number = swedish.find(text)
    const own = number < 0 ? undefined : paradigms[(paradigm[number] as number) - 1]
    if (own !== undefined) return own.map(turn => ({ text: turned(text, turn), tags: turn[2] }))
    const apart = takeApart(text, swedish, this.roles)?.parts.at(-1)
    const head = apart && paradigms[(paradigm[apart.number] as number) - 1]
    if (apart === undefined || head === undefined) return []
    return head.map(turn => ({ text: text.slice(0, apart.from) + turned(text.slice(apart.from), turn), tags: turn[2] }))
  }

  inflect(lemma: string, tags: number): string | undefined {
    const count = (n: number): number => n.toString(2).replaceAll('0', '').length
    return this.forms(lemma)
      .filter(form => has(form.tags, tags))
      .sort((a, b) => count(a.tags) - count(b.tags))[0]?.text
  }

  loosely(form: string): Compound | null {
    if (form.length > longest) return null
    const text = form.toLowerCase().normalize('NFC')
    return compoundOf(text, takeApart(text, this.tables.swedish, this.looseRoles))
  }

  abroad(form: string, language: Exclude<Attested, 'sv'>): Compound | null {
    if (form.length > longest) return null
    const text = form.toLowerCase().normalize('NFC')
    const column = this.tables.zipf[language] as Uint8Array
    const zipf = (number: number): number => (number < 0 ? 0 : (column[number] as number) / 25)
    const known = (number: number): boolean => zipf(number) >= leastAbroad
    return compoundOf(text, takeApart(text, this.tables.foreign, { first: known, last: known, zipf, links: /[se]/ }))
  }

  suggest(misspelt: string): readonly string[] {
    const text = misspelt.toLowerCase().normalize('NFC')
    if (text.length < 3 || text.length > 30) return []
    const known = this.suggested.get(text)
    if (known !== undefined) return known
    if (this.suggested.size >= most) this.suggested.clear()
    const found = this.near(text)
    this.suggested.set(text, found)
    return found
  }

  private near(text: string): readonly string[] {
    const accepts = (number: number): boolean => {
      const { turns, part } = this.readingsOf(number)
      return (part & 4) === 0 && turns.some(([, , tags]) => (tags & tag.name) === 0)
    }
    const score = (n: { number: number; distance: number }): number => this.swedishZipf(n.number) - 2.5 * n.distance
    const one = near(text, this.tables.swedish, accepts, 1)
    const found = one.length > 0 || text.length < 7 ? one : near(text, this.tables.swedish, accepts, 2)
    return found
      .sort((a, b) => score(b) - score(a))
      .slice(0, 5)
      .map(n => n.word)
  }

  private readingsOf(number: number): Readings {
    return this.tables.readings[(this.tables.reading[number] as number) - 1] ?? none
  }

  private swedishZipf(number: number): number {
    return ((this.tables.zipf['sv'] as Uint8Array)[number] as number) / 25
  }

  /** How often the word is that a linking form (`delegations`, `vecko`) is made of. */
  private unlinkedZipf(text: string): number {
    const stem = text.slice(0, -1)
    return Math.max(...[stem, `${stem}a`, `${stem}e`].map(word => this.zipfOf(word, 'sv')))
  }

  private look(text: string): Word {
    const { swedish } = this.tables
    const number = text.length > longest ? -1 : swedish.find(text)
    const readings = number < 0 ? none : this.readingsOf(number)
    const direct = (readings.part & 4) === 4 ? [] : readings.turns
    const joined = direct.length === 0 && text.length <= longest ? joints(text) : undefined
    const parts = joined?.map(part => this.word(part)) ?? null
    const apart =
      direct.length > 0 || parts !== null || text.length < 5 ? undefined : takeApart(text, swedish, this.roles)
    const last = apart?.parts.at(-1)
    const head = last === undefined ? text : text.slice(last.from)
    const turns = last === undefined ? direct : this.readingsOf(last.number).turns
    const before = text.slice(0, text.length - head.length)
    const analyses = turns.map(turn => ({ lemma: before + turned(head, turn), tags: turn[2] }))
    return new Entry(this, {
      text,
      parts,
      common:
        direct.some(([, , tags]) => (tags & tag.name) === 0) ||
        (parts !== null && parts.every(part => part.common || part.name || part.text.length === 1)),
      name: direct.some(([, , tags]) => (tags & tag.name) !== 0),
      analyses: parts === null ? analyses : joinedAnalyses(text, parts),
      compound: compoundOf(text, apart),
    })
  }

  zipfOf(text: string, language: Attested): number {
    const { swedish, foreign, zipf } = this.tables
    const number = (language === 'sv' ? swedish : foreign).find(text)
    return number < 0 ? 0 : ((zipf[language] as Uint8Array)[number] as number) / 25
  }

  /** Is a word in another language's dictionary, `small`: in small letters? */
  isForeign(text: string, language: keyof typeof bits, small: boolean): boolean {
    const { foreign, dictionary } = this.tables
    const at = foreign.find(text)
    return at >= 0 && ((dictionary[at] as number) & (bits[language] << (small ? 4 : 0))) !== 0
  }
}

interface Looked {
  readonly text: string
  /** of a word with a hyphen or colon */
  readonly parts: readonly Word[] | null
  readonly common: boolean
  readonly name: boolean
  readonly analyses: readonly Analysis[]
  readonly compound: Compound | null
}

/** A word that was looked up. Its frequencies are looked up when they are asked for: most never are. */
class Entry implements Word {
  readonly text: string
  readonly common: boolean
  readonly name: boolean
  readonly analyses: readonly Analysis[]
  readonly compound: Compound | null
  private readonly parts: readonly Word[] | null
  private readonly dictionary: Dictionary

  constructor(dictionary: Dictionary, looked: Looked) {
    this.dictionary = dictionary
    this.text = looked.text
    this.common = looked.common
    this.name = looked.name
    this.analyses = looked.analyses
    this.compound = looked.compound
    this.parts = looked.parts
  }

  zipf(language: Attested): number {
    const whole = this.dictionary.zipfOf(this.text, language)
    return whole > 0 || this.parts === null ? whole : Math.min(...this.parts.map(part => part.zipf(language)))
  }

  in(language: keyof typeof bits, small = false): boolean {
    return this.dictionary.isForeign(this.text, language, small)
  }
}

const compoundOf = (text: string, way: ReturnType<typeof takeApart>): Compound | null =>
  way
    ? {
        parts: way.parts.map((part, i) => text.slice(part.from, way.parts[i + 1]?.from ?? part.to)),
        rarest: way.rarest,
      }
    : null

/** The parts of a word with hyphens; of one with a colon, what stands before it. */
const joints = (text: string): readonly string[] | undefined => {
  const [stem = '', ending] = text.split(':')
  if (ending !== undefined && stem !== '') return [stem]
  const parts = text.split(/[-‐‑]/).filter(part => part !== '')
  return parts.length > 1 ? parts : undefined
}

const joinedAnalyses = (text: string, parts: readonly Word[]): readonly Analysis[] => {
  const last = parts.at(-1)
  if (last === undefined) return []
  const before = text.slice(0, Math.max(0, text.length - last.text.length))
  if (text.includes(':')) return [{ lemma: last.text, tags: text.endsWith(':s') ? tag.name | tag.genitive : tag.name }]
  return last.analyses.map(({ lemma, tags }) => ({ lemma: before + lemma, tags }))
}
