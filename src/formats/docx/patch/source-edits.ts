/** Edits of a source that may stand in each other: what is written for an element holds what was written for those in it. */
import { firstWhere } from '../../../text/first-where.ts'
import { patchSource, type SourceEdit } from '../../lib/patch-source.ts'
import type { Range } from '../paragraph.ts'

export class SourceEdits {
  readonly source: string
  /** sorted; of those at one place, as they came */
  readonly #edits: SourceEdit[] = []

  constructor(source: string) {
    this.source = source
  }

  /** A range as it reads after the edits in it, which are done by that. */
  take({ from, to }: Range): string {
    const first = firstWhere(this.#edits, edit => edit.from >= from && edit.to > from)
    const next = firstWhere(this.#edits, edit => edit.from >= to)
    const inside: SourceEdit[] = []
    const others: SourceEdit[] = []
    for (const edit of this.#edits.slice(first, next)) (edit.to <= to ? inside : others).push(edit)
    if (inside.length > 0) this.#edits.splice(first, next - first, ...others)
    const moved = inside.map(edit => ({ from: edit.from - from, to: edit.to - from, insert: edit.insert }))
    return patchSource(this.source.slice(from, to), moved)
  }

  /** Edits in the range are done away with. */
  replace({ from, to }: Range, insert: string): void {
    if (to > from) this.take({ from, to })
    const next = firstWhere(this.#edits, edit => edit.from > from || (edit.from === from && edit.to > to))
    this.#edits.splice(next, 0, { from, to, insert })
  }

  get changed(): boolean {
    return this.#edits.length > 0
  }

  result(): string {
    return patchSource(this.source, this.#edits)
  }
}
