/** The text of stories as it reads once some tracked changes are accepted, and where everything stands in it. */
import type { Span } from '../../text/span.ts'
import { isSeen, type Accepts } from './change.ts'
import { textOf, type Atom, type Paragraph } from './paragraph.ts'
import type { Story } from './story.ts'

/** A paragraph in a text. `at`: where its first character stands. */
export interface Placed {
  readonly story: Story
  readonly paragraph: Paragraph
  readonly at: number
}

export interface Layout {
  /** a paragraph a line */
  readonly text: string
  readonly placed: readonly Placed[]
  readonly accepts: Accepts
}

/**
 * A paragraph whose mark is not seen is one with the next where both can be one; where it stands alone, before a table, it goes if nothing is left
 * in it.
 * @param skipped a paragraph that is no text: the title
 */
export function layOut(stories: readonly Story[], accepts: Accepts, skipped: Paragraph | undefined): Layout {
  const lines: string[] = []
  const placed: Placed[] = []
  let length = 0
  let line: string | null = null
  for (const story of stories)
    for (const paragraph of story.paragraphs) {
      if (paragraph === skipped) continue
      placed.push({ story, paragraph, at: length + (line?.length ?? 0) })
      line = (line ?? '') + textOf(paragraph, atom => isSeen(atom.changes, accepts))
      if (!isSeen(paragraph.mark, accepts)) {
        if (paragraph.joinsNext) continue
        if (line === '') {
          line = null
          continue
        }
      }
      lines.push(line)
      length += line.length + 1
      line = null
    }
  if (line !== null) lines.push(line)
  return { text: lines.join('\n'), placed, accepts }
}

/** Where an offset of a story's source stands in a text; undefined where it is in no paragraph of it. */
export function offsetOf({ placed, accepts, text }: Layout, story: Story, offset: number): number | undefined {
  let inner: Placed | undefined
  for (const each of placed) {
    if (each.story !== story || each.paragraph.from > offset || each.paragraph.to <= offset) continue
    if (!inner || each.paragraph.from > inner.paragraph.from) inner = each
  }
  if (!inner) return undefined
  const before = (atom: Atom): boolean => atom.from < offset && isSeen(atom.changes, accepts)
  return Math.min(text.length, inner.at + textOf(inner.paragraph, before).length)
}

/** A range of a story's source in a text; what begins or ends between paragraphs does so at the next, or the last one before. */
export function spanOf(layout: Layout, story: Story, start: number, end: number): Span {
  const within = layout.placed.filter(each => each.story === story)
  const first = offsetOf(layout, story, start) ?? within.find(({ paragraph }) => paragraph.from >= start)?.at
  const lastBefore = within.findLast(({ paragraph }) => paragraph.to <= end)
  const last = offsetOf(layout, story, end) ?? (lastBefore && endOf(layout, lastBefore))
  const from = first ?? layout.text.length
  return { from, to: Math.max(from, last ?? from) }
}

const endOf = ({ accepts, text }: Layout, { paragraph, at }: Placed): number =>
  Math.min(text.length, at + textOf(paragraph, atom => isSeen(atom.changes, accepts)).length)
