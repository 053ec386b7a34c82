/** What machines make of a name of several parts: each part in any language, joined by a space, a hyphen or nothing. */
import { readRows } from '../data/read.ts'
import { piecesOf } from './pieces.ts'

const languages = ['de', 'en', 'sv', 'other'] as const
type Language = (typeof languages)[number]

interface PartForm {
  readonly text: string
  readonly pieces: readonly string[]
  readonly languages: readonly Language[]
  /** a preposition too, so that no space may follow: `Över-` */
  readonly bound: boolean
  /** a word of its own in Swedish: `norra` */
  readonly free: boolean
}

const listed = (field: string | undefined): readonly string[] => (field ?? '').split('|').filter(form => form !== '')

function readParts(): ReadonlyMap<string, readonly PartForm[]> {
  const parts = new Map<string, readonly PartForm[]>()
  for (const [key = '', ...columns] of readRows('names-parts.tsv')) {
    const forms = new Map<string, PartForm>()
    for (const [i, language] of languages.entries())
      for (const written of listed(columns[i])) {
        const bound = written.endsWith('-')
        const text = bound ? written.slice(0, -1) : written
        const free = key.startsWith('(') && (language === 'sv' || language === 'other') && /a$|^Nytt$/.test(text)
        const before = forms.get(text)
        forms.set(text, {
          text,
          pieces: before?.pieces ?? piecesOf(text),
          languages: [...(before?.languages ?? []), language],
          bound,
          free,
        })
      }
    parts.set(key, [...forms.values()])
  }
  return parts
}

const literal = (key: string): readonly PartForm[] => [
  { text: key, pieces: piecesOf(key), languages: ['de', 'en', 'sv'], bound: false, free: false },
]

export interface Mixture {
  readonly pieces: readonly string[]
  /** wholly English, and so nobody's mixture */
  readonly foreign: boolean
  /** a hyphen or nothing must join its pieces */
  readonly bound: boolean
  readonly loose: boolean
}

/** `(neu) seeland`; with a stroke between two keys, either may be the first: `boden/see` */
const ordersOf = (keys: string): readonly (readonly string[])[] =>
  keys.includes('/') ? [keys.split('/'), keys.split('/').toReversed()] : [keys.split(' ')]

const product = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>((made, list) => made.flatMap(row => list.map(item => [...row, item])), [[]])

/** With each gap open or closed: `lower saxony`, `lowersaxony`. */
function glued(forms: readonly PartForm[]): readonly (readonly string[])[] {
  const [first, ...rest] = forms.map(({ pieces }) => pieces)
  return rest.reduce<readonly (readonly string[])[]>(
    (rows, pieces) =>
      rows.flatMap(row => [
        [...row, ...pieces],
        [...row.slice(0, -1), `${row.at(-1) ?? ''}${pieces[0] ?? ''}`, ...pieces.slice(1)],
      ]),
    [first ?? []],
  )
}

let known: ReadonlyMap<string, readonly PartForm[]> | null = null

/** @param keys the parts of a name, as in names-compounds.tsv */
export function* mixtures(keys: string): Generator<Mixture> {
  known ??= readParts()
  for (const order of ordersOf(keys))
    for (const forms of product(order.map(key => known?.get(key) ?? literal(key)))) {
      const foreign = forms.every(form => form.languages.includes('en'))
      const [first, ...rest] = forms
      const loose = first?.free === true && rest.every(form => form.languages.includes('sv'))
      const most = forms.reduce((sum, form) => sum + form.pieces.length, 0)
      for (const pieces of glued(forms)) {
        const open = pieces.length === most
        yield {
          pieces,
          foreign: foreign && open,
          bound: first?.bound === true && open,
          loose: loose && open,
        }
      }
    }
}
