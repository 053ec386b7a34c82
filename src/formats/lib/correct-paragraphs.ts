/** A document whose paragraphs may be split, joined and moved, as it is written into its file: corrected text, and where its marks stand in it. */
import type { Edit } from '../../text/change.ts'
import type { Document, Mark } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { alignLines, type AlignedLine } from './align-paragraphs.ts'
import { editsNow, warningsNow } from './file-now.ts'
import { lineAt, linesOf } from './lines.ts'
import { marksByLine, placeMarks, type PlacedMark } from './marks.ts'

export interface CorrectedParagraph extends AlignedLine {
  readonly text: string
  /** those that are to be written, offsets in the whole corrected text */
  readonly marks: readonly PlacedMark[]
  /** does it read, and is it marked, as the line in whose place it stands? */
  readonly untouched: boolean
}

export interface CorrectedParagraphs {
  readonly text: string
  /** none where the text is empty */
  readonly lines: readonly CorrectedParagraph[]
  /** numbers of old lines in whose place none stands */
  readonly removed: readonly number[]
  /** by the number of a removed line what stood in it at a place and cannot go with its words, in order */
  readonly left: ReadonlyMap<number, readonly string[]>
  readonly warnings: readonly Warning[]
}

type NumberOf = (mark: Mark) => number

/** The number of the line that a mark stands in. */
function lineNumbers({ text }: Document): NumberOf {
  const lines = linesOf(text)
  return ({ from }) => Math.min(lineAt(lines, from), lines.length - 1)
}

/** Signs that the file writes bare, beside each other one mark, cut where one of them is corrected: the others stay bare. */
function splitRuns({ text, marks }: Document, edits: readonly Edit[]): readonly Mark[] {
  let next = 0
  return marks.flatMap(mark => {
    const { id, kind, from, to, open } = mark
    while ((edits[next]?.to ?? Infinity) <= from) next++
    if (kind !== 'raw' || to - from < 2 || (edits[next]?.from ?? Infinity) >= to || open !== text.slice(from, to)) return mark
    const pieces: Mark[] = []
    const put = (start: number, end: number): void => {
      if (start < end) pieces.push({ ...mark, id: `${id}.${pieces.length}`, from: start, to: end, open: text.slice(start, end) })
    }
    let at = from
    for (let i = next; i < edits.length; i++) {
      const edit = edits[i] as Edit
      if (edit.from >= to) break
      put(at, edit.from)
      at = Math.max(at, edit.to)
    }
    put(at, to)
    return pieces
  })
} // prettier-ignore

/** What stands at a place stays in its paragraph when others are put in beside it. */
function stayingInLine(
  marks: readonly PlacedMark[],
  aligned: readonly AlignedLine[],
  numberOf: NumberOf,
  asked: Outgoing['placed'],
): PlacedMark[] {
  const hosts = new Map(aligned.map(line => [line.host, line]))
  return marks.map(each => {
    const { mark, from, to } = each
    if (from < to) return each
    const own = hosts.get(numberOf(mark))
    if (!own || asked.has(mark.id) || (from >= own.from && from <= own.to)) return each
    const isIn = aligned[lineAt(aligned, from)]
    if (isIn?.split === true) return each
    const at = from < own.from ? own.from : own.to
    return { ...each, from: at, to: at }
  })
}

/**
 * Of a paragraph that is gone, pairs go with their words and points stay where it was; elsewhere what must be kept stays, and is counted in a
 * warning where its words are gone.
 */
export function correctParagraphs(document: Document, outgoing: Outgoing): CorrectedParagraphs {
  const { article } = outgoing
  const { edits, placed } = editsNow(document.text, outgoing)
  const aligned = article.text === '' ? [] : alignLines(document.text, article.text, edits)
  const old = document.text.split('\n')
  const hosted = new Set(aligned.map(line => line.host))
  const numberOf = lineNumbers(document)
  const moved = new Set<number>()
  const left = new Map<number, string[]>()
  let gone = 0
  const marks = placeMarks(document.text, splitRuns(document, edits), edits, placed).filter(each => {
    const { mark } = each
    const number = numberOf(mark)
    const asked = placed.has(mark.id)
    if (asked) moved.add(number)
    if (mark.kind === 'pair' && each.from === each.to && mark.from < mark.to) each = { ...each, gone: true }
    if (hosted.has(number) || asked) {
      if (each.gone && mark.kept) gone++
      return !each.gone || mark.kept || mark.kind !== 'pair'
    }
    if (mark.kind === 'pair') {
      if (each.gone && mark.kept) gone++
      return !each.gone
    }
    // a point of a line that was joined with another goes along with the words around it
    const isLost = each.gone || article.text === '' || mark.from === mark.to
    if (isLost && mark.kind === 'point') {
      if (mark.kept) gone++
      const others = left.get(number)
      if (others) others.push(mark.open)
      else left.set(number, [mark.open])
    }
    return !isLost
  })
  const byLine = marksByLine(stayingInLine(marks, aligned, numberOf, placed), aligned)
  const lines = aligned.map((line, i): CorrectedParagraph => {
    const text = article.text.slice(line.from, line.to)
    const own = byLine[i] ?? []
    const { host } = line
    const strange = own.some(({ mark }) => numberOf(mark) !== host)
    return { ...line, text, marks: own, untouched: host !== null && text === old[host] && !moved.has(host) && !strange }
  })
  const removed = old.flatMap((_, number) => (hosted.has(number) ? [] : [number]))
  const warnings: Warning[] = [...warningsNow(document.text, article)]
  if (gone > 0) warnings.push({ code: 'codes-gone', n: gone })
  return { text: article.text, lines, removed, left, warnings }
}
