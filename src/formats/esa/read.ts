/** Items as documents: those of one document and system are the segments of a text, whoever annotated them. */
import { errorOfNames } from '../../mqm/wmt-categories.ts'
import type { Span } from '../../text/span.ts'
import { emptyDocument, type Document, type ReadFlag } from '../document.ts'
import { FormatError } from '../fault.ts'
import { CorrectedLines } from '../annotations/corrected-lines.ts'
import { commentOf } from '../annotations/named-errors.ts'
import { label, textIn, type Item, type RawSpan } from './items.ts'
import { charactersOf, countsUnits, spanOf, type Characters } from '../annotations/code-points.ts'
import { scoreComment } from './score.ts'

/** What became of the items, for warnings. */
export interface Tally {
  untranslated: number
  unplaced: number
}

interface Gathering {
  /** sources by segment, in the order of their coming */
  readonly segments: Map<string, string>
  /** by system and segment */
  readonly systems: Map<string, Map<string, Item[]>>
}

const inMap = <K, V>(map: Map<K, V>, key: K, made: () => V): V => {
  let value = map.get(key)
  if (value === undefined) map.set(key, (value = made()))
  return value
}

const oneLine = (text: string): string => text.replace(/[\n\r\u2028]/g, ' ')
const asLine = (text: string): string => text.replaceAll('\n', '\u2028')

/** Items of one segment: those with the same number, or, where they have none, with the same source; a source may stand there twice. */
function gather(items: Iterable<Item>): Map<string, Gathering> {
  const documents = new Map<string, Gathering>()
  const seen = new Map<string, number>()
  for (const item of items) {
    const { segments, systems } = inMap(documents, item.document, (): Gathering => ({ segments: new Map(), systems: new Map() })) // prettier-ignore
    const name = item.segment || item.source
    const again = JSON.stringify([item.document, item.system, item.annotator, name, item.segment === '' ? '' : item.source]) // prettier-ignore
    const times = (seen.get(again) ?? 0) + 1
    seen.set(again, times)
    const id = JSON.stringify([name, item.segment === '' ? '' : item.source, times])
    if (!segments.has(id)) segments.set(id, item.source)
    const bySegment = inMap(systems, item.system, () => new Map<string, Item[]>())
    inMap(bySegment, id, (): Item[] => []).push(item)
  }
  return documents
}

/** Is it missing words, that stand nowhere? Pearmut's `[missing]` has the index after the last character's. */
const isMissing = ({ start, end }: RawSpan, { count }: Characters): boolean =>
  start === 'missing' || end === 'missing' || (typeof start === 'number' && start === end && start >= count)

/** Where a span stands; null where the file does not say it so that it could be understood. */
function placeOf(span: RawSpan, characters: Characters): Span | null {
  if (!isMissing(span, characters)) return spanOf(characters, span.start, span.end)
  // of ours: where between the characters; for others it is the end
  const at = characters.offset(Number(span.fields['missing_at'] ?? characters.count))
  return { from: at, to: at }
}

const timeIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 8.64e15 ? value : null

function flagsOf(item: Item, target: string, start: number, tally: Tally): ReadFlag[] {
  const { annotator, spans, score } = item
  const who = { author: annotator, layer: annotator || 'shared', revision: 0, suggestion: '' }
  const counted = charactersOf(target)
  const ends = spans.flatMap(({ end }) => (typeof end === 'number' ? [end] : []))
  const units = { count: target.length, offset: (index: number) => index, index: (offset: number) => offset }
  const characters = countsUnits(counted, target, ends) ? units : counted
  const flags = spans.map((span): ReadFlag => {
    const place = placeOf(span, characters)
    if (!place) tally.unplaced++
    const { from, to } = place ?? { from: 0, to: target.length }
    const category = span.category || (isMissing(span, characters) ? 'accuracy/omission' : 'Other')
    const error = errorOfNames({ category, severity: span.severity })
    const named = error.exact ? null : { category, severity: span.severity }
    const comment = commentOf({ named, source: null, note: textIn(span.fields, 'comment', 'note') })
    const at = timeIn(span.fields['timestamp'])
    const suggestion = textIn(span.fields, 'suggestion')
    return { ...who, from: start + from, to: start + to, at, category: error.category, severity: error.severity, comment, suggestion } // prettier-ignore
  })
  if (score === null) return flags
  const said = { category: 'other/other', severity: 'neutral', comment: scoreComment(score) } as const
  return [...flags, { ...who, from: start, to: start, at: null, ...said }]
}

function documentOf(
  key: string,
  { segments }: Gathering,
  sourceText: string,
  system: string,
  items: ReadonlyMap<string, readonly Item[]>,
  tally: Tally,
): Document {
  const lines: string[] = []
  const flags: ReadFlag[] = []
  const corrected = new CorrectedLines()
  let start = 0
  for (const id of segments.keys()) {
    const own = items.get(id) ?? []
    const target = asLine(own[0]?.target ?? '')
    if (own.length === 0) tally.untranslated++
    for (const item of own) {
      for (const flag of flagsOf(item, target, start, tally)) flags.push(flag)
      if (item.corrected !== null) corrected.add(item.annotator, lines.length, item.corrected, null)
    }
    lines.push(target)
    start += target.length + 1
  }
  const first = [...items.values()][0]?.[0]
  return {
    ...emptyDocument,
    key,
    title: oneLine(key),
    system: oneLine(system),
    sourceLanguage: first?.sourceLanguage ?? '',
    language: first?.language ?? '',
    sourceText,
    text: lines.join('\n'),
    revisions: corrected.revisionsOf(lines),
    flags,
    fixed: true,
  }
}

/**
 * One document for each system that has translated one of the file's.
 * @param most segments of all documents together: every system has all segments of a document, though it has translated only one of them
 * @throws FormatError rows where there are more; what the items throw
 */
export function documentsOf(items: Iterable<Item>, tally: Tally, most: number): Document[] {
  const gathered = [...gather(items)]
  const count = gathered.reduce((sum, [, { segments, systems }]) => sum + segments.size * systems.size, 0)
  if (count > most) throw new FormatError(label, 'rows', { limit: most })
  return gathered.flatMap(([key, gathering]) => {
    // one text for all of them
    const sources = [...gathering.segments.values()].map(asLine)
    const sourceText = sources.every(source => source === '') ? '' : sources.join('\n')
    return [...gathering.systems].map(([system, own]) => documentOf(key, gathering, sourceText, system, own, tally))
  })
}
