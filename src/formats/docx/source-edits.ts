/** Edits of a source that may stand in each other: what is written for an element holds what was written for those in it. */
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import type { Range } from './paragraph.ts'

export class SourceEdits {
  readonly source: string
  #edits: SourceEdit[] = []

  constructor(source: string) {
    this.source = source
  }

  /** A range as it reads after the edits in it, which are done by that. */
  take({ from, to }: Range): string {
    const inside = this.#edits.filter(edit => edit.from >= from && edit.to <= to && (edit.to > from || edit.from > from) && (edit.from < to || edit.to < to)) // prettier-ignore
    if (inside.length > 0) this.#edits = this.#edits.filter(edit => !inside.includes(edit))
    const moved = inside.map(edit => ({ from: edit.from - from, to: edit.to - from, insert: edit.insert }))
    return patchSource(this.source.slice(from, to), moved)
  }

  /** Edits in the range are done away with. */
  replace({ from, to }: Range, insert: string): void {
    if (to > from) this.take({ from, to })
    this.#edits.push({ from, to, insert })
  }

  get changed(): boolean {
    return this.#edits.length > 0
  }

  result(): string {
    return patchSource(this.source, this.#edits)
  }
}
