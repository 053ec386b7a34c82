/** A `<file>` of XLIFF as a document: a line a segment, source beside target. */
import { enterText } from '../../text/entry.ts'
import { emptyDocument, type Document, type Mark, type SourceCode } from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { linesOf } from '../lib/lines.ts'
import type { Span } from '../../text/span.ts'
import { plainCodes, readInline, type Dialect, type Inline } from '../lib/inline-codes.ts'
import type { XmlElement } from '../lib/xml.ts'

/** What is translated as one: a segment, or a unit that has none. Undefined where the file has no such element (yet). */
export interface XliffSegment {
  /** the unit that it is of, and its place among the segments of it that are read, from 1 */
  readonly unit: XmlElement
  readonly number: number
  /** whose content is the source, and the translation */
  readonly source: XmlElement | undefined
  readonly target: XmlElement | undefined
}

/** The text of a file element, and the place of each segment in it. */
export interface XliffText {
  readonly text: string
  readonly sourceText: string
  readonly sourceCodes: readonly SourceCode[]
  readonly marks: readonly Mark[]
  /** of each segment in `text` */
  readonly lines: readonly Span[]
  /** what stands in the targets, by segment */
  readonly targets: readonly (Inline | undefined)[]
  /** segments that have a source and no translation, and those that have one */
  readonly untranslated: number
  readonly translated: number
}

interface Options {
  readonly format: string
  readonly limits: Limits
  readonly dialect: Dialect
}

/**
 * Lays the segments of a file element under each other.
 * @throws FormatError field; Problem of `enterText`
 */
export function layOut(
  source: string,
  segments: readonly XliffSegment[],
  { format, limits, dialect }: Options,
): XliffText {
  const read = (content: XmlElement | undefined): Inline | undefined => {
    if (!content) return undefined
    if (content.innerTo - content.innerFrom > limits.fieldLength * 20)
      throw new FormatError(format, 'field', { line: content.line, limit: limits.fieldLength })
    const inline = readInline(source, content, dialect)
    if (inline.text.length > limits.fieldLength)
      throw new FormatError(format, 'field', { line: content.line, limit: limits.fieldLength })
    enterText(inline.text)
    return inline
  }
  const insides = segments.map(segment => read(segment.source))
  const sources = insides.map(source => source?.text ?? '')
  const sourceText = sources.join('\n')
  const starts = linesOf(sourceText)
  const sourceCodes = insides.flatMap((source, i) =>
    source ? plainCodes(source).map(({ at, text }) => ({ at: at + (starts[i]?.from ?? 0), text })) : [],
  )
  const targets = segments.map(segment => read(segment.target))
  const text = targets.map(target => target?.text ?? '').join('\n')
  const lines = linesOf(text)
  const marks = targets.flatMap((target, i) => {
    const start = lines[i]?.from ?? 0
    const name = (id: string): string => (id === '' ? '' : `${i + 1}.${id}`)
    return (target?.marks ?? []).map(mark => ({
      ...mark,
      id: name(mark.id),
      within: name(mark.within),
      from: mark.from + start,
      to: mark.to + start,
    }))
  })
  const isEmpty = (i: number): boolean => (targets[i]?.text ?? '').trim() === ''
  const untranslated = sources.filter((line, i) => line.trim() !== '' && isEmpty(i)).length
  const translated = sources.filter((_, i) => !isEmpty(i)).length
  return { text, sourceText, sourceCodes, marks, lines, targets, untranslated, translated }
}

const unknownLanguages = new Set(['und', 'mul', 'zxx', 'x-none'])
/** A language as a document has it: '' where the file says that it does not know. */
export const languageOf = (tag: string | undefined): string => {
  const trimmed = tag?.trim() ?? ''
  return unknownLanguages.has(trimmed.toLowerCase()) ? '' : trimmed
}

const asTitle = (title: string): string => enterText(title.replace(/[\n\r\t\0\u2028]/g, ' ').trim())

/** What a reading has of a file element. */
export const documentFrom = (laid: XliffText, given: Partial<Document>): Document => ({
  ...emptyDocument,
  ...given,
  title: asTitle(given.title ?? ''),
  text: laid.text,
  sourceText: laid.sourceText,
  marks: laid.marks,
  sourceCodes: laid.sourceCodes,
  fixed: true,
})

/** The segments with a translation, where the file says of all of them that they are approved; else 0. */
function approvedIn(documents: readonly Document[]): number {
  let approved = 0
  for (const { text, states } of documents)
    for (const [i, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue
      if (states[i]?.stage !== 'approved') return 0
      approved++
    }
  return approved
}

/** What is told of the translations of all file elements, and of the `protectedUnits` that may not be translated. */
export function warningsOf(
  texts: readonly XliffText[],
  documents: readonly Document[],
  protectedUnits: number,
): Warning[] {
  const untranslated = texts.reduce((sum, each) => sum + each.untranslated, 0)
  const translated = texts.reduce((sum, each) => sum + each.translated, 0)
  const warnings: Warning[] = []
  if (translated === 0) warnings.push({ code: 'no-translations' })
  else if (untranslated > 0) warnings.push({ code: 'untranslated', n: untranslated })
  const approved = approvedIn(documents)
  if (approved > 0) warnings.push({ code: 'all-approved', n: approved })
  if (protectedUnits > 0) warnings.push({ code: 'skipped', n: protectedUnits, detail: 'translate="no"' })
  return warnings
}
