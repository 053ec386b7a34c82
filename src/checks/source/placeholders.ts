/** Placeholders of programs, in a source and in its translation: what stands in the one and not in the other. */
import { alignByLines } from '../../text/align.ts'
import type { Span } from '../../text/span.ts'

export interface Placeholder extends Span {
  readonly literal: string
  /** two that are alike put the same value in: `%1$s` and `%s`, `{{ name }}` and `{{name}}` */
  readonly key: string
}

/**
 * Narrower than `text/placeholders.ts`, which tells what a format has marked as code: here it is looked for among words. Every length is bounded.
 * What follows a figure or a letter is a percentage or part of an address.
 */
const placeholder =
  /(?<![\p{L}\p{N}%])%(?:\d{1,2}\$|\([\w.-]{1,40}\))?[-+0']?\d{0,3}(?:\.\d{1,2})?(?:l{1,2}|z)?[diusfxX@](?![\p{L}\p{N}])|\{\{\s{0,3}[\w.-]{1,60}\s{0,3}\}\}|[$#%]?\{\s{0,3}[\w.-]{1,60}\s{0,3}\}|\{\s{0,3}\w{1,40}\s{0,3},\s{0,3}(?:plural|select|selectordinal)\s{0,3},|\{\w{1,12}>|<\w{1,12}\}/gu

const keyOf = (literal: string): string =>
  literal.startsWith('%') && !literal.includes('{') && !literal.includes('(')
    ? `%${literal.at(-1) ?? ''}`
    : literal.replace(/\s/g, '')

const placeholdersIn = (text: string): Placeholder[] =>
  Array.from(text.matchAll(placeholder), ({ 0: literal, index }) => ({
    from: index,
    to: index + literal.length,
    literal,
    key: keyOf(literal),
  }))

/** Of `these` those that `others` have not, as often as they have not. Where a text has variants (ICU), how often says nothing. */
function missingIn(these: readonly Placeholder[], others: readonly Placeholder[]): Placeholder[] {
  const hasVariants = [...these, ...others].some(({ literal }) => literal.endsWith(','))
  const left = new Map<string, number>()
  for (const { key } of others) left.set(key, hasVariants ? Infinity : (left.get(key) ?? 0) + 1)
  const found: Placeholder[] = []
  for (const each of these) {
    const n = left.get(each.key) ?? 0
    if (n === 0) found.push(each)
    left.set(each.key, hasVariants ? Infinity : Math.max(0, n - 1))
  }
  return found
}

/** Forms for one say it in a word: `%d file` is `en fil`. */
const saysOne = /(?<!\p{L})(?:en|ett|ingen|inget|inga|1)(?!\p{L})/iu
const isCount = ({ key }: Placeholder): boolean => /^(?:%[diu]|\{(?:n|count|\d)\})$/.test(key)

/** What is wrong in a paragraph. */
export interface Mismatch {
  /** of the translation */
  readonly paragraph: Span
  /** in the source, and lost */
  readonly lost: Placeholder
  /** what stands in its place; null where nothing does */
  readonly instead: Span | null
}

export function* placeholderMismatches(source: string, text: string): Generator<Mismatch> {
  if (!/[%{]|<\w{1,12}\}/.test(source)) return
  for (const { fromA, toA, fromB, toB } of alignByLines(source, text)) {
    const own = text.slice(fromB, toB)
    const wanted = placeholdersIn(source.slice(fromA, toA))
    if (wanted.length === 0 || own.trim() === '') continue
    const there = placeholdersIn(own)
    const others = missingIn(there, wanted)
    for (const lost of missingIn(wanted, there)) {
      const at = others.shift()
      if (!at && isCount(lost) && saysOne.test(own)) continue
      yield {
        paragraph: { from: fromB, to: toB },
        lost,
        instead: at ? { from: at.from + fromB, to: at.to + fromB } : null,
      }
    }
  }
}
