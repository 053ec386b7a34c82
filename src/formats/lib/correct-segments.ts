/** The segments of a file whose lines are fixed, as they are to be written back: those that were corrected, and no other. */
import { changeBetween, editsOf, type Edit } from '../../text/change.ts'
import type { Span } from '../../text/span.ts'
import type { Document, Mark } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { placeMarks, weave } from './marks.ts'
import { patchSource } from './patch-source.ts'
import { linesOf } from './lines.ts'

export interface Rewritten {
  /** by the number of the line, from 0: its content as the file writes it */
  readonly lines: ReadonlyMap<number, string>
  readonly warnings: readonly Warning[]
}

/** What belongs to one line, with offsets in that line. */
interface Line {
  readonly before: string
  readonly after: string
  readonly edits: readonly Edit[]
  readonly marks: readonly Mark[]
  readonly placed: ReadonlyMap<string, Span>
}

const cut = (text: string, span: Span): string => text.slice(span.from, span.to)

/** Of sorted things, those of each line; what lies in no line whole is left out. */
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

/** Where each line stands; -1 for one that stands in several places. */
const placesOf = (lines: readonly string[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  for (const [i, line] of lines.entries()) places.set(line, places.has(line) ? -1 : i)
  return places
}

/** The line of the file that each line of the imported text is: the same one mostly, else the only one that reads so, else none. */
function partnersOf(file: readonly string[], imported: readonly string[]): (number | undefined)[] {
  if (file.length === imported.length) return imported.map((line, i) => (file[i] === line ? i : undefined))
  const [inFile, inText] = [placesOf(file), placesOf(imported)]
  return imported.map((line, i) => {
    const partner = inText.get(line) === i ? inFile.get(line) : undefined
    return partner === -1 ? undefined : partner
  })
}

function write({ before, after, edits, marks, placed }: Line, escape: (plain: string) => string) {
  const own = patchSource(before, edits) === after ? edits : editsOf(changeBetween(before, after))
  const stand = placeMarks(before, marks, own, placed)
  const gone = stand.filter(each => each.gone && each.mark.kept).length
  return { written: weave(after, stand, { from: 0, to: after.length }, escape), gone }
}

/**
 * Each line that was corrected, or in which a person has put a mark elsewhere, with its marks woven in. A line that the file has otherwise
 * than it was imported stays as it is, and that is told (`unlike`); so is a mark that was put in another line than its own.
 * @param document as reading the file gives it; `fixed`
 */
export function correctSegments(document: Document, outgoing: Outgoing, escape: (plain: string) => string): Rewritten {
  const { mtText, text } = outgoing.article
  const [spans, imported, corrected] = [linesOf(document.text), linesOf(mtText), linesOf(text)]
  if (imported.length !== corrected.length) return { lines: new Map(), warnings: [{ code: 'unlike' }] }
  const before = imported.map(span => cut(mtText, span))
  const partners = partnersOf(
    spans.map(span => cut(document.text, span)),
    before,
  )
  const marks = byLine(document.marks, spans)
  const edits = byLine(outgoing.edits, imported)
  const asked = [...outgoing.placed].map(([id, span]) => ({ id, ...span })).sort((a, b) => a.from - b.from)
  const placed = byLine(asked, corrected)
  const lines = new Map<number, string>()
  let [gone, crossing, unlike] = [0, outgoing.placed.size, document.text !== mtText]
  for (const [i, old] of before.entries()) {
    const partner = partners[i]
    const after = cut(text, corrected[i] as Span)
    if (partner === undefined) {
      unlike ||= after !== old
      continue
    }
    const own = marks.get(partner) ?? []
    const ids = new Set(own.map(mark => mark.id))
    const here = new Map((placed.get(i) ?? []).flatMap(({ id, ...span }) => (ids.has(id) ? [[id, span] as const] : [])))
    crossing -= here.size
    if (after === old && here.size === 0) continue
    const line = write({ before: old, after, edits: edits.get(i) ?? [], marks: own, placed: here }, escape)
    gone += line.gone
    lines.set(partner, line.written)
  }
  const warnings: Warning[] = [
    ...(unlike ? [{ code: 'unlike' } as const] : []),
    ...(gone > 0 ? [{ code: 'codes-gone', n: gone } as const] : []),
    ...(crossing > 0 ? [{ code: 'codes-crossing', n: crossing } as const] : []),
  ]
  return { lines, warnings }
}
