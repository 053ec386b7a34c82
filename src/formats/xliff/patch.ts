/** What a corrected XLIFF file of either version has in common with the other: its segments, its notes, and edits of its elements. */
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { usualLimits, type Limits } from '../limits.ts'
import { correctSegments, writeSegment, type CorrectedSegment } from '../lib/correct-segments.ts'
import { escapeBreaks, isLayout } from '../lib/inline-codes.ts'
import { attribute, escapeXml, type XmlElement } from '../lib/xml.ts'
import type { SourceEdit } from '../lib/patch-source.ts'
import type { XliffSegment } from './document.ts'
import { notesToAdd, type NoteToAdd } from './flags.ts'
import type { ReadFile } from './units.ts'

/** Of a file that was accepted once: what limits it kept to then is not asked again. */
export const acceptedLimits: Limits = { ...usualLimits, bytes: Infinity, rows: Infinity, fieldLength: Infinity }

/** What is to become of a file element; its segments by their numbers. */
export interface CorrectedFile {
  /** those that are written anew */
  readonly corrected: ReadonlyMap<number, CorrectedSegment>
  /** has it a translation, once it is corrected? */
  readonly isFilled: (segment: number) => boolean
  readonly notes: readonly NoteToAdd[]
  readonly warnings: readonly Warning[]
}

export function correctFile<Segment extends XliffSegment>(
  { document, segments, laid }: ReadFile<Segment>,
  outgoing: Outgoing,
): CorrectedFile {
  const { segments: corrected, partners, warnings } = correctSegments(document, outgoing)
  const wasFilled = (i: number): boolean => (laid.lines[i]?.to ?? 0) > (laid.lines[i]?.from ?? 0)
  const notes = notesToAdd(outgoing.article, {
    flags: document.flags,
    lines: laid.lines,
    // a note does no words harm: it goes to the segment in that place, though that reads otherwise now
    lineOf: line => partners[line] ?? (partners.length === segments.length ? line : undefined),
    segmentOf: line => segments[line]?.number ?? 1,
  })
  const isFilled = (i: number): boolean => (corrected.has(i) ? corrected.get(i)?.text !== '' : wasFilled(i))
  return { corrected, isFilled, notes, warnings }
}

/** A corrected segment as content, with its codes. @param preserved whether line ends of the content are its own */
export function targetContent({ text, marks }: CorrectedSegment, preserved: boolean): string {
  // how the old words were laid out says nothing of the new ones
  const kept = preserved ? marks : marks.filter(({ mark }) => mark.kind !== 'raw' || !isLayout(mark.open))
  return writeSegment({ text, marks: kept }, plain => escapeBreaks(escapeXml(plain), preserved))
}

/** A start tag without its `>` or `/>`. */
const startOf = (source: string, of: XmlElement): string => {
  const tag = source.slice(of.from, of.innerFrom - 1)
  return (tag.endsWith('/') ? tag.slice(0, -1) : tag).trimEnd()
}

/** An element with other content; one without an end tag gets one. */
export const refill = (source: string, of: XmlElement, content: string): SourceEdit => {
  if (of.innerFrom < of.to) return { from: of.innerFrom, to: of.innerTo, insert: content }
  const start = startOf(source, of)
  // attributes are changed by edits of their own, which end before this one
  return { from: of.from + start.length, to: of.to, insert: `>${content}</${of.name}>` }
}

/** Sets attributes of an element, takes away those that are undefined; those that it has already as they should be are not touched. */
export function setAttributes(
  source: string,
  of: XmlElement,
  values: Readonly<Record<string, string | undefined>>,
): SourceEdit[] {
  const tag = startOf(source, of)
  return Object.entries(values).flatMap(([name, value]): SourceEdit[] => {
    if (attribute(of, name) === value) return []
    const match = attributeIn(tag, name)
    const insert = value === undefined ? '' : ` ${name}="${escapeXml(value, { quotes: true })}"`
    if (match) return [{ from: of.from + match.from, to: of.from + match.to, insert }]
    const at = of.from + tag.length
    return value === undefined ? [] : [{ from: at, to: at, insert }]
  })
}

/** Where an attribute stands in a tag, with the space before it. */
function attributeIn(tag: string, name: string): { from: number; to: number } | null {
  for (const match of tag.matchAll(/(?<!\s)\s+([^\s=<>"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g))
    if (match[1] === name) return { from: match.index, to: match.index + match[0].length }
  return null
}

/** The white space before an element on its line, with the line end; '' where something else stands there. */
export const indentOf = (source: string, of: XmlElement): string =>
  /(?:\r\n?|\n)[ \t]*$/.exec(source.slice(Math.max(0, of.from - 200), of.from))?.[0] ?? ''

/** A name with the prefix of another element: `xlf:target` beside `xlf:source`. */
export const besides = (of: XmlElement, local: string): string =>
  of.name.includes(':') ? `${of.name.slice(0, of.name.indexOf(':'))}:${local}` : local
