/** A number in figures, as each language groups and points them: 1,234.5 · 1.234,5 · 1 234,5. */
import { decimalSign, type Language } from './language.ts'
import { matchAt } from './line.ts'
import type { Span } from '../../text/span.ts'

export interface Figures extends Span {
  /** what it may be, likeliest first; empty where it is no number but a version, a list, a result */
  readonly values: readonly number[]
  /** what it is by the language's own rules; null where they have no such number */
  readonly strict: number | null
}

const grouped = /[0-9]{1,3}(?:([ .,'’])[0-9]{3}(?![0-9]))(?:\1[0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?/y
const plain = /[0-9]+(?:[.,][0-9]+)*/y

/** @param at of the first figure in `lower`, a line's */
export function figuresAt(lower: string, at: number, language: Language): Figures {
  const one = matchAt(plain, lower, at)?.[0] ?? ''
  const whole = matchAt(grouped, lower, at)
  // ”4 200” is one number, ”den 4, 200 personer” two; a leading 0 groups nothing
  const written = whole && whole[0].length > one.length && !whole[0].startsWith('0') ? whole[0] : one
  const span = { from: at, to: at + written.length }
  return { ...span, ...valuesOf(written.replace(/[ '’]/g, ''), language) }
}

const none = { values: [], strict: null } as const

/** @param written figures with points and commas between them */
function valuesOf(written: string, language: Language): Pick<Figures, 'values' | 'strict'> {
  const signs = [...written.matchAll(/[.,]/g)].map(match => match[0])
  const last = signs.at(-1)
  if (last === undefined) return { values: [Number(written)], strict: Number(written) }
  const groups = written.split(/[.,]/)
  const decimal = decimalSign(language)
  const thousands = groups.slice(1).every(group => group.length === 3) && /^[1-9][0-9]{0,2}$/.test(groups[0] ?? '')
  if (signs.some(sign => sign !== last)) {
    if (signs.indexOf(last) !== signs.length - 1) return none
    const value = Number(`${groups.slice(0, -1).join('')}.${groups.at(-1)}`)
    return { values: [value], strict: last === decimal && language !== 'sv' ? value : null }
  }
  const asGroups = Number(groups.join(''))
  if (signs.length > 1)
    return thousands ? { values: [asGroups], strict: last === decimal || language === 'sv' ? null : asGroups } : none
  const asDecimal = Number(groups.join('.'))
  if (last === decimal) return { values: thousands ? [asDecimal, asGroups] : [asDecimal], strict: asDecimal }
  if (!thousands) return { values: [asDecimal], strict: decimal === null ? asDecimal : null }
  if (decimal === null) return { values: [asGroups, asDecimal], strict: asGroups }
  return language === 'sv' ? { values: [asGroups, asDecimal], strict: null } : { values: [asGroups], strict: asGroups }
}
