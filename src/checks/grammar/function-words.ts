/** The closed classes of Swedish: what function-words.tsv tells. */
import { readRows } from '../data/read.ts'
import type { Reading, Token } from '../reading.ts'
import { cell, type Cells } from './cells.ts'

export interface Determiner {
  /** which nouns it stands beside: cells of both definitenesses */
  readonly cells: Cells
  /** does a weak adjective follow it (`den stora`), or a strong one (`en stor`)? */
  readonly weak: boolean
  readonly noun: 'indefinite' | 'definite' | 'either'
  /** may it be a pronoun or an adverb, with no noun of its own? */
  readonly alone: boolean
}

const genders = {
  utrum: cell.utrumIndefinite | cell.utrumDefinite,
  neuter: cell.neuterIndefinite | cell.neuterDefinite,
  plural: cell.pluralIndefinite | cell.pluralDefinite,
} as const

const rows = readRows('function-words.tsv')

export const determiners: ReadonlyMap<string, Determiner> = new Map(
  rows
    .filter(([kind]) => kind === 'determiner')
    .map(([, word = '', agrees = '', adjective, noun, use]) => [
      word,
      {
        cells: agrees.split('|').reduce((cells, gender) => cells | genders[gender as keyof typeof genders], 0),
        weak: adjective === 'weak',
        noun: noun as Determiner['noun'],
        alone: use !== 'beside',
      },
    ]),
)

const series = rows.filter(([kind]) => kind === 'series').map(([, forms = '']) => forms.split('|'))

/** A determiner as it is beside a noun in another cell: `en`, `ett`. Itself where it has but one form; undefined where it has none there. */
export function determinerBeside(lower: string, one: Cells): string | undefined {
  const forms = series.find(list => list.includes(lower))
  if (forms === undefined) return ((determiners.get(lower)?.cells ?? 0) & one) !== 0 ? lower : undefined
  const form = forms[one & genders.plural ? 2 : one & genders.neuter ? 1 : 0]
  return form === '' ? undefined : form
}

/** Personal pronouns: the form of the subject, and that of the object. */
export const pronouns: ReadonlyMap<string, string> = new Map(
  rows.filter(([kind]) => kind === 'subject').map(([, subject = '', object = '']) => [subject, object]),
)

export type Kind =
  | 'number'
  | 'degree'
  | 'preposition'
  | 'relative'
  | 'conjunction'
  | 'subordinator'
  | 'modal'
  | 'copula'
  | 'front'
  | 'middle'
  | 'place'

const byKind = new Map<string, string[][]>()
for (const [kind = '', words = ''] of rows)
  if (kind !== 'determiner' && kind !== 'subject' && kind !== 'series')
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...words.split('|').map(word => word.split(' '))])

const single = new Map<string, ReadonlySet<string>>()
/** by their first word, the longest first */
const starts = new Map<string, ReadonlyMap<string, readonly (readonly string[])[]>>()
for (const [kind, list] of byKind) {
  single.set(kind, new Set(list.filter(words => words.length === 1).map(([word = '']) => word)))
  const longestFirst = list.toSorted((a, b) => b.length - a.length)
  starts.set(
    kind,
    Map.groupBy(longestFirst, ([word = '']) => word),
  )
}

/** Is a word, in small letters, one of a kind? */
export const isA = (kind: Kind, lower: string | undefined): boolean =>
  lower !== undefined && (single.get(kind)?.has(lower) ?? false)

/** How many tokens from `at` on are one of a kind, of one word or several; 0 for none. */
export function lengthOf(kind: Kind, { tokens }: Reading, at: number): number {
  const first: Token | undefined = tokens[at]
  if (first === undefined) return 0
  const found = starts
    .get(kind)
    ?.get(first.lower)
    ?.find(words =>
      words.every((word, i) => tokens[at + i]?.lower === word && tokens[at + i]?.sentence === first.sentence),
    )
  return found?.length ?? 0
}

const closed: ReadonlySet<string> = new Set([
  ...(['preposition', 'conjunction', 'subordinator', 'modal', 'copula', 'degree', 'place'] as const).flatMap(kind => [
    ...(single.get(kind) ?? []),
  ]),
  ...pronouns.keys(),
  ...determiners.keys(),
  // of closed classes, and forms of verbs or nouns too
  ...'nyss nu hos inför framför hur när får var varför sig själv ens fram hem bara'.split(' '),
])

/** Does a word, in small letters, belong to a closed class, whatever else it may be? */
export const isClosed = (lower: string): boolean => closed.has(lower)
