/** All forms of all names, by their pieces. */
import type { Form } from './name.ts'
import type { Piece } from './pieces.ts'
import { readForms } from './read-names.ts'

interface Node {
  /** null at a leaf, as most are */
  next: Map<string, Node> | null
  /** of several names where they share a form */
  forms: readonly Form[]
}

const none: readonly Form[] = []
const emptyNode = (): Node => ({ next: null, forms: none })

function build(): Node {
  const root = emptyNode()
  for (const form of readForms()) {
    let node = root
    for (const piece of form.pieces) {
      node.next ??= new Map()
      let next = node.next.get(piece)
      if (next === undefined) node.next.set(piece, (next = emptyNode()))
      node = next
    }
    const best = node.forms[0]
    const same = node.forms.some(({ name }) => name === form.name)
    if (best === undefined || (!same && !form.yields && best.how === form.how && best.how !== 'right'))
      node.forms = [...node.forms, form]
  }
  return root
}

let root: Node | null = null

export interface Matched {
  readonly forms: readonly Form[]
  /** the place after its last piece */
  readonly end: number
  readonly genitive: boolean
}

/** `Sachsens`, `Saxony's`, `Sachsen:s`, `Bundestages`; a name that ends in s looks the same. */
const genitives = [/(?:'s|:s|s|')$/, /es$/]

function bareOf(next: ReadonlyMap<string, Node> | null, text: string): Node | undefined {
  for (const genitive of genitives) {
    const bare = genitive.test(text) ? next?.get(text.replace(genitive, '')) : undefined
    if (bare !== undefined && bare.forms.length > 0) return bare
  }
  return undefined
}

/** The longest form that begins at a piece. */
export function longestAt(pieces: readonly Piece[], at: number): Matched | null {
  root ??= build()
  let node: Node | undefined = root
  let best: Matched | null = null
  for (let i = at; node !== undefined; i++) {
    const text: string | undefined = pieces[i]?.text
    if (text === undefined) break
    const next: Node | undefined = node.next?.get(text)
    if (next !== undefined && next.forms.length > 0) best = { forms: next.forms, end: i + 1, genitive: false }
    else {
      const bare = bareOf(node.next, text)
      if (bare !== undefined) best = { forms: bare.forms, end: i + 1, genitive: true }
    }
    node = next
  }
  return best
}

/** Is it, alone, the right name of a place? */
export const isKnownPlace = (piece: string): boolean => {
  root ??= build()
  const form = root.next?.get(piece)?.forms[0]
  return form?.how === 'right'
}
