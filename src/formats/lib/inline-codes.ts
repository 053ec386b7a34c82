/** The content of a segment in XML, of XLIFF and TMX: its text, and the inline codes that stand in it. */
import type { Span } from '../../text/span.ts'
import { codeSides } from '../../text/code-sign.ts'
import { isPlaceholder } from '../../text/placeholders.ts'
import type { Mark, SourceCode } from '../document.ts'
import { attribute, inherited, isElement, piecesOf, type XmlElement, type XmlNode, type XmlText } from './xml.ts'

/**
 * What an element is in a text: `pair` stands around words; `start` and `end` are the two halves of what may begin in one segment and end
 * in another; `break` is a line break; all else is `point`, with whatever it holds.
 */
export type InlineRole = 'pair' | 'point' | 'start' | 'end' | 'break'

/** What differs between standards and their versions. */
export interface Dialect {
  readonly role: (element: XmlElement) => InlineRole
  /** what a start and its end have in common; '' where it has no partner */
  readonly partner: (element: XmlElement) => string
  /** what a person is shown for it */
  readonly label: (element: XmlElement) => string
  /** what a point stands for in a text without codes; '' where it stands for nothing that is read */
  readonly plain: (element: XmlElement) => string
}

/** A mark with offsets of the text of its content; `within` and `id` count the marks of the content, from 1. */
export interface Inline {
  readonly text: string
  readonly marks: readonly Mark[]
  /** where the elements in it stand, in the order of their starts */
  readonly elements: readonly { readonly element: XmlElement; readonly span: Span }[]
}

type Item =
  | { readonly kind: 'text'; readonly text: string; readonly written: string; readonly odd: boolean; readonly soft: boolean } // prettier-ignore
  | { readonly kind: 'open'; readonly element: XmlElement; readonly open: string; readonly close: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'point'; readonly element: XmlElement; readonly written: string; readonly breaks: boolean }

/** The break inside a segment, as a text has it. */
export const innerBreak = '\u2028'

/** Are spaces and line ends of this content its own (`xml:space="preserve"`), or only the way in which the file is laid out? */
export const preserves = (content: XmlElement): boolean => inherited(content, 'xml:space') === 'preserve'

/** A run of white space with a line end in it, that only lays out the file where spaces are not preserved. */
export const isLayout = (written: string): boolean => /^[ \t\r\n]+$/.test(written) && /[\r\n]/.test(written)

const asBreaks = (text: string): string => text.replace(/\r\n?|\n/g, innerBreak)

/** Text as its content writes it. */
export const escapeBreaks = (escaped: string, preserved: boolean): string =>
  preserved ? escaped.replaceAll(innerBreak, '\n') : escaped

function* textItems(source: string, node: XmlText, preserved: boolean): Generator<Item> {
  for (const { text, from, to, odd } of piecesOf(source, node)) {
    const written = source.slice(from, to)
    // a U+2028 of the file's own would be written as a line end
    if (odd || !preserved || !text.includes(innerBreak)) {
      yield { kind: 'text', text: asBreaks(text), written, odd, soft: false }
      continue
    }
    for (const part of text.split(/(\u2028)/))
      if (part !== '')
        yield { kind: 'text', text: asBreaks(part), written: part, odd: part === innerBreak, soft: false }
  }
}

/** A text node where spaces are not preserved: runs of white space that hold a line end are soft. */
function* softItems(source: string, node: XmlText): Generator<Item> {
  let at = node.from
  const before = (to: number): Iterable<Item> => (to > at ? textItems(source, { ...node, from: at, to }, false) : [])
  for (const match of source.slice(node.from, node.to).matchAll(/[ \t\r\n]+/g)) {
    if (!isLayout(match[0])) continue
    const from = node.from + match.index
    yield* before(from)
    at = from + match[0].length
    yield { kind: 'text', text: ' ', written: match[0], odd: true, soft: true }
  }
  yield* before(node.to)
}

/** Of the starts and ends directly in one element, those that stand in each other as pairs do, by their starts and by their ends. */
function pairUp(nodes: readonly XmlNode[], { role, partner }: Dialect): Map<XmlElement, XmlElement> {
  const pairs = new Map<XmlElement, XmlElement>()
  let open: XmlElement[] = []
  for (const node of nodes) {
    if (!isElement(node) || partner(node) === '') continue
    if (role(node) === 'start') open.push(node)
    if (role(node) !== 'end') continue
    const at = open.findLastIndex(start => partner(start) === partner(node))
    const start = open[at]
    if (!start) continue
    pairs.set(start, node).set(node, start)
    open = open.slice(0, at)
  }
  return pairs
}

function* itemsOf(source: string, content: XmlElement, dialect: Dialect, preserved: boolean): Generator<Item> {
  const pairs = pairUp(content.children, dialect)
  let at = content.innerFrom
  const hidden = function* (to: number): Generator<Item> {
    // comments and the like: there in the file, not in the text
    if (to > at) yield { kind: 'text', text: '', written: source.slice(at, to), odd: true, soft: false }
  }
  for (const node of content.children) {
    yield* hidden(node.from)
    at = node.to
    const written = source.slice(node.from, node.to)
    if (!isElement(node)) {
      if (node.kind === 'cdata' && node.text === '') yield { kind: 'text', text: '', written, odd: true, soft: false }
      else if (node.kind === 'cdata' || preserved) yield* textItems(source, node, preserved)
      else yield* softItems(source, node)
      continue
    }
    const role = dialect.role(node)
    const other = pairs.get(node)
    if (other && role === 'start')
      yield { kind: 'open', element: node, open: written, close: source.slice(other.from, other.to) }
    else if (other) yield { kind: 'close' }
    else if (role === 'pair' && node.innerFrom < node.to) {
      const [open, close] = [source.slice(node.from, node.innerFrom), source.slice(node.innerTo, node.to)]
      yield { kind: 'open', element: node, open, close }
      yield* itemsOf(source, node, dialect, preserved)
      yield { kind: 'close' }
    } else yield { kind: 'point', element: node, written, breaks: role === 'break' }
  }
  yield* hidden(content.innerTo)
}

/** Layout at the beginning and the end of a content is no text, nor is it beside a space. */
function settleSoft(items: readonly Item[]): Item[] {
  let last = ' '
  const settled = items.map(item => {
    if (item.kind === 'point' && item.breaks) last = ' '
    if (item.kind !== 'text' || item.written === '') return item
    const text = item.soft && /[ \t\u2028]/.test(last) ? '' : item.text
    last = text.at(-1) ?? last
    return text === item.text ? item : { ...item, text }
  })
  for (let i = settled.length - 1; i >= 0; i--) {
    const item = settled[i]
    if (item?.kind === 'point' && item.breaks) break
    if (item?.kind !== 'text' || item.text === '') continue
    if (!item.soft) break
    settled[i] = { ...item, text: '' }
  }
  return settled
}

/** Reads the content of an element. */
export function readInline(source: string, content: XmlElement, dialect: Dialect): Inline {
  const items = settleSoft([...itemsOf(source, content, dialect, preserves(content))])
  let text = ''
  const marks: { -readonly [K in keyof Mark]: Mark[K] }[] = []
  const elements: { element: XmlElement; span: { from: number; to: number } }[] = []
  const open: { mark: { to: number }; span: { to: number }; id: string }[] = []
  const add = (mark: Pick<Mark, 'kind' | 'open' | 'close' | 'label' | 'kept' | 'plain'>): (typeof marks)[number] => {
    const id = String(marks.length + 1)
    const added = { ...mark, id, from: text.length, to: text.length, within: open.at(-1)?.id ?? '' }
    marks.push(added)
    return added
  }
  for (const item of items) {
    if (item.kind === 'close') {
      const closed = open.pop()
      if (closed) closed.mark.to = closed.span.to = text.length
      continue
    }
    if (item.kind === 'text') {
      // a byte order mark at the very beginning would be taken for the file's
      const own = text === '' ? item.text.replace(/^\ufeff+/, '') : item.text
      const raw = item.odd ? item.written : item.text.slice(0, item.text.length - own.length)
      const mark = raw === '' ? undefined : add({ kind: 'raw', open: raw, close: '', label: '', kept: false })
      text += own
      if (mark && item.odd) mark.to = text.length
      continue
    }
    const { element } = item
    const span = { from: text.length, to: text.length }
    elements.push({ element, span })
    if (item.kind === 'open') {
      const mark = add({ kind: 'pair', open: item.open, close: item.close, label: dialect.label(element), kept: true })
      open.push({ mark, span, id: mark.id })
    } else {
      const kind = item.breaks ? 'raw' : 'point'
      const plain = item.breaks ? '' : dialect.plain(element)
      const mark = add({
        kind,
        open: item.written,
        close: '',
        label: item.breaks ? '' : dialect.label(element),
        kept: !item.breaks,
        ...(plain === '' ? {} : { plain: [plain, ''] }),
      })
      if (item.breaks) mark.to = span.to = (text += innerBreak).length
    }
  }
  return { text, marks, elements }
}

/** What codes of a content stand for in a text without codes, in its order. */
export const plainCodes = ({ marks }: Pick<Inline, 'marks'>): SourceCode[] =>
  marks.length === 0
    ? []
    : codeSides(marks.filter(isPlain).map(mark => ({ ...mark, lost: false }))).map(({ at, side, code }) => ({
        at,
        text: side === 'closes' ? code.plain[1] : code.plain[0],
      }))

type PlainMark = Mark & Required<Pick<Mark, 'plain'>> & { readonly kind: 'pair' | 'point' }
const isPlain = (mark: Mark): mark is PlainMark => mark.plain !== undefined && mark.kind !== 'raw'

/** The native code that an element holds, where that is a placeholder. */
export const nativePlaceholder = (native: string): string => {
  const trimmed = native.trim()
  return isPlaceholder(trimmed) ? trimmed : ''
}

/** A label that fits beside words: one line, short. */
export const shortLabel = (label: string): string => {
  const line = label.replace(/\s+/g, ' ').trim()
  return line.length > 24 ? `${[...line].slice(0, 23).join('')}…` : line
}

/** The value of the first of some attributes that says anything. */
export const firstAttribute = (of: XmlElement, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = attribute(of, name)?.trim()
    if (value) return value
  }
  return ''
}
