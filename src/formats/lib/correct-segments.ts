/** The segments of a file whose lines are fixed, as they are to be written back: those that were corrected, and no other. */
import { changeBetween, editsOf, type Edit } from '../../text/change.ts'
import type { Span } from '../../text/span.ts'
import type { Document, Mark } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { linesNow, type LinesNow } from './file-now.ts'
import { linesOf } from './lines.ts'
import { placeMarks, weave, type PlacedMark } from './marks.ts'
import { patchSource } from './patch-source.ts'

/** A segment as it is to read, and where its marks stand in it. */
export interface CorrectedSegment {
  readonly text: string
  readonly marks: readonly PlacedMark[]
}

export interface CorrectedSegments extends LinesNow {
  /** by the number of the line in the file, from 0 */
  readonly segments: ReadonlyMap<number, CorrectedSegment>
}

/** A segment as the file writes it. */
export const writeSegment = ({ text, marks }: CorrectedSegment, escape: (plain: string) => string): string =>
  weave(text, marks, { from: 0, to: text.length }, escape)

const cut = (text: string, span: Span): string => text.slice(span.from, span.to)

/** Of sorted things, those of each line, with offsets in it; what lies in no line whole is left out. */
function byLine<T extends Span>(things: readonly T[], lines: readonly Span[]): Map<number, T[]> {
  const found = new Map<number, T[]>()
  let number = 0
  for (const thing of things) {
    while (number < lines.length - 1 && (lines[number] as Span).to < thing.from) number++
    const line = lines[number] as Span
    if (thing.from < line.from || thing.to > line.to) continue
    const own = found.get(number)
    const moved = { ...thing, from: thing.from - line.from, to: thing.to - line.from }
    if (own) own.push(moved)
    else found.set(number, [moved])
  }
  return found
}

/** Is a mark asked to stand elsewhere than it does in the words that were imported? */
const isMoved = ({ id, from, to }: Mark, asked: ReadonlyMap<string, Span>): boolean => {
  const span = asked.get(id)
  return span !== undefined && (span.from !== from || span.to !== to)
}

const cross = (a: Span, b: Span): boolean =>
  (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to)

/** How many marks a person has put where they would cross others: those give way. */
const crossingsIn = (marks: readonly PlacedMark[]): number =>
  marks.filter(each => each.asked && marks.some(other => other.mark.kind === 'pair' && cross(each, other))).length

/**
 * Each line that was corrected, or in which a person has put a mark elsewhere. A line that the file has otherwise than it was imported stays as
 * it is, and that is told; so is a mark that was put in another line than its own, or across another.
 * @param document as reading the file gives it; `fixed`
 */
export function correctSegments(document: Document, outgoing: Outgoing): CorrectedSegments {
  const { mtText, text } = outgoing.article
  const { partners, warnings } = linesNow(document.text, outgoing.article)
  const [imported, corrected] = [linesOf(mtText), linesOf(text)]
  const marks = byLine(document.marks, linesOf(document.text))
  const edits = byLine<Edit>(outgoing.edits, imported)
  const asked = [...outgoing.placed].map(([id, span]) => ({ id, ...span })).sort((a, b) => a.from - b.from)
  const placed = byLine(asked, corrected)
  const segments = new Map<number, CorrectedSegment>()
  let [gone, crossing] = [0, partners.length > 0 ? outgoing.placed.size : 0]
  for (const [i, partner] of partners.entries()) {
    if (partner === undefined) continue
    const [before, after] = [cut(mtText, imported[i] as Span), cut(text, corrected[i] as Span)]
    const own = marks.get(partner) ?? []
    const ids = new Set(own.map(mark => mark.id))
    const here = new Map((placed.get(i) ?? []).flatMap(({ id, ...span }) => (ids.has(id) ? [[id, span] as const] : [])))
    crossing -= here.size
    if (after === before && !own.some(mark => isMoved(mark, here))) continue
    const given = edits.get(i) ?? []
    const done = patchSource(before, given) === after ? given : editsOf(changeBetween(before, after))
    const stand = placeMarks(before, own, done, here)
    gone += stand.filter(each => each.gone && each.mark.kept).length
    crossing += crossingsIn(stand)
    segments.set(partner, { text: after, marks: stand })
  }
  const told: Warning[] = [...warnings]
  if (gone > 0) told.push({ code: 'codes-gone', n: gone })
  if (crossing > 0) told.push({ code: 'codes-crossing', n: crossing })
  return { segments, partners, warnings: told }
}
