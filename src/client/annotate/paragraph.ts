import { severities, type Severity } from '../../mqm/annotation.ts'
import type { Span } from '../../text/span.ts'
import { fillIn, h } from '../review/dom.ts'

/** A flag as the server has told it beside the paragraph. */
export interface Mark extends Span {
  readonly severity: Severity
  readonly told: string
}

const gravest = (marks: readonly Mark[]): Mark | undefined =>
  marks.toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity))[0]

/** Draws a paragraph as it is, character by character, so that every place on the page is one of the text. A point has no character. */
export function drawParagraph(element: HTMLElement, text: string, marks: readonly Mark[]): void {
  const cuts = new Set([0, text.length])
  for (const { from, to } of marks) cuts.add(Math.max(0, from)).add(Math.min(text.length, to))
  const places = [...cuts].toSorted((a, b) => a - b)
  const parts = places.flatMap((at, i) => {
    const point = gravest(marks.filter(({ from, to }) => from === to && from === at))
    const end = places[i + 1] ?? at
    const mark = gravest(marks.filter(({ from, to }) => from <= at && to >= end && from < to))
    const words = text.slice(at, end)
    return [
      point && h('span', { class: `point ${point.severity}`, title: point.told }),
      words !== '' && (mark ? h('mark', { class: `flag ${mark.severity}`, title: mark.told }, words) : words),
    ]
  })
  fillIn(element, ...parts)
}

/** How far a place on the page is from the beginning of the paragraph. */
const offsetOf = (element: HTMLElement, node: Node, offset: number): number => {
  const range = document.createRange()
  range.selectNodeContents(element)
  range.setEnd(node, offset)
  return range.toString().length
}

/** What is selected in the paragraph; null where the selection is elsewhere. */
export function selectedIn(element: HTMLElement): Span | null {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!element.contains(startContainer) || !element.contains(endContainer)) return null
  return { from: offsetOf(element, startContainer, startOffset), to: offsetOf(element, endContainer, endOffset) }
}

/** The place on the page of an offset in the paragraph. */
function placeOf(element: HTMLElement, offset: number): readonly [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let left = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (left <= length) return [node, left]
    left -= length
  }
  return [element, element.childNodes.length]
}

export function select(element: HTMLElement, { from, to }: Span): void {
  const [start, end] = [placeOf(element, from), placeOf(element, to)]
  getSelection()?.setBaseAndExtent(...start, ...end)
}
