/** What of a document is written into its file: its corrected text, and where its marks stand in it. */
import { changeBetween, editsOf, type Edit } from '../../text/change.ts'
import type { Document } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { alignLines, type AlignedLine } from './align.ts'
import { marksByLine } from './line-marks.ts'
import { linesOf, placeMarks, type PlacedMark } from './marks.ts'

export interface CorrectedLine extends AlignedLine {
  readonly text: string
  /** those that are to be written, offsets in the whole corrected text */
  readonly marks: readonly PlacedMark[]
  /** does it read, and is it marked, as the line in whose place it stands? */
  readonly untouched: boolean
}

export interface Corrected {
  readonly text: string
  /** none where the text is empty */
  readonly lines: readonly CorrectedLine[]
  /** numbers of old lines in whose place none stands */
  readonly removed: readonly number[]
  /** by the number of a removed line what stood in it at a place and cannot go with its words, in order */
  readonly left: ReadonlyMap<number, readonly string[]>
  readonly warnings: readonly Warning[]
}

/** The number of the line that a mark stands in, for marks in order. */
function lineNumbers(document: Document): ReadonlyMap<string, number> {
  const lines = linesOf(document.text)
  const numbers = new Map<string, number>()
  let at = 0
  for (const { id, from } of document.marks) {
    while (at + 1 < lines.length && (lines[at]?.to ?? 0) < from) at++
    numbers.set(id, at)
  }
  return numbers
}

/** What stands at a place stays in its paragraph when others are put in beside it. */
function stayingInLine(
  marks: readonly PlacedMark[],
  aligned: readonly AlignedLine[],
  numbers: ReadonlyMap<string, number>,
  asked: Outgoing['placed'],
): PlacedMark[] {
  const hosts = new Map(aligned.map(line => [line.host, line]))
  return marks.map(each => {
    const { mark, from, to } = each
    const own = hosts.get(numbers.get(mark.id) ?? null)
    if (from < to || !own || asked.has(mark.id) || (from >= own.from && from <= own.to)) return each
    const isIn = aligned.findLast(line => line.from <= from)
    if (isIn?.split === true) return each
    const at = from < own.from ? own.from : own.to
    return { ...each, from: at, to: at }
  })
}

/**
 * Where the file reads otherwise than when it was imported, what is corrected is found by comparing; with a warning. Of a paragraph that is gone, pairs
 * go with their words and points stay where it was; elsewhere what must be kept stays, and is counted in a warning where its words are gone.
 */
export function correct(document: Document, { article, edits: given, placed }: Outgoing): Corrected {
  const unlike = document.text !== article.mtText
  const edits: readonly Edit[] = unlike ? editsOf(changeBetween(document.text, article.text)) : given
  const aligned = article.text === '' ? [] : alignLines(document.text, article.text, edits)
  const old = document.text.split('\n')
  const hosted = new Set(aligned.map(line => line.host))
  const numbers = lineNumbers(document)
  const moved = new Set<number>()
  const left = new Map<number, string[]>()
  let gone = 0
  const marks = placeMarks(document.text, document.marks, edits, unlike ? new Map() : placed).filter(each => {
    const { mark } = each
    const number = numbers.get(mark.id) ?? 0
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
  const byLine = marksByLine(stayingInLine(marks, aligned, numbers, placed), aligned)
  const lines = aligned.map((line, i): CorrectedLine => {
    const text = article.text.slice(line.from, line.to)
    const own = byLine[i] ?? []
    const { host } = line
    const strange = own.some(({ mark }) => numbers.get(mark.id) !== host)
    return { ...line, text, marks: own, untouched: host !== null && text === old[host] && !moved.has(host) && !strange }
  })
  const removed = old.flatMap((_, number) => (hosted.has(number) ? [] : [number]))
  const warnings: Warning[] = unlike ? [{ code: 'unlike' }] : []
  if (gone > 0) warnings.push({ code: 'codes-gone', n: gone })
  return { text: article.text, lines, removed, left, warnings }
}
