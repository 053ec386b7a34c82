/** Corrected segments of XLIFF, line by line, and the codes that stand in them. */
import { changeByLines, editsOf, type Edit } from '../../text/change.ts'
import type { Document } from '../document.ts'
import type { Warning } from '../fault.ts'
import type { Outgoing } from '../format.ts'
import { usualLimits, type Limits } from '../limits.ts'
import { placeMarks, weave, type PlacedMark } from '../lib/marks.ts'
import { lineAt, linesOf } from '../lib/lines.ts'
import { escapeBreaks, isLayout } from '../lib/inline-codes.ts'
import { attribute, escapeXml, type XmlElement } from '../lib/xml.ts'
import type { SourceEdit } from '../lib/patch-source.ts'

/** Of a file that was accepted once: what limits it kept to then is not asked again. */
export const acceptedLimits: Limits = { ...usualLimits, bytes: Infinity, rows: Infinity, fieldLength: Infinity }

/** What is to become of the lines of a document. */
export interface Corrected {
  /** the text as it is to stand in the file */
  readonly text: string
  /** edits of the text that the file has now */
  readonly edits: readonly Edit[]
  /** the file does not read as it did when it came in */
  readonly unlike: boolean
}

/**
 * The corrections as edits of what the file has. Where a line of it is not what was imported, it is left as it is unless it was corrected;
 * where it has not even as many lines, all of it is.
 */
export function correctedLines(document: Document, { article, edits }: Outgoing): Corrected {
  if (document.text === article.mtText) return { text: article.text, edits, unlike: false }
  const [now, imported, corrected] = [document.text, article.mtText, article.text].map(text => text.split('\n'))
  if (now?.length !== imported?.length || now?.length !== corrected?.length)
    return { text: document.text, edits: [], unlike: true }
  const text = now?.map((line, i) => (corrected?.[i] === imported?.[i] ? line : corrected?.[i])).join('\n') ?? ''
  return { text, edits: editsOf(changeByLines(document.text, text)), unlike: true }
}

/** A line that is written anew. */
export interface NewLine {
  readonly line: number
  readonly text: string
  /** its content, with its codes; `preserved`: whether line ends of the content are its own */
  readonly content: (preserved: boolean) => string
}

/** How many codes a person has put where they would cross others: those give way. */
const crossings = (own: readonly PlacedMark[]): number =>
  own.filter(
    ({ asked, from, to }) =>
      asked === true &&
      own.some(
        other =>
          other.mark.kind === 'pair' &&
          ((other.from < from && from < other.to && other.to < to) ||
            (from < other.from && other.from < to && to < other.to)),
      ),
  ).length

/** The lines that are not as the file has them, by their numbers, with what is told of their codes. */
export function newLines(
  document: Document,
  corrected: Corrected,
  placed: Outgoing['placed'],
): { readonly lines: ReadonlyMap<number, NewLine>; readonly warnings: readonly Warning[] } {
  const marks = placeMarks(document.text, document.marks, corrected.edits, placed)
  const [before, after] = [linesOf(document.text), linesOf(corrected.text)]
  const numberAt = (offset: number): number => Math.min(lineAt(after, offset), after.length - 1)
  const byLine = new Map<number, PlacedMark[]>()
  const moved = new Set<number>()
  for (const each of marks) {
    const line = numberAt(each.from)
    const own = byLine.get(line)
    if (own) own.push(each)
    else byLine.set(line, [each])
    const asked = placed.get(each.mark.id)
    const usual = asked && placeMarks(document.text, [each.mark], corrected.edits)[0]
    if (usual && (usual.from !== asked.from || usual.to !== asked.to)) moved.add(line).add(numberAt(usual.from))
  }
  const lines = new Map<number, NewLine>()
  let [gone, crossing] = [0, 0]
  for (const [line, range] of after.entries()) {
    const was = before[line]
    const text = corrected.text.slice(range.from, range.to)
    if (was && document.text.slice(was.from, was.to) === text && !moved.has(line)) continue
    const own = byLine.get(line) ?? []
    gone += own.filter(({ gone, mark }) => gone && mark.kept).length
    crossing += crossings(own)
    const content = (preserved: boolean): string => {
      // how the old words were laid out says nothing of the new ones
      const kept = preserved ? own : own.filter(({ mark }) => mark.kind !== 'raw' || !isLayout(mark.open))
      return weave(corrected.text, kept, range, plain => escapeBreaks(escapeXml(plain), preserved))
    }
    lines.set(line, { line, text, content })
  }
  const warnings: Warning[] = []
  if (gone > 0) warnings.push({ code: 'codes-gone', n: gone })
  if (crossing > 0) warnings.push({ code: 'codes-crossing', n: crossing })
  return { lines, warnings }
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
