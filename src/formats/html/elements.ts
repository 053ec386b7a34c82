/** Where a paragraph comes into a page, and how one goes. */
import type { SourceEdit } from '../lib/xml.ts'
import type { PageLine } from './lines.ts'
import type { Element } from './tree.ts'

/** Elements of which there may be two beside each other for one. */
const repeatable = /^(?:p|li|dd|dt|h[1-6]|pre|blockquote|div|figcaption)$/

/** The element that a paragraph fills, with the places of its tags; null where there is none of which there may be two. */
function elementOf(line: PageLine, source: string) {
  const { block, fills } = line.segment
  const place = block?.sourceCodeLocation
  if (!block || !place?.startTag || !fills || !repeatable.test(block.tagName)) return null
  const { startTag, endTag } = place
  const before = source.slice(Math.max(0, startTag.startOffset - 200), startTag.startOffset)
  return {
    name: block.tagName,
    from: startTag.startOffset,
    to: endTag?.endOffset ?? line.to,
    /** what an id names is one */
    open: source.slice(startTag.startOffset, startTag.endOffset).replace(/\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/i, ''),
    /** white space that parts it from what stands before */
    indentation: /\n[ \t]*$/.exec(before)?.[0] ?? '',
  } // prettier-ignore
}

/**
 * A new paragraph beside another: one that was split from it is an element like it, one that is new a plain element of its kind; a `<p>` where there
 * may not be two of it, and behind a heading.
 * @param content markup @param beside null where the page has no paragraph at all
 */
export function insertionAt(
  beside: { readonly line: PageLine; readonly before: boolean } | null,
  root: Element | null,
  source: string,
  content: string,
  split: boolean,
): SourceEdit {
  if (!beside) {
    const place = root?.sourceCodeLocation
    const at = place?.endTag?.startOffset ?? place?.endOffset ?? source.length
    return { from: at, to: at, insert: `<p>${content}</p>\n` }
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
export function removalOf(line: PageLine, source: string, left: readonly string[], whole: boolean): SourceEdit {
  const element = whole && left.length === 0 ? elementOf(line, source) : null
  if (!element) return { from: line.from, to: line.to, insert: left.join('') }
  return { from: element.from - element.indentation.length, to: element.to, insert: '' }
}
