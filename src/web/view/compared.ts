import type { ComparedPair, Comparison, AgreementFigures } from '../../app/annotate/compare-annotations.ts'
import { fill, formatDecimal, messages, plural, type Language } from '../../i18n/index.ts'
import type { FlagView } from '../../wire/flag.ts'
import { excerptAround } from './excerpt.ts'
import { flagEntry } from './flag-entry.ts'
import { seen } from './seen.ts'

/** How a pair is known in an address; 0 stands for the one that has no flag. */
export const pairKey = ({ a, b }: { readonly a: string; readonly b: string }): string => `${a || '0'}-${b || '0'}`
export const pairAnchor = (key: string): string => `pair-${key}`

type Compared = NonNullable<Comparison['compared']>

/** A pair as the page shows it. */
export function comparedView(language: Language, { mtText }: Compared, pair: ComparedPair) {
  const { a, b, kind, sameCategory, sameSeverity, decision } = pair
  const side = (flag: FlagView | null) => flag && { ...flagEntry(language, flag), excerpt: excerptAround(mtText, flag) }
  const both = [a, b].filter(flag => flag !== null)
  const [from, to] = [Math.min(...both.map(flag => flag.from)), Math.max(...both.map(flag => flag.to))]
  const spans = new Map(
    [...both, ...(kind === 'overlapping' ? [{ from, to }] : [])].map(span => [
      `${span.from}-${span.to}`,
      { value: `${span.from}-${span.to}`, words: seen(mtText.slice(span.from, span.to)) },
    ]),
  )
  const key = pairKey({ a: a?.id ?? '', b: b?.id ?? '' })
  const agreed = decision?.agreed ?? null
  const typed = agreed ?? a ?? b
  return {
    key,
    anchor: pairAnchor(key),
    a: side(a),
    b: side(b),
    kind,
    sameCategory,
    sameSeverity,
    words: seen((a ?? b)?.words ?? ''),
    decision: decision && { ...decision, agreed: side(agreed) },
    spans: [...spans.values()],
    /** what the form for another version begins with */
    typed: typed && { category: typed.category, severity: typed.severity, comment: typed.comment, suggestion: typed.suggestion, span: `${typed.from}-${typed.to}` }, // prettier-ignore
  }
}

/** What a figure's n counts. */
const counted = {
  exact: 'spans', characters: 'spans', categoryOfWords: 'words', severityOfWords: 'words', categoryOfPairs: 'pairs', severityOfPairs: 'pairs',
  judgementBias: 'paragraphs', judgementPearson: 'paragraphs', judgementKendall: 'paragraphs', judgementAlpha: 'paragraphs',
} as const // prettier-ignore

/** The figures in the order of the page, each with what it means, how many it is made of and its interval; null where it has none. */
export function figureLines(language: Language, { rows }: AgreementFigures) {
  const { names, help, of, fewest, between } = messages(language).annotation.agreement
  return rows.map(({ id, value, low, high, n, isFew }) => {
    // differences of judgements are of 100
    const told = (number: number | null) => (number === null ? null : formatDecimal(language, number, id === 'judgementBias' ? 1 : 2)) // prettier-ignore
    const interval =
      low === null || high === null ? null : fill(language, between, { low: told(low) ?? '', high: told(high) ?? '' })
    return { id, name: names[id], value: told(value), interval, n: plural(language, of[counted[id]], n), few: isFew ? fewest : null, help: help[id] } // prettier-ignore
  })
}
