import type { ComparedPair, Comparison, AgreementFigures } from '../../app/annotate/compare-annotations.ts'
import { formatDecimal, messages, type Language } from '../../i18n/index.ts'
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

/** The figures in the order of the page, each with what it means; null where it has no value. */
export function figureLines(language: Language, { exact, characters, onWords, onPairs }: AgreementFigures) {
  const { names, help } = messages(language).annotation.agreement
  const values = {
    exact: exact.f1,
    characters: characters.f1,
    categoryOfWords: onWords.category,
    severityOfWords: onWords.severity,
    categoryOfPairs: onPairs.category,
    severityOfPairs: onPairs.severity,
  } as const
  return (Object.keys(values) as (keyof typeof values)[]).map(id => {
    const value = values[id]
    const told = value === null ? null : formatDecimal(language, value, 2)
    return { id, name: names[id], value: told, help: help[id] }
  })
}
