/** The inline codes of a text: links, fields, notes, pictures, and words that look otherwise than those around them; each as a mark, with what it is in the source. */
import type { Mark } from '../../document.ts'
import { isSeen } from '../change.ts'
import type { Atom, Container, Range, Run } from '../paragraph.ts'
import type { Handle, PlacedRun } from './handle.ts'
import { fieldLabel, linkLabel, noteLabel } from './labels.ts'
import type { Layout, Placed } from './layout.ts'
import { lookGroups } from './looks.ts'

export interface Code {
  readonly mark: Mark
  readonly handle: Handle
  readonly placed: Placed
  /** numbers of the first and the last run of its paragraph that stand in it */
  readonly first: number
  readonly last: number
}

/** What of a package the codes of a story are shown by. */
export interface Names {
  /** addresses by the ids of relationships */
  readonly addresses: ReadonlyMap<string, string>
  /** names of character styles by their ids */
  readonly styles: ReadonlyMap<string, string>
}

/** Of a code, before it has a name: `first`, `last` are the numbers of the runs that it holds. */
interface Draft extends Range {
  readonly first: number
  readonly last: number
  readonly label: string
  /** does it stand around words? */
  readonly pair: boolean
  readonly handle: Handle
}

interface OpenField {
  readonly begin: number
  readonly run: Run
  readonly from: number
  instruction: string
  separate: { readonly run: Run; readonly at: number } | undefined
}

class Counter {
  readonly #counts = { footnote: 0, endnote: 0 }
  next = (kind: 'footnote' | 'endnote'): number => ++this.#counts[kind]
}

/** Fields and what stands at a place, of one paragraph. A field that goes on in the next one is none of its codes. */
function read(placed: Placed, layout: Layout, counter: Counter) {
  const drafts: Draft[] = []
  const runs: PlacedRun[] = []
  const open: OpenField[] = []
  let at = placed.at
  for (const [number, run] of placed.paragraph.runs.entries()) {
    const from = at
    let text = ''
    const place = (label: string, atom: Atom): void => void drafts.push({ first: number, last: number, from: at, to: at, label, pair: false, handle: { kind: 'atom', run, atom } }) // prettier-ignore
    for (const atom of run.atoms) {
      if (!isSeen(atom.changes, layout.accepts)) continue
      text += atom.text
      at += atom.text.length
      const { code } = atom
      const field = open.at(-1)
      if (code?.kind === 'begin') open.push({ begin: number, run, from: at, instruction: '', separate: undefined })
      else if (code?.kind === 'instruction' && field && !field.separate) field.instruction += code.text
      else if (code?.kind === 'separate' && field) field.separate ??= { run, at }
      else if (code?.kind === 'end' && open.pop() && field && open.every(({ separate }) => separate)) {
        const label = fieldLabel(field.instruction)
        const { separate } = field
        if (label !== '') drafts.push({ first: field.begin, last: number, from: separate?.at ?? at, to: at, label, pair: separate !== undefined, handle: { kind: 'field', begin: field.run, separate: separate?.run, end: run } }) // prettier-ignore
      } else if (code?.kind === 'footnote' || code?.kind === 'endnote')
        place(noteLabel(code.kind, counter.next(code.kind)), atom)
      else if (code?.kind === 'object') place(code.label, atom)
    }
    runs.push({ run, number, from, to: at, text })
  }
  return { drafts, runs }
}

/** Elements around runs that are codes: hyperlinks and simple fields. */
function elementsOf(runs: readonly PlacedRun[], { addresses }: Names): Draft[] {
  const found = new Map<Container, { first: number; last: number; from: number; to: number }>()
  for (const { run, number, from, to } of runs)
    for (const container of run.containers) {
      if (!container.code) continue
      const known = found.get(container)
      if (known) Object.assign(known, { last: number, to })
      else found.set(container, { first: number, last: number, from, to })
    }
  return Array.from(found, ([container, range]) => {
    const { relationship = '', anchor = '', instruction = '' } = container.code ?? {}
    const isField = container.local === 'fldSimple'
    const label = isField ? fieldLabel(instruction) : linkLabel(addresses.get(relationship) ?? '', anchor)
    return { ...range, label, pair: true, handle: { kind: 'element' as const, container } }
  }).filter(({ label }) => label !== '')
}

const rank = ({ handle, pair }: Draft): number =>
  !pair ? 3 : handle.kind === 'element' ? 0 : handle.kind === 'field' ? 1 : 2

/** The outer ones first. One that crosses another is left out. */
function nested(drafts: readonly Draft[]): Map<Draft, Draft | undefined> {
  const sorted = drafts.toSorted((a, b) => a.first - b.first || b.last - a.last || rank(a) - rank(b) || a.from - b.from)
  const around: Draft[] = []
  const outer = new Map<Draft, Draft | undefined>()
  for (const draft of sorted) {
    while (around.length > 0 && (around.at(-1)?.last ?? 0) < draft.first) around.pop()
    const within = around.at(-1)
    if (within && within.last < draft.last) continue
    outer.set(draft, within)
    if (draft.pair) around.push(draft)
  }
  return outer
}

const sliceLimit = 500

/** What the source has for it; of a picture, which may be long, as much as tells it. */
function written(source: string, { handle, pair }: Draft): { readonly open: string; readonly close: string } {
  const cut = ({ from, to }: Range): string => source.slice(from, Math.min(to, from + sliceLimit))
  if (handle.kind === 'atom') return { open: cut(handle.atom), close: '' }
  if (handle.kind === 'element') return { open: cut(handle.container.start), close: cut(handle.container.end) }
  if (handle.kind === 'field') return { open: cut(handle.begin), close: pair ? cut(handle.end) : '' }
  const properties = handle.runs[0]?.properties
  return { open: properties ? cut(properties) : '', close: '' }
}

/** The codes of a text, in the order of the text. @param namesOf of the part that a story stands in */
export function codesOf(layout: Layout, namesOf: (story: Placed['story']) => Names): Code[] {
  const counter = new Counter()
  let count = 0
  return layout.placed.flatMap(placed => {
    const names = namesOf(placed.story)
    const { drafts, runs } = read(placed, layout, counter)
    const pairs = [...nested([...elementsOf(runs, names), ...drafts.filter(({ pair }) => pair)]).keys()]
    const looks = lookGroups(runs, pairs, names.styles).map(look => ({ ...look, pair: true }))
    const outer = nested([...pairs, ...looks, ...drafts.filter(({ pair }) => !pair)])
    const ids = new Map<Draft, string>()
    const idOf = (draft: Draft | undefined): string => (draft && ids.get(draft)) ?? ''
    // the sort is stable: what stands at one place keeps the file's order
    const sorted = [...outer.keys()].toSorted((a, b) => a.from - b.from)
    for (const draft of sorted) ids.set(draft, `${count++}`)
    return sorted.map((draft): Code => {
      const { from, to, label, pair, handle } = draft
      const within = idOf(outer.get(draft))
      const source = written(placed.story.source, draft)
      const kind = pair ? 'pair' : 'point'
      const mark = { id: idOf(draft), kind, from, to, ...source, label, within, kept: handle.kind !== 'look' } as const
      return { mark, handle, placed, first: draft.first, last: draft.last }
    })
  })
}
