/** Is a name of one text said in the other, however it is spelled, inflected or joined to something? */
import { remember } from './memo.ts'

const folds: readonly (readonly [RegExp, string])[] = [
  [/[äæåâàáã]/g, 'a'],
  [/[öøôóõ]/g, 'o'],
  [/[üúûů]/g, 'u'],
  [/[éèêëě]/g, 'e'],
  [/[íîï]/g, 'i'],
  [/ß/g, 'ss'],
  [/ç/g, 'c'],
]
/** As Russian, Arabic and Greek names are transcribed into German, English and Swedish. */
const transcriptions: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|tj|ch|kh/g, 'k'],
  [/sch|sh|sj|zh|sz|š|ş|z|c(?=[eiy])|x/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/[cq]/g, 'k'],
  [/w/g, 'v'],
  [/dj|dsch|dž/g, 'j'],
  [/(?:ij|yj|iy|ii|y|j)/g, 'i'],
  [/ou/g, 'u'],
  [/gh/g, 'g'],
]

const apply = (text: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((form, [from, to]) => form.replace(from, to), text)

/** Letters without their marks, in lower case. */
export const unmarked = remember((name: string): string => apply(name.toLowerCase(), folds))
/** How it sounds, about. */
export const sounding = remember((name: string): string => apply(unmarked(name), transcriptions))

const word = /[\p{L}\p{M}]{2,}/gu
const head = 4

/** The words of a text, to be asked for names. */
export class Words {
  readonly #whole = new Set<string>()
  readonly #heads = new Set<string>()
  readonly #sounds = new Set<string>()

  constructor(text: string) {
    for (const found of new Set(Array.from(text.matchAll(word), ([one]) => one))) {
      const form = unmarked(found)
      this.#whole.add(form)
      this.#sounds.add(sounding(found).slice(0, head))
      this.#heads.add(form.slice(0, head))
    }
  }

  /** To the letter, but for case, marks, and an -s of the genitive. */
  has(name: string): boolean {
    const form = unmarked(name)
    return [form, `${form}s`, form.replace(/e?s$/, '')].some(one => this.#whole.has(one))
  }

  /** By how it begins: as it is written, or as it sounds. */
  hasLike(name: string): boolean {
    return (
      this.has(name) ||
      this.#heads.has(unmarked(name).slice(0, head)) ||
      this.#sounds.has(sounding(name).slice(0, head))
    )
  }
}

/** Letters to change, put in or take out to make one of the other, if at most `most`; else `most + 1`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return Math.min(most + 1, row[b.length] ?? 0)
}
