/** Items as documents: those of one document and system are the segments of a text, whoever annotated them. */
import { errorOfNames } from '../../mqm/wmt-categories.ts'
import type { Span } from '../../text/span.ts'
import type { ReadFlag } from '../document.ts'
import type { GatheredDocument, JudgedSegment, Reader, Tally } from '../annotations/documents.ts'
import { inMap } from '../annotations/in-map.ts'
import { commentOf } from '../annotations/named-errors.ts'
import { label, textIn, type Item, type RawSpan } from './items.ts'
import { charactersOf, countsUnits, spanOf, type Characters } from '../annotations/code-points.ts'

/** What became of the items, for warnings. */
export interface ItemTally extends Tally {
  /** scores that are none of ESA's, which go from 0 to 100 */
  beyond: number
}

interface Gathering {
  /** sources by segment, in the order of their coming */
  readonly sources: Map<string, string>
  /** by system and segment */
  readonly systems: Map<string, Map<string, Item[]>>
}

const asLine = (text: string): string => text.replaceAll('\n', '\u2028')

/** Items of one segment: those with the same number, or, where they have none, with the same source; a source may stand there twice. */
export function gather(items: Iterable<Item>): GatheredDocument<Item>[] {
  const documents = new Map<string, Gathering>()
  const seen = new Map<string, number>()
  for (const item of items) {
    const { sources, systems } = inMap(documents, item.document, (): Gathering => ({ sources: new Map(), systems: new Map() })) // prettier-ignore
    const name = item.segment || item.source
    const again = JSON.stringify([item.document, item.system, item.annotator, name, item.segment === '' ? '' : item.source]) // prettier-ignore
    const times = (seen.get(again) ?? 0) + 1
    seen.set(again, times)
    const id = JSON.stringify([name, item.segment === '' ? '' : item.source, times])
    if (!sources.has(id)) sources.set(id, asLine(item.source))
    const bySegment = inMap(systems, item.system, () => new Map<string, Item[]>())
    inMap(bySegment, id, (): Item[] => []).push(item)
  }
  return [...documents].map(([name, gathering]) => ({ name, ...gathering }))
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

function flagsOf(item: Item, target: string, tally: Tally): ReadFlag[] {
  const { annotator } = item
  const spans = item.spans ?? []
  const who = { author: annotator, layer: annotator || 'shared', revision: 0, suggestion: '' }
  const counted = charactersOf(target)
  const ends = spans.flatMap(({ end }) => (typeof end === 'number' ? [end] : []))
  const units = { count: target.length, offset: (index: number) => index, index: (offset: number) => offset }
  const characters = countsUnits(counted, target, ends) ? units : counted
  return spans.map((span): ReadFlag => {
    const place = placeOf(span, characters)
    if (!place) tally.unplaced++
    const { from, to } = place ?? { from: 0, to: target.length }
    const category = span.category || (isMissing(span, characters) ? 'accuracy/omission' : 'Other')
    const error = errorOfNames({ category, severity: span.severity })
    const named = error.exact ? null : { category, severity: span.severity }
    const comment = commentOf({ named, source: null, note: textIn(span.fields, 'comment', 'note') })
    const at = timeIn(span.fields['timestamp'])
    const suggestion = textIn(span.fields, 'suggestion')
    return { ...who, from, to, at, category: error.category, severity: error.severity, comment, suggestion } // prettier-ignore
  })
}

function scoresOf(items: readonly Item[], tally: ItemTally): JudgedSegment['scores'] {
  return items.flatMap(({ annotator, score }) => {
    if (score === null) return []
    if (score >= 0 && score <= 100) return [{ author: annotator, score }]
    tally.beyond++
    return []
  })
}

function judge(items: readonly Item[], tally: ItemTally): JudgedSegment {
  const text = asLine(items[0]?.target ?? '')
  return {
    text,
    flags: items.flatMap(item => flagsOf(item, text, tally)),
    annotators: items.flatMap(({ annotator, spans, score }) => (spans === null && score === null ? [] : [annotator])),
    saw: new Map(items.flatMap(({ annotator, saw }) => (annotator !== '' && saw ? [[annotator, saw] as const] : []))),
    scores: scoresOf(items, tally),
    corrected: items.flatMap(({ annotator, corrected, correctedBy }) =>
      corrected === null ? [] : [{ author: annotator || correctedBy, text: corrected, at: null }],
    ),
  }
}

/** The languages of a translation are those of its first item. */
export const itemReader = (tally: ItemTally): Reader<Item> => ({
  label,
  tally,
  judge: items => judge(items, tally),
  languages: segments => {
    const [[first] = []] = segments.values()
    return { sourceLanguage: first?.sourceLanguage ?? '', language: first?.language ?? '' }
  },
})
