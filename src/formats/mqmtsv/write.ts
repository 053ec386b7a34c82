/** Articles as rows of the newer form, with heading and metadata. */
import type { Span } from '../../text/span.ts'
import type { ExportedArticle } from '../format.ts'
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
import { ofRaters } from '../annotations/agreed.ts'
import { nameOf, Names } from '../annotations/document-names.ts'
import { commentOf, namesFor, saidIn } from '../annotations/named-errors.ts'
import { segmentsOf, type Segment } from '../annotations/segments.ts'
import { mark } from './marked.ts'
import { tokenSpan, tokensOf } from './tokens.ts'

const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata'

const noError = 'no-error'

/** What a row says, apart from its segment. */
interface Said {
  readonly rater: string
  readonly category: string
  readonly severity: string
  /** what is marked, in the text of the segment; null where nothing */
  readonly source: Span | null
  readonly target: Span | null
  readonly metadata: Readonly<Record<string, unknown>>
}

/** Where the words stand that a comment quotes from the source; null where it quotes none, or they do not. */
function quoted(source: string, words: string | null): Span | null {
  const from = words ? source.indexOf(words) : -1
  return words && from >= 0 ? { from, to: from + words.length } : null
}

const spansOf = (name: string, text: string, span: Span | null): Readonly<Record<string, unknown>> => {
  const tokens = span && tokenSpan(tokensOf(text), span)
  return tokens ? { [name]: [tokens] } : {}
}

/** The flag as a row of its segment. Lines in its comment say what the file named otherwise, and what is marked in the source. */
function errorRow(found: FlagInMt, { source: sourceText, mt, span }: Segment, rater: string): Said {
  const { flag } = found
  const said = saidIn(flag.comment, flag.category, flag.severity)
  const { category, severity } = namesFor(said, flag.category, flag.severity)
  const source = quoted(sourceText, said.source)
  const to = Math.max(0, Math.min(mt.length, found.to - span.from))
  const from = Math.min(to, Math.max(0, found.from - span.from))
  const target = source && from === 0 && to === mt.length ? null : { from, to }
  const note = source ? said.note : commentOf({ ...said, named: null })
  return {
    rater,
    category: nameOf(category),
    severity: nameOf(severity),
    source,
    target,
    metadata: {
      ...(flag.at === null ? {} : { timestamp: flag.at }),
      ...(note === '' ? {} : { note }),
      ...spansOf('source_spans', sourceText, source),
      ...spansOf('target_spans', mt, target),
      marked_text: target ? mt.slice(from, to) : said.source,
      ...(flag.suggestion === '' ? {} : { suggestion: flag.suggestion }),
      ...(flag.status === 'open' ? {} : { status: flag.status }),
    },
  }
}

const plain = { source: null, target: null }

/** What is known of a segment, apart from its texts. */
interface Found {
  readonly flags: readonly FlagInMt[]
  /** who set a flag */
  readonly raterOf: (found: FlagInMt) => string
  /** who has looked at it */
  readonly annotators: readonly string[]
  readonly scores: ReadonlyMap<string, number>
}

/** The rows of one segment; at least one. */
function rowsOf(article: ExportedArticle, segment: Segment, { flags, raterOf, annotators, scores }: Found): Said[] {
  const rows: Said[] = flags.map(flag => errorRow(flag, segment, raterOf(flag)))
  for (const rater of annotators.map(nameOf))
    if (!rows.some(row => row.rater === rater))
      rows.push({ ...plain, rater, category: noError, severity: noError, metadata: {} })
  for (const [name, score] of scores) {
    const rater = nameOf(name)
    const i = rows.findIndex(row => row.rater === rater)
    if (i >= 0) rows[i] = { ...rows[i]!, metadata: { ...rows[i]!.metadata, score } }
    else rows.push({ ...plain, rater, category: '', severity: '', metadata: { score } })
  }
  if (segment.corrected !== segment.mt) {
    const { author, at } = correctorOf(article, segment.span)
    const rater = nameOf(author)
    const corrected = { corrected_translation: segment.corrected.replaceAll('\n', '\u2028') }
    const i = rows.findIndex(row => row.rater === rater)
    if (i >= 0) rows[i] = { ...rows[i]!, metadata: { ...rows[i]!.metadata, ...corrected } }
    else {
      const when = at === undefined ? {} : { timestamp: at }
      rows.push({ ...plain, rater: '', category: '', severity: '', metadata: { ...when, ...corrected, corrected_by: rater } }) // prettier-ignore
    }
  }
  return rows.length > 0 ? rows : [{ ...plain, rater: '', category: '', severity: '', metadata: {} }]
}

/** An article in rows, without what only the file knows: its document's name, its system's, the numbers of its segments. */
function articleRows(article: ExportedArticle, begin: (segment: number) => readonly (string | number)[]): string[] {
  const flags = flagsInMt(article)
  const segments = segmentsOf(article)
  const annotators = annotatorsBySegment(article, flags, segments.length)
  const flagged = flagsBySegment(flags, segments)
  const scores = scoresBySegment(article, segments)
  const named = annotatorNames(article)
  const raterOf = ({ flag }: FlagInMt): string => nameOf(named(flag))
  const saw = new Map([...seenBy(article)].map(([name, layers]) => [nameOf(name), layers]))
  const { sourceLanguage, language } = article
  const evaluation = {
    template: 'MQM',
    ...(sourceLanguage && { source_language: sourceLanguage }),
    ...(language && { target_language: language }),
  }
  return segments.flatMap((segment, i) =>
    rowsOf(article, segment, {
      flags: flagged[i] ?? [],
      raterOf,
      annotators: annotators[i] ?? [],
      scores: scores[i] ?? new Map(),
    }).map((row, j) => {
      const metadata = {
        ...row.metadata,
        ...(saw.has(row.rater) ? { saw: saw.get(row.rater) } : {}),
        ...(j === 0 ? { segment: { source_tokens: tokensOf(segment.source), target_tokens: tokensOf(segment.mt) } } : {}), // prettier-ignore
        ...(i === 0 && j === 0 ? { evaluation } : {}),
      }
      const { rater, category, severity } = row
      const texts = [mark(segment.source, row.source), mark(segment.mt, row.target)]
      return [...begin(i + 1), rater, ...texts, category, severity, JSON.stringify(metadata)].join('\t')
    }),
  )
}

/** Articles in rows; the translations of one article have one name for it. */
export function writeMqm(articles: readonly ExportedArticle[]): string {
  const names = new Names()
  const numbers = new Map<string, number>()
  const rows = articles.map(ofRaters).flatMap(article => {
    const [document, system] = names.of(article)
    return articleRows(article, segment => {
      const key = `${document}\t${segment}`
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
      return [system, document, segment, numbers.get(key) ?? 0]
    })
  })
  return `${[heading, ...rows].join('\n')}\n`
}
