import { blocksBetween, hunksOf, type Frame } from './blocks.ts'
import { Sequences } from './sequence.ts'
import { slide } from './slide.ts'
import { joined } from './tidy.ts'
import { Tokens } from './tokens.ts'
import type { Hunk } from './types.ts'
import { Vocabulary } from './vocabulary.ts'

/** Two texts cut into tokens, as far as they have been added, ready to be compared piece by piece. */
export class WordDiff {
  readonly vocabulary: Vocabulary
  readonly a: Tokens
  readonly b: Tokens
  /** tokens removed and inserted so far, before hunks are joined: what a shortest script is measured by */
  marked = 0
  private comparison: { readonly sequences: Sequences; readonly partner: Int32Array } | undefined

  constructor(a: string, b: string) {
    this.vocabulary = new Vocabulary(a, b)
    this.a = new Tokens(a, 0, this.vocabulary)
    this.b = new Tokens(b, 1, this.vocabulary)
  }

  /** Appends the hunks within a frame, in order. All tokens must have been added before the first call. */
  compare(frame: Frame, hunks: Hunk[]): void {
    const { a, b, vocabulary } = this
    this.comparison ??= this.begin()
    const { partner, sequences } = this.comparison
    const { fromA, toA, fromB, toB } = frame.tokens
    sequences.match(fromA, toA, fromB, toB)
    const blocks = blocksBetween(partner, fromA, toA, fromB, toB)
    for (const block of blocks) this.marked += block.toA - block.fromA + block.toB - block.fromB
    slide(blocks, a, b, fromA, toA)
    hunksOf(a, b, frame, joined(blocks, a, b, vocabulary), hunks)
  }

  private begin(): { readonly sequences: Sequences; readonly partner: Int32Array } {
    const partner = new Int32Array(this.a.count).fill(-1)
    return { sequences: new Sequences(this.a.id, this.b.id, partner), partner }
  }
}

/**
 * What changed inside one paragraph (or several, with their line breaks), in words, as a person reads it. Offsets are
 * in UTF-16 code units of a and b; replacing each hunk's a-range by its b-range gives b. Bounded time, always a result.
 */
export function diffParagraph(a: string, b: string): Hunk[] {
  const hunks: Hunk[] = []
  if (a === b) return hunks
  const words = new WordDiff(a, b)
  words.a.add(0, a.length)
  words.b.add(0, b.length)
  words.compare(
    {
      chars: { fromA: 0, toA: a.length, fromB: 0, toB: b.length },
      tokens: { fromA: 0, toA: words.a.count, fromB: 0, toB: words.b.count },
    },
    hunks,
  )
  return hunks
}
