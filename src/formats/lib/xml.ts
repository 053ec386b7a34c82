/** XML with the place of everything in the source, so that what is not changed can be written back as it was. */
import { SaxesParser } from 'saxes'
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import type { Warning } from '../fault.ts'

interface Placed {
  /** offsets in the source, half-open, of all of it */
  readonly from: number
  readonly to: number
}

export interface XmlText extends Placed {
  readonly kind: 'text' | 'cdata'
  /** as it reads: references resolved, line ends `\n` */
  readonly text: string
}

export interface XmlAttribute {
  /** as written, with its prefix */
  readonly name: string
  /** '' where it has none */
  readonly prefix: string
  readonly local: string
  /** of its namespace; '' where it has no prefix */
  readonly uri: string
  readonly value: string
}

export interface XmlElement extends Placed {
  readonly kind: 'element'
  /** as written, with its prefix */
  readonly name: string
  readonly local: string
  /** '' where it has none */
  readonly namespace: string
  /** in the order of the source; no two of one name */
  readonly attributes: readonly XmlAttribute[]
  readonly parent: XmlElement | null
  readonly children: readonly XmlNode[]
  /** of what stands between its tags; of `<a/>` both are `to` */
  readonly innerFrom: number
  readonly innerTo: number
  /** of its start, from 1 */
  readonly line: number
}

/** Comments and processing instructions are no nodes: they stay where they are in the source. */
export type XmlNode = XmlElement | XmlText

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: XmlNode[] }

export interface XmlRead {
  readonly root: XmlElement
  readonly warnings: readonly Warning[]
}

export interface XmlOptions {
  /** label of the format, for errors */
  readonly format: string
  readonly limits: Limits
  /** Elements of these local names are given away as they end, and not kept in the tree: a memory of a million units stays small. */
  readonly each?: Readonly<Record<string, (element: XmlElement) => void>>
  /** how many elements and attributes the tree may hold at one time; those given away are not in it */
  readonly held?: number
}

const none: readonly never[] = []

/**
 * V8 gives an object of a subclass room for more properties. The seventh listener of a `SaxesParser` itself makes of it a dictionary, in
 * which every look at a property is slow: reading takes four times as long.
 */
class Parser extends SaxesParser<{ readonly xmlns: true; readonly position: true }> {}

const entity = /undefined entity/i

/**
 * Reads XML strictly. A plain DOCTYPE is ignored and never fetched; an internal subset, in which bombs and files would be defined, is
 * refused, and so is every entity but the five of XML. A prefix that is not declared is told of (`standard`), and is its own namespace.
 * @throws FormatError xml, entities, depth
 */
export function readXml(source: string, { format, limits, each = {}, held = Infinity }: XmlOptions): XmlRead {
  const parser = new Parser({ xmlns: true, position: true })
  const warnings: Warning[] = []
  let root: Open | null = null
  let open: Open | null = null
  let depth = 0
  let holds = 0
  /** those of the element that begins; the parser fills in their namespaces before it tells of the element */
  let attributes: XmlAttribute[] | typeof none = none
  /** what was held when each open element began */
  const heldBefore: number[] = []
  /** where the last tag, comment or the like ended */
  let last = 0
  const unbound = new Set<string>()
  const fail = (error: Error): void => {
    // names in it come from the file, and may be of any length
    const detail = error.message
      .replace(/^\d+:\d+: /, '')
      .slice(0, 300)
      .toWellFormed()
    // cut out of a larger file, where the prefix was declared: it is then its own namespace
    const prefix = /^unbound namespace prefix: "(.*)"\.$/.exec(detail)?.[1]
    if (prefix !== undefined) {
      if (!unbound.has(prefix)) warnings.push({ code: 'standard', detail: `xmlns:${prefix} is not declared` })
      unbound.add(prefix)
      return
    }
    throw new FormatError(format, entity.test(detail) ? 'entities' : 'xml', { line: parser.line, detail })
  }
  const passText = (text: string, kind: XmlText['kind'], from: number, to: number): void => {
    open?.children.push({ kind, text, from, to })
  }
  const pass = (): void => {
    last = parser.position
  }
  parser.on('error', fail)
  parser.on('doctype', doctype => {
    if (doctype.includes('[')) throw new FormatError(format, 'entities', { line: parser.line, detail: 'DOCTYPE […]' })
    warnings.push({ code: 'doctype' })
    pass()
  })
  // told of as its `--` ends, before the `>`
  parser.on('comment', () => {
    last = parser.position + 1
  })
  parser.on('processinginstruction', pass)
  parser.on('xmldecl', pass)
  parser.on('text', text => {
    const to = source.indexOf('<', last)
    passText(text, 'text', last, to < 0 ? source.length : to)
    last = to < 0 ? source.length : to
  })
  parser.on('cdata', text => {
    passText(text, 'cdata', source.indexOf('<', last), parser.position)
    pass()
  })
  parser.on('attribute', one => {
    if (attributes === none) attributes = [one]
    else (attributes as XmlAttribute[]).push(one)
  })
  parser.on('opentag', tag => {
    if (++depth > limits.depth) throw new FormatError(format, 'depth', { line: parser.line, limit: limits.depth })
    heldBefore.push(holds)
    holds += 1 + attributes.length
    if (holds > held) throw new FormatError(format, 'rows', { line: parser.line, limit: held })
    const from = source.indexOf('<', last)
    const element: Open = {
      kind: 'element', name: tag.name, local: tag.local, namespace: tag.uri, attributes: attributes.length > 1 ? attributes.slice() : attributes, parent: open, children: [],
      from, to: parser.position, innerFrom: parser.position, innerTo: parser.position, line: parser.line,
    } // prettier-ignore
    open?.children.push(element)
    root ??= element
    open = element
    attributes = none
    pass()
  })
  parser.on('closetag', tag => {
    const element = open
    if (!element) return
    depth--
    const before = heldBefore.pop() ?? 0
    if (!tag.isSelfClosing) {
      element.innerTo = source.indexOf('<', last)
      element.to = parser.position
    }
    // an array that has grown has room for sixteen more; most elements have one child
    if (element.children.length > 0) element.children = element.children.slice()
    open = element.parent as Open | null
    pass()
    const taker = Object.hasOwn(each, element.local) ? each[element.local] : undefined
    if (!taker) return
    holds = before
    open?.children.pop()
    taker(element)
  })
  parser.write(source).close()
  if (!root) throw new FormatError(format, 'xml', { detail: 'no root element' })
  return { root, warnings }
}

export const isElement = (node: XmlNode): node is XmlElement => node.kind === 'element'
/** The elements directly in another, of one local name where it is given. */
export const elements = (parent: XmlElement, local?: string): XmlElement[] =>
  parent.children.filter((node): node is XmlElement => isElement(node) && (local === undefined || node.local === local))
export const element = (parent: XmlElement, local: string): XmlElement | undefined => elements(parent, local)[0]
/** The value of an attribute by its name as written; undefined where it has none. */
export const attribute = (of: XmlElement, name: string): string | undefined => {
  for (const each of of.attributes) if (each.name === name) return each.value
  return undefined
}
/** An attribute of an element or of the nearest one around it that has it: `xml:lang`, `xml:space`. */
export const inherited = (of: XmlElement, name: string): string | undefined => {
  for (let at: XmlElement | null = of; at; at = at.parent) {
    const value = attribute(at, name)
    if (value !== undefined) return value
  }
  return undefined
}
/** All text in an element, in order. */
export const textIn = (of: XmlElement): string => {
  let text = ''
  const stack: XmlNode[] = [...of.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop())
    if (isElement(node)) stack.push(...[...node.children].reverse())
    else text += node.text
  return text
}

/** A piece of a text node: characters of the text, and the range of the source that stands for them. */
export interface XmlPiece extends Placed {
  readonly text: string
  /** does the source write them otherwise than `escapeXml` would? */
  readonly odd: boolean
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text node cut where the source writes characters in a way of its own: references, and CR before a line end. CDATA is one odd piece. */
export function piecesOf(source: string, node: XmlText): XmlPiece[] {
  if (node.kind === 'cdata')
    return node.text === '' ? [] : [{ text: node.text, from: node.from, to: node.to, odd: true }]
  const pieces: XmlPiece[] = []
  const plain = (from: number, to: number): void => {
    if (to > from) pieces.push({ text: source.slice(from, to), from, to, odd: false })
  }
  let at = node.from
  for (const match of source.slice(node.from, node.to).matchAll(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));|\r\n?/g)) {
    const from = node.from + match.index
    const to = from + match[0].length
    plain(at, from)
    const [whole, decimal, hex, name] = match
    const text = decimal ? String.fromCodePoint(Number(decimal)) : hex ? String.fromCodePoint(parseInt(hex, 16)) : name ? (named[name] ?? whole) : '\n' // prettier-ignore
    pieces.push({ text, from, to, odd: escapeXml(text) !== whole })
    at = to
  }
  plain(at, node.to)
  return pieces
}

/** Text as XML; also right in attributes in double quotes where `quotes` is set. Characters that XML 1.0 has no place for are left out. */
export const escapeXml = (text: string, { quotes = false } = {}): string =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(
    /[&<>"\r]/g,
    char =>
      char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '\r' ? '&#13;' : quotes ? '&quot;' : char, // prettier-ignore
  )
