/** The tree of a page, and which of its elements are what to an article. */
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { Problem } from '../../errors.ts'
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'

export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']
export type TextNode = DefaultTreeAdapterMap['textNode']

const named = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/))

/** What a page has around its article: never text of it. */
const dropped = named(
  'script style nav aside footer form button select textarea noscript template svg math iframe object audio video canvas head dialog',
)

/** Of these those that part what stands before from what stands behind them. */
const partingDropped = named('nav aside footer form dialog')

/** Elements whose text stands by itself: a paragraph each. */
const blocks = named(
  `address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr
   html legend li main ol p pre search section summary table tbody td tfoot th thead tr ul`,
)

/** Elements that may stay open; they do not nest by that. */
const unclosed = named(
  'p li dt dd td th tr tbody thead tfoot option optgroup rp rt colgroup caption br hr img input meta link area base col embed source track wbr',
)

/** Elements that stand at a place and hold nothing. */
export const voids = named('area br col embed hr img input link meta source track wbr')

/** Browsers stop at 512. A tree much deeper is an attack on the parser, whose time grows with the depth of each element. */
const deepest = 2000

/** Tags of a page, and of what is left of them marks in its text: a tree of more would not fit into the memory that a file is given. */
export const mostTags = 150_000

function refuseLarge(source: string, limits: Limits | undefined): void {
  let depth = 0
  let tags = 0
  for (const [, closing, name = ''] of source.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (++tags > mostTags) throw new FormatError('HTML', 'markup', { limit: mostTags })
    if (unclosed.has(name.toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (limits && depth > limits.depth) throw new FormatError('HTML', 'depth', { limit: limits.depth })
    if (depth > deepest) throw new Problem('file-unreadable', { why: `elements nested deeper than ${deepest}` })
  }
}

/** @throws FormatError markup, depth, or without limits the Problem file-unreadable, where elements stand in each other too deep */
export function treeOf(source: string, limits: Limits | undefined): Node {
  refuseLarge(source, limits)
  return parse(source, { sourceCodeLocationInfo: true })
}

export const isElement = (node: Node): node is Element => 'tagName' in node
export const isText = (node: Node): node is TextNode => node.nodeName === '#text'
export const isBlock = (element: Element): boolean => blocks.has(element.tagName)
export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find(attr => attr.name === name)?.value
export const isHidden = (element: Element): boolean =>
  dropped.has(element.tagName) || attribute(element, 'hidden') !== undefined
export const parts = (element: Element): boolean => isBlock(element) || partingDropped.has(element.tagName)

/** All nodes in the order of the document, without going down twice for a deep tree: `leave` comes after an element's children. */
export function walk(
  root: Node,
  enter: (node: Node) => boolean,
  leave: (element: Element) => void = () => undefined,
): void {
  // an element to leave stands below a null
  const stack: (Node | null)[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next === null) {
      leave(stack.pop() as Element)
      continue
    }
    if (!enter(next)) continue
    if (isElement(next)) stack.push(next, null)
    if ('childNodes' in next)
      for (let i = next.childNodes.length - 1; i >= 0; i--) stack.push(next.childNodes[i] as Node)
  }
}

/** All elements of some names, by name, in order. */
export function find<Name extends string>(root: Node, ...names: readonly Name[]): Record<Name, Element[]> {
  const found = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<string, Element[]>
  walk(root, node => {
    if (isElement(node) && Object.hasOwn(found, node.tagName)) found[node.tagName]?.push(node)
    return !isText(node)
  })
  return found
}
