/** Articles as rows of the newer form, with heading and metadata. */
import type { Span } from '../../text/span.ts'
import type { ExportedArticle } from '../format.ts'
import { flagsBySegment, flagsInMt, type FlagInMt } from '../lib/in-mt.ts'
import { commentOf, namesFor, saidIn } from '../lib/said.ts'
import { segmentsOf, type Segment } from '../lib/segments.ts'
import { mark } from './marked.ts'
import { tokenSpan, tokensOf } from './tokens.ts'

const heading = 'system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\tmetadata'

const noError = 'no-error'

const name = (text: string): string => text.replace(/[\t\n\r\u2028]/g, ' ')

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

/** Names that no two things share: who comes second is `(2)`. */
class Names {
  readonly #taken = new Set<string>()
  unlike(wanted: string): string {
    let [free, n] = [wanted, 1]
    while (this.#taken.has(free)) free = `${wanted} (${++n})`
    this.#taken.add(free)
    return free
  }
}

const raterOf = ({ flag }: FlagInMt): string => name(flag.author || (flag.layer === 'shared' ? '' : flag.layer))

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
function errorRow(found: FlagInMt, { source: sourceText, mt, span }: Segment): Said {
  const { flag } = found
  const said = saidIn(flag.comment, flag.category, flag.severity)
  const { category, severity } = namesFor(said, flag.category, flag.severity)
  const source = quoted(sourceText, said.source)
  const to = Math.max(0, Math.min(mt.length, found.to - span.from))
  const from = Math.min(to, Math.max(0, found.from - span.from))
  const target = source && from === 0 && to === mt.length ? null : { from, to }
  const note = source ? said.note : commentOf({ ...said, named: null })
  return {
    rater: raterOf(found),
    category: name(category),
    severity: name(severity),
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

/** Who corrected a segment, and when: the last who did; the last of all where that is not known. */
function corrector({ corrections, revisions }: ExportedArticle, { span }: Segment): { author: string; at?: number } {
  const own = corrections.filter(({ from, to }) => from <= span.to && to >= span.from)
  return own.toSorted((a, b) => b.at - a.at)[0] ?? revisions.at(-1) ?? { author: '' }
}

const plain = { source: null, target: null }

/** The rows of one segment; at least one. */
function rowsOf(article: ExportedArticle, segment: Segment, flags: readonly FlagInMt[], annotators: readonly string[]) {
  const rows = flags.map(flag => errorRow(flag, segment))
  // who annotates in a layer of their own has read every segment
  for (const rater of annotators)
    if (!rows.some(row => row.rater === rater))
      rows.push({ ...plain, rater, category: noError, severity: noError, metadata: {} })
  if (segment.corrected !== segment.mt) {
    const { author, at } = corrector(article, segment)
    const rater = name(author)
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
  const annotators = [...new Set(flags.filter(({ flag }) => flag.layer !== 'shared').map(raterOf))].filter(Boolean)
  const segments = segmentsOf(article)
  const flagged = flagsBySegment(flags, segments)
  const { sourceLanguage, language } = article
  const evaluation = {
    template: 'MQM',
    ...(sourceLanguage && { source_language: sourceLanguage }),
    ...(language && { target_language: language }),
  }
  return segments.flatMap((segment, i) =>
    rowsOf(article, segment, flagged[i] ?? [], annotators).map((row, j) => {
      const tokens = { source_tokens: tokensOf(segment.source), target_tokens: tokensOf(segment.mt) }
      const metadata = {
        ...row.metadata,
        ...(j === 0 ? { segment: tokens } : {}),
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
  const [names, systems] = [new Names(), new Names()]
  const documents = new Map<string, string>()
  const numbers = new Map<string, number>()
  const rows = articles.flatMap(article => {
    const title = name(article.title || article.address) || 'document'
    const identity = `${title}\t${article.sourceText}`
    const doc = documents.get(identity) ?? names.unlike(title)
    documents.set(identity, doc)
    const system = systems.unlike(`${doc}\t${name(article.system)}`).slice(doc.length + 1)
    return articleRows(article, segment => {
      const key = `${doc}\t${segment}`
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
      return [system, doc, segment, numbers.get(key) ?? 0]
    })
  })
  return `${[heading, ...rows].join('\n')}\n`
}
