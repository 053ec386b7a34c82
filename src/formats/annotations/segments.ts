/** The parts of an article that stand beside each other in source, MT and corrected text, for formats that go segment by segment. */
import { alignSource } from '../../text/align.ts'
import { diffTexts } from '../../text/diff/index.ts'
import type { Span } from '../../text/span.ts'
import type { ExportedArticle } from '../format.ts'

export interface Segment {
  readonly source: string
  readonly mt: string
  readonly corrected: string
  /** of `mt` in the MT text, without the line ends around it */
  readonly span: Span
}

/** A range without the line ends at its ends. */
function withoutLineEnds(text: string, { from, to }: Span): Span {
  let [start, end] = [from, to]
  while (start < end && text[start] === '\n') start++
  while (end > start && text[end - 1] === '\n') end--
  return { from: start, to: end }
}

/** Line by line, as they belong to each other. */
function byLine({ sourceText, mtText, text }: ExportedArticle): Segment[] {
  const [sources, corrected] = [sourceText.split('\n'), text.split('\n')]
  let at = 0
  return mtText.split('\n').map((mt, i) => {
    const from = at
    at += mt.length + 1
    return { source: sources[i] ?? '', mt, corrected: corrected[i] ?? '', span: { from, to: from + mt.length } }
  })
}

/** Where offsets of a, in ascending order, stand in b: after what was replaced before them or around them, before what was put in there. */
function follow(a: string, b: string, offsets: readonly number[]): number[] {
  const { hunks } = diffTexts(a, b)
  let [next, shift] = [0, 0]
  return offsets.map(offset => {
    for (let hunk = hunks[next]; hunk && hunk.fromA < offset; hunk = hunks[++next]) {
      if (hunk.toA > offset) return hunk.toB
      shift = hunk.toB - hunk.toA
    }
    return offset + shift
  })
}

/**
 * The segments of a file, where the article is one (`fixed`); else the paragraphs of the MT that have words, each with the source beside it
 * by length (`alignSource`) and with what has become of it. Where several paragraphs belong together, they are one segment of several lines.
 */
export function segmentsOf(article: ExportedArticle): Segment[] {
  const { sourceText, mtText, text, fixed } = article
  if (fixed) return byLine(article)
  const rows = alignSource(sourceText, mtText)
  const ranges = rows.map(({ fromB }, i) => ({ from: i === 0 ? 0 : fromB, to: rows[i + 1]?.fromB ?? mtText.length }))
  const starts = follow(mtText, text, ranges.map(({ from }) => from)) // prettier-ignore
  return rows.map(({ fromA, toA }, i) => {
    const span = withoutLineEnds(mtText, ranges[i]!)
    const source = withoutLineEnds(sourceText, { from: fromA, to: toA })
    const head = withoutLineEnds(text, { from: i === 0 ? 0 : starts[i]!, to: starts[i + 1] ?? text.length })
    return {
      source: sourceText.slice(source.from, source.to),
      mt: mtText.slice(span.from, span.to),
      corrected: text.slice(head.from, head.to),
      span,
    }
  })
}
