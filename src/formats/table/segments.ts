/** An article → rows of a table: a paragraph or segment a row, with what is known of it. */
import { alignSource } from '../../text/align.ts'
import { diffTexts } from '../../text/diff/index.ts'
import { lineAt, linesOf } from '../lib/lines.ts'
import type { Span } from '../../text/span.ts'
import type { ExportedArticle, ExportedFlag } from '../format.ts'
import { correctedField } from './documents.ts'

/** The columns that are written, in their order. */
export const writtenColumns = [
  'article', 'title', 'address', 'system', 'source', 'mt', 'corrected', 'author', 'category', 'severity', 'comment',
] as const // prettier-ignore
export type WrittenRow = Readonly<Record<(typeof writtenColumns)[number], string>>

/** What stands in one row. */
interface Passage {
  readonly mt: Span
  readonly text: Span
}

/**
 * Lines of the MT beside those of the corrected text. Where paragraphs were joined or split, all that belong together are one passage: its
 * edges are line ends that both texts have. The source has no say in it, as it has where segments are judged (`annotations/segments.ts`): a
 * table has a row for each line that can have one.
 */
function passagesOf({ mtText, text, fixed }: ExportedArticle): Passage[] {
  const [lines, corrected] = [linesOf(mtText), linesOf(text)]
  if (fixed && lines.length === corrected.length) return lines.map((mt, i) => ({ mt, text: corrected[i] ?? mt }))
  const { hunks } = diffTexts(mtText, text)
  const passages: Passage[] = []
  let [from, fromB, next, shift] = [0, 0, 0, 0]
  for (const { to } of lines) {
    for (let hunk = hunks[next]; hunk && hunk.toA <= to; hunk = hunks[++next]) shift = hunk.toB - hunk.toA
    const hunk = hunks[next]
    const isKept = to === mtText.length || !hunk || hunk.fromA > to
    if (!isKept) continue
    const end = to === mtText.length ? text.length : to + shift
    passages.push({ mt: { from, to }, text: { from: fromB, to: end } })
    ;[from, fromB] = [to + 1, end + 1]
  }
  return passages
}

/** The source of each passage: line by line where there are as many lines, else by length. */
function sourcesOf({ sourceText, mtText }: ExportedArticle, passages: readonly Passage[]): string[] {
  const parts: string[][] = passages.map(() => [])
  if (sourceText === '') return parts.map(() => '')
  const [sources, lines] = [linesOf(sourceText), linesOf(mtText)]
  const beside =
    sources.length === lines.length
      ? sources.map(({ from, to }, i) => ({ fromA: from, toA: to, fromB: lines[i]?.from ?? 0 }))
      : alignSource(sourceText, mtText).filter(({ fromA, toA }) => toA > fromA)
  let at = 0
  for (const { fromA, toA, fromB } of beside) {
    while (at < passages.length - 1 && (passages[at]?.mt.to ?? 0) < fromB) at++
    parts[at]?.push(sourceText.slice(fromA, toA))
  }
  return parts.map(part => part.join('\n'))
}

/** In which passage a flag stands: by the MT where it was set there, else by where it stands now, else by its words. */
function passageFinder({ mtText }: ExportedArticle, passages: readonly Passage[]): (flag: ExportedFlag) => number {
  const [inMt, inText] = [passages.map(({ mt }) => mt), passages.map(({ text }) => text)]
  const numberAt = (spans: readonly Span[], offset: number): number => Math.min(lineAt(spans, offset), spans.length - 1)
  return ({ revision, from, place, words }) => {
    if (revision === 0) return numberAt(inMt, from)
    if (place) return numberAt(inText, place.from)
    const found = words === '' ? -1 : mtText.indexOf(words)
    return found < 0 ? 0 : numberAt(inMt, found)
  }
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ')
const unique = (names: readonly string[]): string => [...new Set(names.filter(name => name !== ''))].join(', ')

function rowsOfArticle(article: ExportedArticle, number: string): WrittenRow[] {
  const { title, address, system, mtText, text, corrections, flags, revisions } = article
  const passages = passagesOf(article)
  const sources = sourcesOf(article, passages)
  const flagsIn = Map.groupBy(flags, passageFinder(article, passages))
  let next = 0
  return passages.map(({ mt, text: head }, i): WrittenRow => {
    const start = next
    while (next < corrections.length && (i === passages.length - 1 || (corrections[next]?.from ?? 0) <= mt.to)) next++
    const own = corrections.slice(start, next)
    const flagged = flagsIn.get(i) ?? []
    const [before, after] = [mtText.slice(mt.from, mt.to), text.slice(head.from, head.to)]
    // what nobody has flagged has the categories of its corrections
    const errors = flagged.length > 0 ? flagged : own
    const editors = own.length > 0 ? own : before === after ? flagged : revisions.slice(-1)
    const comments = errors.map(error => ('comment' in error ? error.comment : ''))
    return {
      article: number,
      title,
      address,
      system,
      source: sources[i] ?? '',
      mt: before,
      corrected: correctedField(after, before),
      author: unique(editors.map(({ author }) => author)),
      category: errors.map(({ category }) => category).join('\n'),
      severity: errors.map(({ severity }) => severity).join('\n'),
      comment: (errors.length > 1 ? comments.map(oneLine) : comments).join('\n'),
    }
  })
}

/** Translations of one article have one number. */
export function rowsOfArticles(articles: readonly ExportedArticle[]): WrittenRow[] {
  const numbers = new Map<string, string>()
  return articles.flatMap((article, i) => {
    const { title, address, sourceText, createdAt, system } = article
    const same = JSON.stringify([title, address, sourceText, createdAt])
    // the same article by the same system is another one
    const key = numbers.has(JSON.stringify([same, system])) ? String(i) : same
    numbers.set(JSON.stringify([same, system]), '')
    const number = numbers.get(key) ?? String(i + 1)
    numbers.set(key, number)
    return rowsOfArticle(article, number)
  })
}
