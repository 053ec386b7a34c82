/** How XLIFF of either version becomes documents: a `<file>` each, with its segments and its flags. */
import type { FileState } from '../../text/file-state.ts'
import type { Span } from '../../text/span.ts'
import type { Document, ReadFlag } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Dialect } from '../lib/inline-codes.ts'
import type { XmlElement } from '../lib/xml.ts'
import type { Limits } from '../limits.ts'
import { documentFrom, layOut, warningsOf, type XliffSegment, type XliffText } from './document.ts'
import type { XliffFile } from './file.ts'
import { flagsOfNotes, type NoteIn } from './flags.ts'
import { issuesById, issuesOn } from './its.ts'
import type { FileUnits, ReadFile, ReadXliff } from './units.ts'

/** An element that stands on words, in the text of the document. */
export interface Marked {
  readonly element: XmlElement
  readonly on: Span
}

/** A unit as it is read. */
export interface ReadUnit<Segment extends XliffSegment> {
  readonly unit: XmlElement
  /** at least one */
  readonly segments: readonly Segment[]
  /** of its segments, in the text of the document */
  readonly lines: readonly Span[]
  /** what stands in its targets, in order, each with the line of its segment; of a start and an end that are one, the words between are meant */
  readonly marked: readonly (Marked & { readonly line: Span })[]
  readonly text: string
}

/** What the versions do each in their own way. */
export interface Version<Segment extends XliffSegment> {
  /** of the format, for errors */
  readonly label: string
  readonly dialect: Dialect
  readonly unitsOf: (file: XmlElement, limits: Limits) => FileUnits<Segment>
  readonly headOf: (
    file: XmlElement,
    segments: readonly Segment[],
  ) => Pick<Document, 'title' | 'sourceLanguage' | 'language'>
  /** notes and comments on the translation; others are information, and stay where they are */
  readonly notesOf: (unit: ReadUnit<Segment>) => NoteIn[]
  /** what may have ITS quality issues beside what stands in the targets */
  readonly wholesOf: (unit: ReadUnit<Segment>) => Marked[]
  /** how far the file says that its translation had come; null where it does not */
  readonly stateOf: (segment: Segment) => FileState | null
}

const nowhere: Span = { from: 0, to: 0 }

function* unitsIn<Segment extends XliffSegment>(
  segments: readonly Segment[],
  { lines, targets, text }: XliffText,
): Generator<ReadUnit<Segment>, void, void> {
  for (const [unit, indexes] of Map.groupBy(segments.keys(), i => segments[i]?.unit)) {
    if (!unit) continue
    const marked = indexes.flatMap(i => {
      const line = lines[i] ?? nowhere
      return (targets[i]?.elements ?? []).map(({ element, span }) => ({
        element,
        on: { from: line.from + span.from, to: line.from + span.to },
        line,
      }))
    })
    const own = indexes.flatMap(i => segments[i] ?? [])
    yield { unit, segments: own, lines: indexes.map(i => lines[i] ?? nowhere), marked, text }
  }
}

/** @throws FormatError; Problem of `text/` */
export function readFiles<Segment extends XliffSegment>(
  xliff: XliffFile,
  files: readonly XmlElement[],
  { label, dialect, unitsOf, headOf, notesOf, wholesOf, stateOf }: Version<Segment>,
  limits: Limits,
): ReadXliff<Segment> {
  // of the whole, and so once: a file may have thousands of <file>
  const byId = issuesById(xliff.root)
  let unplaced = 0
  const read = files.map((file): ReadFile<Segment> => {
    const units = unitsOf(file, limits)
    const laid = layOut(xliff.text, units.segments, { format: label, limits, dialect })
    const notes: NoteIn[] = []
    const issues: ReadFlag[] = []
    for (const unit of unitsIn(units.segments, laid)) {
      notes.push(...notesOf(unit))
      for (const { element, on } of [...wholesOf(unit), ...unit.marked]) issues.push(...issuesOn(element, on, byId))
    }
    const noted = flagsOfNotes(notes, laid.text)
    unplaced += noted.unplaced
    const flags = [...noted.flags, ...issues].sort((a, b) => a.from - b.from)
    const said = units.segments.map(stateOf)
    const states = said.some(state => state !== null) ? said : []
    return { ...units, laid, document: documentFrom(laid, { ...headOf(file, units.segments), flags, states }) }
  })
  const warnings: Warning[] = warningsOf(
    read.map(({ laid }) => laid),
    read.map(({ document }) => document),
    read.reduce((sum, { locked }) => sum + locked, 0),
  )
  if (unplaced > 0) warnings.push({ code: 'flags-unplaced', n: unplaced })
  return { xliff, files: read.filter(({ segments }) => segments.length > 0), warnings }
}
