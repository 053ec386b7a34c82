/** Articles as items, one for each segment and annotator. */
import type { ExportedArticle } from '../format.ts'
import { ofRaters } from '../annotations/agreed.ts'
import {
  annotatorNames,
  annotatorsBySegment,
  correctorOf,
  flagsBySegment,
  flagsInMt,
  scoresBySegment,
  seenBy,
  type FlagInMt,
} from '../annotations/flags-in-mt.ts'
import { commentOf, namesFor, saidIn } from '../annotations/named-errors.ts'
import { Names } from '../annotations/document-names.ts'
import { segmentsOf, type Segment } from '../annotations/segments.ts'
import { charactersOf, type Characters } from '../annotations/code-points.ts'

const lines = (text: string): string => text.replaceAll('\u2028', '\n')

/** The flag as a span; indices are of code points, and the last is in it. What has no words is `missing`. */
function spanOf(found: FlagInMt, { mt, span }: Segment, characters: Characters): object {
  const { flag } = found
  const to = Math.max(0, Math.min(mt.length, found.to - span.from))
  const from = Math.min(to, Math.max(0, found.from - span.from))
  const said = saidIn(flag.comment, flag.category, flag.severity)
  const { category, severity } = namesFor(said, flag.category, flag.severity)
  const comment = commentOf({ ...said, named: null })
  const isOther = flag.category === 'other/other' && said.named === null && from < to
  return {
    ...(from === to
      ? { start_i: 'missing', end_i: 'missing', ...(to === mt.length ? {} : { missing_at: characters.index(from) }) }
      : { start_i: characters.index(from), end_i: characters.index(to) - 1 }),
    category: isOther || category === '' ? null : category,
    severity: severity.toLowerCase(),
    ...(comment === '' ? {} : { comment }),
    ...(flag.suggestion === '' ? {} : { suggestion: flag.suggestion }),
    ...(flag.status === 'open' ? {} : { status: flag.status }),
    timestamp: flag.at,
  }
}

/** In whose item it stands what a segment was corrected to: in that of who did it, but who has not looked for errors has none. */
function correctedIn(article: ExportedArticle, segment: Segment, annotators: ReadonlySet<string>) {
  if (segment.corrected === segment.mt) return null
  const { author } = correctorOf(article, segment.span)
  const textfield = lines(segment.corrected)
  return annotators.has(author)
    ? { annotator: author, fields: { textfield } }
    : { annotator: '', fields: { textfield, corrected_by: author } }
}

function itemsOf(article: ExportedArticle, [doc, system]: readonly [string, string]): object[] {
  const flags = flagsInMt(article)
  const segments = segmentsOf(article)
  const annotators = annotatorsBySegment(article, flags, segments.length)
  const bySegment = flagsBySegment(flags, segments)
  const scores = scoresBySegment(article, segments)
  const saw = seenBy(article)
  const nameOf = annotatorNames(article)
  const { sourceLanguage, language } = article
  return segments.flatMap((segment, i) => {
    const byAnnotator = Map.groupBy(bySegment[i] ?? [], ({ flag }) => nameOf(flag))
    const characters = charactersOf(segment.mt)
    const names = new Set([...byAnnotator.keys(), ...(annotators[i] ?? []), ...(scores[i]?.keys() ?? [])])
    const corrected = correctedIn(article, segment, names)
    if (corrected) names.add(corrected.annotator)
    return (names.size > 0 ? [...names] : ['']).map(annotator => {
      const found = byAnnotator.get(annotator) ?? []
      return {
        doc_id: doc,
        line_id: i,
        system,
        ...(sourceLanguage && { source_language: sourceLanguage }),
        ...(language && { target_language: language }),
        src: lines(segment.source),
        tgt: lines(segment.mt),
        annotator: annotator || null,
        score: scores[i]?.get(annotator) ?? null,
        error_spans: found.map(flag => spanOf(flag, segment, characters)),
        ...(saw.has(annotator) ? { saw: saw.get(annotator) } : {}),
        ...(annotator === corrected?.annotator ? corrected.fields : {}),
      }
    })
  })
}

/** A JSON array, an item a line. Translations of one article have one name for it. */
export function writeEsa(articles: readonly ExportedArticle[]): string {
  const names = new Names()
  const items = articles.map(ofRaters).flatMap(article => itemsOf(article, names.of(article)))
  return `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]\n`
}
