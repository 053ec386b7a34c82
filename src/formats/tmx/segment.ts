/** A `seg` of TMX: its text, and the codes in it (TMX 1.4b, "Content markup"). */
import {
  nativePlaceholder,
  readInline,
  shortLabel,
  type Dialect,
  type Inline,
  type InlineRole,
} from '../lib/inline-codes.ts'
import { attribute, escapeXml, textIn, type XmlElement, type XmlNode } from '../lib/xml.ts'

/** `sub` is text inside a code and stays with it; `ut` is of TMX 1.1 to 1.3. */
const roles: Readonly<Record<string, InlineRole>> = { bpt: 'start', ept: 'end', it: 'point', ph: 'point', ut: 'point' }

const dialect: Dialect = {
  role: element => (Object.hasOwn(roles, element.local) ? (roles[element.local] as InlineRole) : 'pair'),
  partner: element => (/^[be]pt$/.test(element.local) ? (attribute(element, 'i') ?? '') : ''),
  label: element => {
    const written = shortLabel(textIn(element))
    return Object.hasOwn(roles, element.local) && written !== '' ? written : (attribute(element, 'type') ?? `<${element.local}>`) // prettier-ignore
  },
  plain: element => nativePlaceholder(textIn(element)),
}

const leading = /^[ \t]*\r?\n[ \t\r\n]*/
const isSpace = (char: string): boolean => char === ' ' || char === '\t' || char === '\r' || char === '\n'

/** Where the white space at the end begins; a regular expression would try every space anew. */
function trailingSpace(written: string): number {
  let at = written.length
  while (at > 0 && isSpace(written.charAt(at - 1))) at--
  return at
}

/** How much of the end only lays out the file: from a line end on. */
function trailingLayout(written: string): number {
  const space = trailingSpace(written)
  const line = written.slice(space).search(/[\r\n]/)
  return line < 0 ? 0 : written.length - space - line
}

/** The nodes of a segment without the line ends and indentation in which it stands: those only lay out the file. */
function withoutLayout(source: string, nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.map((node, i) => {
    if (node.kind !== 'text' || (i > 0 && i < nodes.length - 1)) return node
    let { from, to } = node
    if (i === 0) from += leading.exec(source.slice(from, to))?.[0].length ?? 0
    if (i === nodes.length - 1) to -= trailingLayout(source.slice(from, to))
    return { ...node, from, to }
  })
}

const none: readonly never[] = []

/** Most segments are nothing but words: a part of the source, which takes no memory of its own. */
function plainText(source: string, { children: [only, more] }: XmlElement): string | null {
  if (only?.kind !== 'text' || more || only.to - only.from !== only.text.length) return null
  const text = source.slice(only.from, only.to)
  return /[&>\r\n\u2028\ufeff]/.test(text) ? null : text
}

/** All white space in a segment is its own (TMX 1.4b, "seg"), but for the lines it is laid out on. A line end in it is U+2028. */
export function readSegment(source: string, seg: XmlElement): Pick<Inline, 'text' | 'marks'> {
  const plain = plainText(source, seg)
  if (plain !== null) return { text: plain, marks: none }
  const space = { name: 'xml:space', prefix: 'xml', local: 'space', uri: '', value: 'preserve' }
  const attributes = [space]
  return readInline(source, { ...seg, attributes, children: withoutLayout(source, seg.children) }, dialect)
}

/** The words of a segment, where its codes are of no interest. */
export function segmentText(source: string, seg: XmlElement): string {
  const plain = plainText(source, seg)
  if (plain !== null) return plain
  let text = ''
  const stack = [...seg.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop())
    if (node.kind !== 'element') text += node.text
    else if (!Object.hasOwn(roles, node.local)) stack.push(...[...node.children].reverse())
  const rest = text.replace(leading, '')
  return rest.slice(0, rest.length - trailingLayout(rest)).replace(/\r\n?|\n/g, '\u2028')
}

/** Text as a segment has it, but for what `protect` does at its ends. */
export const escapeSegment = (text: string): string => escapeXml(text).replaceAll('\u2028', '\n')

const asReferences = (space: string, all: boolean): string =>
  space.replace(/\r\n|[ \t\r\n]/g, char =>
    char === ' ' || char === '\t' ? (all ? `&#${char.charCodeAt(0)};` : char) : '&#10;',
  )

/** White space at the ends of a content in a way that nothing takes for the laying out of the file. @param layout what does lay it out */
export function protect(content: string, layout: { readonly before: string; readonly after: string }): string {
  const before = content.startsWith(layout.before) ? layout.before : ''
  const rest = content.slice(before.length)
  const after = layout.after !== '' && rest.endsWith(layout.after) ? layout.after : ''
  const inner = rest.slice(0, rest.length - after.length)
  const start = inner.search(/[^ \t\r\n]/)
  const from = start < 0 ? inner.length : start
  const to = Math.max(from, trailingSpace(inner))
  const [head, tail] = [inner.slice(0, from), inner.slice(to)]
  const first = before !== '' || /[\r\n]/.test(head)
  return before + asReferences(head, first) + inner.slice(from, to) + asReferences(tail, false) + after
}

/** What lays out a segment of the file. */
export function layoutOf(
  source: string,
  { from, innerFrom, innerTo, to }: XmlPlace,
): { before: string; after: string } {
  const written = innerFrom < to ? source.slice(innerFrom, innerTo) : ''
  const before = from < to ? (leading.exec(written)?.[0] ?? '') : ''
  const rest = written.slice(before.length)
  return { before, after: rest.slice(rest.length - trailingLayout(rest)) }
}

/** The element with other content. */
export const withContent = (
  source: string,
  seg: XmlPlace,
  content: string,
): { from: number; to: number; insert: string } => {
  if (seg.innerFrom < seg.to) return { from: seg.innerFrom, to: seg.innerTo, insert: content }
  const tag = source.slice(seg.from, seg.to).replace(/\s*\/>$/, '>')
  return { from: seg.from, to: seg.to, insert: `${tag}${content}</seg>` }
}

/** Where a `seg` stands in the source. */
export type XmlPlace = Pick<XmlElement, 'from' | 'to' | 'innerFrom' | 'innerTo'>
