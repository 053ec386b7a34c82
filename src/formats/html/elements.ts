/** Where a paragraph comes into a page, and how one goes. */
import type { Span } from '../../text/span.ts'
import type { SourceEdit } from '../lib/patch-source.ts'
import type { PageLine } from './lines.ts'

type Line = Omit<PageLine, 'marks'>

/** Elements of which there may be two beside each other for one. */
const repeatable = /^(?:p|li|dd|dt|h[1-6]|pre|blockquote|div|figcaption)$/

/** The comments of WordPress around a block, and the white space between them and it. */
interface BlockComments extends Span {
  readonly open: string
  readonly close: string
}

/** Characters before an element, or behind it, in which its comments are looked for. */
const reach = 2000
const opening = /^<!--\s+wp:([a-z][\w-]*(?:\/[\w-]+)?)\s(?:(?!-->)[^])*-->\s*$/
const closing = /^\s*<!--\s+\/wp:([a-z][\w-]*(?:\/[\w-]+)?)\s+-->/

/** The pair that stands directly around an element, and so around nothing else; null where none does. */
function commentsAround({ from, to }: Span, source: string): BlockComments | null {
  const before = source.slice(Math.max(0, from - reach), from)
  const start = before.lastIndexOf('<!--')
  const open = start < 0 ? null : opening.exec(before.slice(start))
  const close = open && closing.exec(source.slice(to, to + reach))
  if (!close || open[1] !== close[1]) return null
  return { from: from - open[0].length, to: to + close[0].length, open: open[0], close: close[0] }
}

/** What WordPress calls a new element. */
const blockNames: Readonly<Record<string, string>> = { p: 'paragraph', li: 'list-item' }

/** The element that a paragraph fills, with the places of its tags, or of the comments around; null where there is none of which there may be two. */
function elementOf(line: Line, source: string) {
  const { block, fills } = line
  if (!block || !fills || !repeatable.test(block.name)) return null
  const own = { from: block.from, to: block.to ?? line.to }
  const comments = block.to === null ? null : commentsAround(own, source)
  const { from, to } = comments ?? own
  const before = source.slice(Math.max(0, from - 200), from)
  return {
    name: block.name,
    from,
    to,
    comments,
    /** what an id names is one */
    open: source.slice(block.from, block.inside).replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/i, ''),
    /** white space that parts it from what stands before */
    indentation: (comments ? /\n\s*$/ : /\n[ \t]*$/).exec(before)?.[0] ?? '',
  } // prettier-ignore
}

const plainComments = (name: string): Pick<BlockComments, 'open' | 'close'> | null => {
  const block = blockNames[name]
  return block === undefined ? null : { open: `<!-- wp:${block} -->\n`, close: `\n<!-- /wp:${block} -->` }
}

/**
 * A new paragraph beside another: one that was split from it is an element like it, one that is new a plain element of its kind; a `<p>` where there
 * may not be two of it, and behind a heading. Where the other has comments of WordPress around it, it gets its own.
 * @param content markup @param root the inside of the article @param beside null where the page has no paragraph at all
 */
export function insertionAt(
  beside: { readonly line: Line; readonly before: boolean } | null,
  root: Span,
  source: string,
  content: string,
  split: boolean,
): SourceEdit {
  if (!beside) {
    return { from: root.to, to: root.to, insert: `<p>${content}</p>\n` }
  }
  const { line, before } = beside
  const element = elementOf(line, source)
  const at = before ? (element?.from ?? line.from) : (element?.to ?? line.to)
  const plain = element && /^(?:p|li|dd|dt)$/.test(element.name) ? element.name : 'p'
  const { open, name } = split && element ? element : { open: `<${plain}>`, name: plain }
  const comments = element?.comments && (split ? element.comments : plainComments(plain))
  const indentation = element?.indentation || (comments ? '\n\n' : '')
  const written = `${comments?.open ?? ''}${open}${content}</${name}>${comments?.close ?? ''}`
  return { from: at, to: at, insert: before ? written + indentation : indentation + written }
}

/**
 * A paragraph that goes, with the element that it fills.
 * @param left markup that stays in its place: images, and tags that belong to others @param whole whether the element may go
 */
export function removalOf(line: Line, source: string, left: readonly string[], whole: boolean): SourceEdit {
  const element = whole && left.length === 0 ? elementOf(line, source) : null
  if (!element) return { from: line.from, to: line.to, insert: left.join('') }
  return { from: element.from - element.indentation.length, to: element.to, insert: '' }
}
