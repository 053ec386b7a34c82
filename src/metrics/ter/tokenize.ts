/**
 * The words of a segment as Tercom's normaliser gives them (Snover et al. 2006; `ter/core/Normalizer.java`), in the rules sacreBLEU has of
 * it. Text is changed by one rule after the other, so their order is part of them.
 */
import { splitWords, withoutSpaceAtEnd } from '../words.ts'

export type TerOptions = {
  readonly caseSensitive: boolean
  /** punctuation is cut off words, character references are read */
  readonly normalized: boolean
  readonly noPunct: boolean
  /** with `normalized` and `noPunct`: Chinese and Japanese signs too */
  readonly asianSupport: boolean
}

type Rule = readonly [pattern: RegExp, by: string]

const general: readonly Rule[] = [
  [/\n-/g, ''],
  [/\n/g, ' '],
  [/&quot;/g, '"'],
  [/&amp;/g, '&'],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
]

/** For a text with a space before and after it. */
const western: readonly Rule[] = [
  [/[{-~[-` -&(-+:-@/]/g, ' $& '],
  [/'s /g, " 's "],
  // full stop and comma stay between digits only
  [/([^0-9])([.,])/gu, '$1 $2 '],
  [/([.,])([^0-9])/gu, ' $1 $2'],
  [/([0-9])-/g, '$1 - '],
]

const asianSigns = /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb]/g
const fullWidthSigns = /[\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g

/**
 * Rules of Tercom for runs of kana are left out: written `(^|^[ぁ-ゟ])`, they ask for kana at the very beginning, where the space put before
 * the text always stands.
 */
const asian: readonly Rule[] = [
  [/[\u4e00-\u9fff\u3400-\u4dbf]/g, ' $& '],
  [/[\u31c0-\u31ef\u2e80-\u2eff]/g, ' $& '],
  [/[\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f]/g, ' $& '],
  // up to U+3F22, as in sacreBLEU (Enclosed CJK Letters end at U+32FF): the figures must be the same
  [/[\u3200-\u3f22]/g, ' $& '],
  [asianSigns, ' $& '],
  [fullWidthSigns, ' $& '],
]

const signs: readonly Rule[] = [[/[.,?:;!"()]/g, '']]
const asianToo: readonly Rule[] = [
  [asianSigns, ''],
  [fullWidthSigns, ''],
]

const apply = (rules: readonly Rule[], text: string): string =>
  rules.reduce((changed, [pattern, by]) => changed.replace(pattern, by), text)

export function tokenize(segment: string, options: TerOptions): readonly string[] {
  let text = withoutSpaceAtEnd(segment)
  if (!options.caseSensitive) text = text.toLowerCase()
  if (options.normalized && text !== '') {
    text = apply(western, ` ${apply(general, text)} `)
    if (options.asianSupport) text = apply(asian, text)
  }
  if (options.noPunct) {
    text = apply(signs, text)
    if (options.asianSupport) text = apply(asianToo, text)
  }
  return splitWords(text)
}

/**
 * The words of a reference. sacreBLEU tokenises it twice, and once the hypothesis; `normalized` then gives other words where one rule undoes
 * another (`&amp;lt;`, `'s` before a sign cut off later), and figures would differ.
 */
export function tokenizeReference(segment: string, options: TerOptions): readonly string[] {
  const words = tokenize(segment, options)
  return options.normalized ? tokenize(words.join(' '), options) : words
}
