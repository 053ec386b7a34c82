/** Every name the checks know, and every form of it: from data/names-*.tsv and data/places.tsv. */
import { readRows } from '../data/read.ts'
import { alternatives, choices } from './alternatives.ts'
import { mixtures } from './mixtures.ts'
import { isPlace, type Form, type How, type Kind, type Name, type Right } from './name.ts'
import { piecesOf } from './pieces.ts'
import { withoutUmlauts } from './umlauts.ts'

/** `&Holland`: may stand beside; `federala kriminalpolisen (BKA)`; `förbundsdagen +förbundsdags` */
function readRight(written: string): { readonly right: Right; readonly compound: string | null } {
  const match = /^(&?)(.+?)(?: \(([^)]+)\))?(?: \+(\S+))?$/u.exec(written)
  return {
    right: { text: match?.[2] ?? written, abbreviation: match?.[3] ?? null, beside: match?.[1] === '&' },
    compound: match?.[4] ?? null,
  }
}

function readName(kind: string, written: string, kept = false): Name {
  const [first, ...others] = choices(written).map(readRight)
  const right = first?.right ?? { text: written, abbreviation: null, beside: false }
  return {
    kind: kind as Kind,
    right: [right, ...others.map(other => other.right)],
    compound: first?.compound ?? null,
    kept,
  }
}

const joinsOf = (text: string): string => text.replace(/[^\s‐‑-]+/gu, '').replace(/[‐‑]/g, '-')

const formOf = (name: Name, how: How, text: string, more: Partial<Form> = {}): Form => ({
  name,
  how,
  pieces: piecesOf(text),
  doubtful: false,
  joins: '',
  loose: false,
  yields: false,
  asked: false,
  ...more,
})

const rightForms = (name: Name): readonly Form[] =>
  name.right.map(({ text }) => formOf(name, 'right', text, { joins: joinsOf(text) }))

const foreignForms = (name: Name, field: string | undefined): readonly Form[] =>
  choices(field ?? '').map(text => formOf(name, 'foreign', text.replace('~', ''), { doubtful: text.startsWith('~') }))

const asciiForms = (name: Name, spared: ReadonlySet<string>): readonly Form[] =>
  name.right.flatMap(({ text }) =>
    withoutUmlauts(piecesOf(text))
      .filter(pieces => !spared.has(pieces.join(' ')))
      .map(pieces => ({ ...formOf(name, 'ascii', text), pieces })),
  )

function* compoundForms(name: Name, [, , keys = '', tolerated]: readonly string[]): Generator<Form> {
  yield* rightForms(name)
  for (const text of choices(tolerated ?? ''))
    yield formOf(name, 'tolerated', text.replace('?', ''), { asked: text.startsWith('?') })
  const whole = formOf(name, 'half', '')
  for (const { pieces, foreign, bound, loose } of mixtures(keys))
    yield { ...whole, how: foreign ? 'foreign' : 'half', pieces, joins: bound ? '-' : '', loose }
}

function* halves(name: Name, field: string | undefined): Generator<Form> {
  for (const pattern of choices(field ?? '')) for (const text of alternatives(pattern)) yield formOf(name, 'half', text)
}

const left = (what: string): ReadonlySet<string> =>
  new Set(
    readRows('names-left.tsv')
      .filter(row => row[0] === what)
      .flatMap(row => (row[1] ?? '').split('|').map(form => piecesOf(form).join(' '))),
  )

/** `Frankfurt am Main`, `Rothenburg ob der Tauber`; what English and machines put for the words between. */
const onRiver = /^(\S+) (?:am|an der|ob der|auf) (\S+)$/
const between = ['on the', 'on', 'upon', 'at the', 'på', 'på den', 'är']

/** `Bad Homburg`, where bad is taken for English. */
const spa = /^Bad (.+)$/
const bads = ['Dåligt', 'Dålig', 'Dåliga']

function townHalves(name: Name, town: string): readonly Form[] {
  const [, base, river] = onRiver.exec(town) ?? []
  const [, rest] = spa.exec(town) ?? []
  const made =
    base !== undefined && river !== undefined
      ? between.flatMap(word => [`${base} ${word} ${river}`, `${base} ${word} ${river.replace('Rhein', 'Rhine')}`])
      : rest !== undefined
        ? bads.map(bad => `${bad} ${rest}`)
        : []
  return [...new Set(made)].map(text => formOf(name, 'half', text))
}

function* wholeForms(): Generator<Form> {
  for (const [what, names] of readRows('names-left.tsv'))
    if (what === 'whole') for (const whole of choices(names ?? '')) yield* rightForms(readName('left', whole))
}

/** Those that are surest of their form first: what comes later yields to it. */
export function* readForms(): Generator<Form> {
  yield* wholeForms()
  const names = new Map<string, Name>()
  const named = ([kind = '', written = '']: readonly string[]): Name => {
    const name = readName(kind, written.replace(/^=/, ''), written.startsWith('='))
    const known = names.get(name.right[0].text)
    if (known === undefined) for (const { text } of name.right) if (!names.has(text)) names.set(text, name)
    return known ?? name
  }
  const compounds = readRows('names-compounds.tsv').map(row => [...compoundForms(named(row), row)])
  const rows = [...readRows('names-places.tsv'), ...readRows('names-authorities.tsv')]
  const read = rows.map(row => ({ row, name: named(row) }))
  for (const { name } of read) yield* rightForms(name)
  for (const forms of compounds) yield* forms.filter(({ how }) => how === 'right' || how === 'tolerated')
  for (const { row, name } of read) yield* foreignForms(name, row[2])
  for (const [written = '', foreign] of readRows('names-persons.tsv')) {
    const name = readName('person', written)
    yield* rightForms(name)
    yield* foreignForms(name, foreign)
  }
  const [never, place, noAscii] = [left('never'), left('place'), left('ascii')]
  for (const [kind = '', swedish = '', foreign] of readRows('places.tsv')) {
    const name = named([kind, swedish])
    for (const form of foreignForms(name, foreign)) {
      const key = form.pieces.join(' ')
      if (!never.has(key)) yield { ...form, doubtful: place.has(key), yields: true }
    }
  }
  for (const forms of compounds) yield* forms.filter(({ how }) => how === 'foreign' || how === 'half')
  for (const { row, name } of read) yield* halves(name, row[3])
  for (const [, towns = ''] of readRows('names-towns.tsv'))
    for (const town of towns.split(', ')) {
      const name = named(['place', town])
      yield* rightForms(name)
      yield* asciiForms(name, noAscii)
      yield* townHalves(name, town)
    }
  for (const { name } of read) if (isPlace(name)) yield* asciiForms(name, noAscii)
  for (const forms of compounds) if (forms[0] !== undefined) yield* asciiForms(forms[0].name, noAscii)
}

/** Names that are also words in small letters. */
export const smallToo = (): ReadonlySet<string> => left('lower')
