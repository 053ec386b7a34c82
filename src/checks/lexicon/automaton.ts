/** Words in a minimal automaton that numbers them: `scripts/lexicon/automaton.ts` builds it and tells its parts. */
export interface Parts {
  readonly alphabet: string
  readonly label: Uint8Array
  readonly target: Uint32Array
  readonly mark: Uint8Array
  readonly skip: Uint32Array
}

/** A place in the automaton: the state reached, and how many words come before those that go on from here. */
export interface Cursor {
  readonly state: number
  readonly number: number
  /** the number of the word that ends here, or -1 */
  readonly word: number
}

export class Automaton {
  private readonly parts: Parts
  private readonly codes: ReadonlyMap<number, number>
  static readonly root = 1

  constructor(parts: Parts) {
    this.parts = parts
    this.codes = new Map(Array.from({ length: parts.alphabet.length }, (_, i) => [parts.alphabet.charCodeAt(i), i]))
  }

  /** The number of a word, from 0 in the order of code units; -1 where it is not there. */
  find(word: string): number {
    let state = Automaton.root
    let number = 0
    let ends = -1
    for (let i = 0; i < word.length; i++) {
      const edge = this.edge(state, word.charCodeAt(i))
      if (edge === 0) return -1
      number += this.skipOf(edge)
      ends = (this.markOf(edge) & 1) === 1 ? number : -1
      if (ends >= 0) number++
      state = this.targetOf(edge)
    }
    return ends
  }

  /** The words that `text` begins with from `at` on, shortest first: `visit(end, number)`. */
  prefixes(text: string, at: number, visit: (end: number, number: number) => void): void {
    let state = Automaton.root
    let number = 0
    for (let i = at; i < text.length; i++) {
      const edge = this.edge(state, text.charCodeAt(i))
      if (edge === 0) return
      number += this.skipOf(edge)
      if ((this.markOf(edge) & 1) === 1) visit(i + 1, number++)
      state = this.targetOf(edge)
    }
  }

  /** What can follow a state: `visit(letter, state, wordThatEnds, wordsBefore)`. */
  branches(state: number, number: number, visit: (letter: string, cursor: Cursor) => void): void {
    if (state === 0) return
    for (let edge = state; ; edge++) {
      const before = number + this.skipOf(edge)
      const ends = (this.markOf(edge) & 1) === 1
      visit(this.parts.alphabet.charAt(this.parts.label[edge] as number), {
        state: this.targetOf(edge),
        number: ends ? before + 1 : before,
        word: ends ? before : -1,
      })
      if ((this.markOf(edge) & 2) === 2) return
    }
  }

  /** The edge of a letter out of a state; 0 where there is none. */
  private edge(state: number, letter: number): number {
    const code = this.codes.get(letter)
    if (code === undefined || state === 0) return 0
    for (let edge = state; ; edge++) {
      if (this.parts.label[edge] === code) return edge
      if ((this.markOf(edge) & 2) === 2) return 0
    }
  }

  private skipOf(edge: number): number {
    return this.parts.skip[edge] as number
  }
  private markOf(edge: number): number {
    return this.parts.mark[edge] as number
  }
  private targetOf(edge: number): number {
    return this.parts.target[edge] as number
  }
}
