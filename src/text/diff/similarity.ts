import type { Candidate } from './chain.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where each paragraph's tokens lie: those of line i are `start[i] … start[i + 1]`. */
export type Starts = Int32Array

/** Words in more paragraphs than this do not point at any one of them. */
const RARE = 8
/** So many paragraphs that share the most rare words are compared in full. */
const SHORTLIST = 3
/** Up to so many pairs of paragraphs, each is compared with each. */
const ALL_PAIRS = 900

/**
 * How alike two paragraphs are: Dice's coefficient (Ecology 26, 1945) over their words as multisets, each word weighing
 * less the more often the texts use it; 0 … 1. Punctuation does not count.
 */
export class Similarity {
  private readonly a: Tokens
  private readonly b: Tokens
  private readonly startA: Starts
  private readonly startB: Starts
  private readonly weight: Float64Array
  private readonly held: Int32Array

  constructor(a: Tokens, startA: Starts, b: Tokens, startB: Starts, vocabulary: Vocabulary) {
    this.a = a
    this.b = b
    this.startA = startA
    this.startB = startB
    this.held = new Int32Array(vocabulary.size)
    const uses = new Int32Array(vocabulary.size)
    for (let at = 0; at < a.count; at++) uses[a.id[at]!]!++
    for (let at = 0; at < b.count; at++) uses[b.id[at]!]!++
    this.weight = Float64Array.from(uses, (count, id) =>
      vocabulary.isWord(id) ? 1 / (1 + Math.log2(Math.max(1, count / 2))) : 0,
    )
  }

  massA(i: number): number {
    return this.mass(this.a, this.startA, i)
  }

  massB(j: number): number {
    return this.mass(this.b, this.startB, j)
  }

  /** The weight of the words that the lines i of a and j of b (either may be several) have in common. */
  common(linesA: readonly number[], linesB: readonly number[]): number {
    const { held, weight } = this
    for (const i of linesA) for (let at = this.startA[i]!; at < this.startA[i + 1]!; at++) held[this.a.id[at]!]!++
    let sum = 0
    for (const j of linesB) {
      for (let at = this.startB[j]!; at < this.startB[j + 1]!; at++) {
        const id = this.b.id[at]!
        if (held[id]! > 0) {
          held[id]!--
          sum += weight[id]!
        }
      }
    }
    for (const i of linesA) for (let at = this.startA[i]!; at < this.startA[i + 1]!; at++) held[this.a.id[at]!] = 0
    return sum
  }

  /**
   * Pairs of the given paragraphs at least as alike as `least`, each weighing the words it keeps. Of many paragraphs
   * only those are compared that share words that are rare among them.
   */
  candidates(linesA: readonly number[], linesB: readonly number[], least: number): Candidate[] {
    const massA = new Map(linesA.map(i => [i, this.massA(i)]))
    const found: Candidate[] = []
    const shortlist = linesA.length * linesB.length <= ALL_PAIRS ? () => linesA : this.rareIndex(linesA)
    for (const j of linesB) {
      const massB = this.massB(j)
      if (massB === 0) continue
      for (const i of shortlist(j)) {
        const mass = massA.get(i)! + massB
        // common can be no more than the lighter of the two
        if (2 * Math.min(massB, mass - massB) < least * mass) continue
        const common = this.common([i], [j])
        if (2 * common >= least * mass && common > 0) found.push({ i, j, weight: 2 * common })
      }
    }
    return found
  }

  /** The paragraphs of a that share the most rare words with the line j of b. */
  private rareIndex(linesA: readonly number[]): (j: number) => number[] {
    const lines = new Map<number, number[]>()
    for (const i of linesA) {
      for (let at = this.startA[i]!; at < this.startA[i + 1]!; at++) {
        const id = this.a.id[at]!
        if (this.weight[id] === 0) continue
        const known = lines.get(id)
        if (!known) lines.set(id, [i])
        else if (known.length <= RARE && known[known.length - 1] !== i) known.push(i)
      }
    }
    return j => {
      const shared = new Map<number, number>()
      for (let at = this.startB[j]!; at < this.startB[j + 1]!; at++) {
        const holders = lines.get(this.b.id[at]!)
        if (holders && holders.length <= RARE) for (const i of holders) shared.set(i, (shared.get(i) ?? 0) + 1)
      }
      const best = [...shared].sort((left, right) => right[1] - left[1])
      return best.slice(0, SHORTLIST).map(([i]) => i)
    }
  }

  private mass(tokens: Tokens, starts: Starts, line: number): number {
    let sum = 0
    for (let at = starts[line]!; at < starts[line + 1]!; at++) sum += this.weight[tokens.id[at]!]!
    return sum
  }
}
