/** Abbreviations by initials: data/acronyms.tsv. */
import { readRows } from '../data/read.ts'

export interface Acronym {
  /** as Swedish writes it: `EU`, `Nato` */
  readonly form: string
  /** read letter by letter, so that it is inflected with a colon; else as a word */
  readonly letters: boolean
}

const list = readRows('acronyms.tsv').map(([form = '', kind]): Acronym => ({ form, letters: kind === 'letters' }))

/** By their small letters. */
export const acronyms: ReadonlyMap<string, Acronym> = new Map(list.map(one => [one.form.toLowerCase(), one]))

/** As they are written. */
export const spelledOut: ReadonlySet<string> = new Set(list.filter(({ letters }) => letters).map(({ form }) => form))
