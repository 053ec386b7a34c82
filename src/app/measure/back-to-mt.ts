import { firstWhere } from '../../text/first-where.ts'
import { keptRuns } from '../../text/kept-runs.ts'
import type { Span } from '../../text/span.ts'
import type { MeasuredParagraph } from './measure-texts.ts'

/** The last paragraph of the head that begins at or before a place, and has words in the head. */
function paragraphAt(paragraphs: readonly MeasuredParagraph[], at: number): MeasuredParagraph | undefined {
  let n = Math.max(0, firstWhere(paragraphs, ({ b }) => b.from > at) - 1)
  // those that were deleted stand at a point
  while (n > 0 && isPoint((paragraphs[n] as MeasuredParagraph).b)) n -= 1
  return paragraphs[n]
}

const isPoint = ({ from, to }: Span): boolean => from === to

/** Where words of the head stand in the MT; null where none of them is the MT's. @param paragraphs in the head's order */
export function backToMt(paragraphs: readonly MeasuredParagraph[], { from, to }: Span): Span | null {
  const paragraph = paragraphAt(paragraphs, from)
  if (!paragraph || isPoint(paragraph.a) || isPoint(paragraph.b)) return null
  const end = Math.min(to, paragraph.b.to)
  const kept = keptRuns(paragraph, paragraph.hunks)
    .map(run => ({ from: Math.max(from - run.by, run.from), to: Math.min(end - run.by, run.to) }))
    // of words, one at least was left; a point may stand at the edge of what was
    .filter(run => run.from < run.to || (run.from === run.to && from === to))
  const [first, last] = [kept[0], kept.at(-1)]
  return first && last ? { from: first.from, to: last.to } : null
}
