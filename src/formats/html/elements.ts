/** Where a paragraph comes into a page, and how one goes. */
import type { Span } from '../../text/span.ts'
import type { SourceEdit } from '../lib/patch-source.ts'
import type { PageLine } from './lines.ts'

type Line = Omit<PageLine, 'marks'>

/** Elements of which there may be two beside each other for one. */
const repeatable = /^(?:p|li|dd|dt|h[1-6]|pre|blockquote|div|figcaption)$/

/** The element that a paragraph fills, with the places of its tags; null where there is none of which there may be two. */
function elementOf(line: Line, source: string) {
  const { block, fills } = line
  if (!block || !fills || !repeatable.test(block.name)) return null
  const before = source.slice(Math.max(0, block.from - 200), block.from)
  return {
    name: block.name,
    from: block.from,
    to: block.to ?? line.to,
    /** what an id names is one */
    open: source.slice(block.from, block.inside).replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/i, ''),
    /** white space that parts it from what stands before */
    indentation: /\n[ \t]*$/.exec(before)?.[0] ?? '',
  } // prettier-ignore
}

/**
 * A new paragraph beside another: one that was split from it is an element like it, one that is new a plain element of its kind; a `<p>` where there
 * may not be two of it, and behind a heading.
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
  const indentation = element?.indentation ?? ''
  const plain = element && /^(?:p|li|dd|dt)$/.test(element.name) ? element.name : 'p'
  const { open, name } = split && element ? element : { open: `<${plain}>`, name: plain }
  const written = `${open}${content}</${name}>`
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
