/** The text of stories as it reads once some tracked changes are accepted, and where everything stands in it. */
import type { Span } from '../../../text/span.ts'
import { isSeen, type Accepts } from '../change.ts'
import { textOf, type Paragraph } from '../paragraph.ts'
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

/** Finds where places of a story's source stand in a text. */
export class Locator {
  readonly #layout: Layout
  /** those of the story, as they begin in the source */
  readonly #placed: readonly Placed[]
  /** of a paragraph, where its atoms begin: in the source, and in the text */
  readonly #atoms = new Map<Placed, { readonly from: number; readonly at: number }[]>()

  constructor(layout: Layout, story: Story) {
    this.#layout = layout
    this.#placed = layout.placed
      .filter(each => each.story === story)
      .toSorted((a, b) => a.paragraph.from - b.paragraph.from)
  }

  /** The text of the atoms of a paragraph before an offset ends here; of all where none is given. */
  #in(placed: Placed, offset = Infinity): number {
    let atoms = this.#atoms.get(placed)
    if (!atoms) {
      let { at } = placed
      atoms = []
      for (const { atoms: inRun } of placed.paragraph.runs)
        for (const { from, text, changes } of inRun) {
          atoms.push({ from, at })
          if (isSeen(changes, this.#layout.accepts)) at += text.length
        }
      atoms.push({ from: Infinity, at })
      this.#atoms.set(placed, atoms)
    }
    return (atoms[first(atoms.length - 1, i => (atoms[i]?.from ?? 0) >= offset)] ?? placed).at
  }

  /** The innermost paragraph around an offset, or the index of the first that begins behind it. */
  #find(offset: number): { readonly inner: Placed | undefined; readonly next: number } {
    const next = first(this.#placed.length, i => (this.#placed[i]?.paragraph.from ?? 0) > offset)
    // a paragraph stands in few others: in those whose text boxes hold it
    for (let i = next - 1; i >= Math.max(0, next - 200); i--) {
      const placed = this.#placed[i]
      if (placed && placed.paragraph.to > offset) return { inner: placed, next }
      if (placed && !placed.paragraph.aside) break
    }
    return { inner: undefined, next }
  }

  /** A range of the source; what begins or ends between paragraphs does so at the next, or the last one before. */
  span(start: number, end: number): Span {
    const { length } = this.#layout.text
    const [begins, ends] = [this.#find(start), this.#find(end)]
    const from = Math.min(
      length,
      begins.inner ? this.#in(begins.inner, start) : (this.#placed[begins.next]?.at ?? length),
    )
    const before = ends.inner ?? this.#placed[ends.next - 1]
    const to = before ? this.#in(before, ends.inner ? end : undefined) : from
    return { from, to: Math.min(length, Math.max(from, to)) }
  }
}

/** The first index below `length` that something holds for, as it does for all after it; else `length`. */
function first(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
