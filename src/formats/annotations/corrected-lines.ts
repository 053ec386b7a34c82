/** Segments as annotators would have them read. */
import type { ReadRevision } from '../document.ts'

interface Corrected {
  at: number | null
  /** by the number of the line */
  readonly lines: Map<number, string>
}

/** The corrected segments of a text, gathered by who corrected them. */
export class CorrectedLines {
  readonly #byAuthor = new Map<string, Corrected>()

  /** @param at epoch ms; null where it is not known */
  add(author: string, line: number, text: string, at: number | null): void {
    const by = this.#byAuthor.get(author) ?? { at: null, lines: new Map<number, string>() }
    by.lines.set(line, text.replaceAll('\n', '\u2028'))
    if (at !== null) by.at = Math.max(by.at ?? at, at)
    this.#byAuthor.set(author, by)
  }

  /** A revision for each author, in the order of their first correction; each goes on from the one before. */
  revisionsOf(lines: readonly string[]): ReadRevision[] {
    const revisions: ReadRevision[] = []
    let now = lines
    for (const [author, { at, lines: changed }] of this.#byAuthor) {
      const next = now.map((line, i) => changed.get(i) ?? line)
      if (next.some((line, i) => line !== now[i])) revisions.push({ author, at, summary: '', text: next.join('\n') })
      now = next
    }
    return revisions
  }
}
