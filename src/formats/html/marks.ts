/** What stands in a paragraph and is none of its words, from tags as they come to marks that stand in each other. */
import type { Mark } from '../document.ts'
import type { Markup } from './segments.ts'
import { attribute } from './tree.ts'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** What is shown of a link: where it leads. */
export const labelOf = ({ name, element }: Markup): string => {
  const address = element ? (attribute(element, name === 'img' ? 'alt' : 'href') ?? '') : ''
  const short = address.length > 40 ? `${address.slice(0, 39)}…` : address
  return name === 'a' ? short || '<a>' : name === 'img' && short !== '' ? `<img ${short}>` : `<${name}>`
}

/** A tag, or characters that the source writes in a way of their own, as it is read. */
export type Draft = Mutable<Mark> & { readonly markup: Markup | null; closes: Draft | null; readonly bare: boolean }

/** Start and end tags that belong together become pairs, the others stay points. */
function pairUp(drafts: readonly Draft[]): void {
  const stack: Draft[] = []
  const openings = new Map<string, number>()
  const count = (name: string, by: number): void => void openings.set(name, (openings.get(name) ?? 0) + by)
  for (const draft of drafts) {
    const { kind, name = '' } = draft.markup ?? {}
    if (kind === 'open') {
      stack.push(draft)
      count(name, 1)
    } else if (kind === 'close' && (openings.get(name) ?? 0) > 0) {
      let open = stack.pop()
      for (; open && open.markup?.name !== name; open = stack.pop()) count(open.markup?.name ?? '', -1)
      if (!open) continue
      count(name, -1)
      open.kind = 'pair'
      open.to = draft.from
      open.close = draft.open
      open.kept = name === 'a'
      draft.closes = open
    }
  }
}

/** The marks of a paragraph, with ids in their order and the pair in which each stands. */
export function marksOf(drafts: readonly Draft[]): Mark[] {
  pairUp(drafts)
  const open: Draft[] = []
  const marks: Draft[] = []
  for (const draft of drafts) {
    if (draft.closes) {
      open.pop()
      continue
    }
    draft.id = `${marks.length}`
    draft.within = open.at(-1)?.id ?? ''
    if (draft.kind === 'pair') open.push(draft)
    marks.push(draft)
  }
  return marks.map(({ id, kind, from, to, open, close, label, within, kept }) => ({ id, kind, from, to, open, close, label, within, kept })) // prettier-ignore
}
