/** The paragraphs of a page with where each stands in its source: what is between two borders of blocks. */
import {
  isBlock,
  isElement,
  isHidden,
  isText,
  parts,
  voids,
  walk,
  type Element,
  type Node,
  type TextNode,
} from './tree.ts'

/** A tag, a comment or an element that is no text, in the source. */
export interface Markup {
  readonly from: number
  readonly to: number
  readonly kind: 'open' | 'close' | 'empty' | 'comment' | 'opaque'
  /** of the element; '' of a comment */
  readonly name: string
  /** the element of a start tag, for its attributes */
  readonly element: Element | null
}

/** An element in the source: where its start tag begins and ends, and its end tag ends; null where it has none of its own. */
export interface Place {
  readonly name: string
  readonly from: number
  readonly inside: number
  readonly to: number | null
}

export interface Segment {
  /** in the source, half-open; what a page leaves open may make it empty */
  readonly from: number
  readonly to: number
  readonly texts: readonly TextNode[]
  /** sorted, disjoint */
  readonly markup: readonly Markup[]
  /** the innermost block that it stands in, null where that has no tag, and whether it is all that stands in it */
  readonly block: Place | null
  readonly fills: boolean
  /** in a `<pre>`: its lines are lines */
  readonly verbatim: boolean
}

const startTagOf = (element: Element) => element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation
const placeOf = ({ tagName, sourceCodeLocation: place }: Element): Place | null =>
  place?.startTag
    ? { name: tagName, from: place.startTag.startOffset, inside: place.startTag.endOffset, to: place.endTag?.endOffset ?? null }
    : null // prettier-ignore

/** Cuts a part of a page. @param without is left out, and parts what stands before from what stands behind (the heading that is the title) */
export function segmentsOf(root: Node, without: Element | undefined): readonly Segment[] {
  const segments: Segment[] = []
  let texts: TextNode[] = []
  let markup: Markup[] = []
  const seen = new Set<number>()
  const rootPlace = isElement(root) ? root.sourceCodeLocation : undefined
  let from = rootPlace?.startTag?.endOffset ?? rootPlace?.startOffset ?? 0
  let at = from
  let verbatim = 0
  const openBlocks: { readonly place: Place | null; broken: boolean }[] = []

  const advance = (to: number): void => {
    if (to > at) at = to
  }
  /** Ends a segment at a place, or where the last thing ended, and goes on at `next`. */
  const close = (end: number | undefined, next: number | undefined, leaving: boolean): void => {
    const to = Math.max(from, end ?? at)
    const open = openBlocks.at(-1)
    const fills = leaving && open !== undefined && !open.broken
    if (texts.length > 0 || markup.length > 0) {
      markup.sort((a, b) => a.from - b.from)
      segments.push({ from, to, texts, fills, verbatim: verbatim > 0, block: open?.place ?? null, markup })
      texts = []
      markup = []
    }
    if (open) open.broken = true
    from = Math.max(to, next ?? at)
    advance(from)
  }
  const note = (place: { startOffset: number; endOffset: number } | null | undefined, what: Omit<Markup, 'from' | 'to'>): void => {
    if (!place || seen.has(place.startOffset)) return
    seen.add(place.startOffset)
    markup.push({ from: place.startOffset, to: place.endOffset, ...what })
    advance(place.endOffset)
  } // prettier-ignore
  const enter = (node: Node): boolean => {
    const place = node.sourceCodeLocation
    if (isText(node)) {
      if (place) advance(place.endOffset)
      texts.push(node)
      return false
    }
    if (!isElement(node)) {
      if (node.nodeName === '#comment') note(place, { kind: 'comment', name: '', element: null })
      return 'childNodes' in node
    }
    if (node === root) {
      if (isBlock(node)) openBlocks.push({ place: placeOf(node), broken: false })
      if (node.tagName === 'pre') verbatim++
      return true
    }
    if (node === without || isHidden(node)) {
      if (node === without || parts(node)) close(place?.startOffset, place?.endOffset, false)
      else note(place, { kind: 'opaque', name: node.tagName, element: node })
      return false
    }
    const tag = startTagOf(node)
    if (isBlock(node)) {
      close(tag?.startOffset, tag?.endOffset, false)
      openBlocks.push({ place: placeOf(node), broken: false })
    } else note(tag, { kind: voids.has(node.tagName) ? 'empty' : 'open', name: node.tagName, element: node })
    if (node.tagName === 'pre') verbatim++
    return true
  }
  walk(root, enter, node => {
    if (!isElement(node)) return
    const place = node.sourceCodeLocation
    if (isBlock(node)) {
      const end = place?.endTag
      // an end that is only implied stands where the next thing begins, white space included
      close(end?.startOffset ?? place?.endOffset, end?.endOffset ?? place?.endOffset, true)
      openBlocks.pop()
    } else note(place?.endTag, { kind: 'close', name: node.tagName, element: null })
    if (node.tagName === 'pre') verbatim--
  })
  close(undefined, undefined, false)
  return segments
}
