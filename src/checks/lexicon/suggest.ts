/** Words near a misspelt one, by a walk of the automaton with a row of the edit-distance table at each state (Oflazer 1996). */
import { Automaton, type Cursor } from './automaton.ts'

/** Letters that keyboards, machines and other languages put for one another cost half. */
const close = new Set(
  ['aå', 'aä', 'oö', 'eä', 'åä', 'øö', 'æä', 'eé', 'uü', 'ks', 'ck', 'cs', 'vw', 'iy', 'jg'].flatMap(p => [
    p,
    p[1]! + p[0]!,
  ]),
)

export interface Near {
  readonly word: string
  readonly number: number
  readonly distance: number
}

/** @param most the largest distance; a swap of neighbours, a letter too many, too few or another costs 1 */
export function near(word: string, words: Automaton, accepts: (number: number) => boolean, most: number): Near[] {
  const found: Near[] = []
  const width = word.length + 1
  const first = Array.from({ length: width }, (_, i) => i)
  const visit = (cursor: Cursor, written: string, row: readonly number[], before: readonly number[] | null): void => {
    words.branches(cursor.state, cursor.number, (letter, next) => {
      const now = [(row[0] as number) + 1]
      let least = now[0] as number
      for (let i = 1; i < width; i++) {
        const own = word[i - 1] as string
        const change = own === letter ? 0 : close.has(own + letter) ? 0.5 : 1
        // a doubled letter, or one of a pair left out, costs half
        const extra = own === word[i - 2] ? 0.5 : 1
        const lacking = letter === written.at(-1) ? 0.5 : 1
        let cost = Math.min(
          (row[i - 1] as number) + change,
          (now[i - 1] as number) + extra,
          (row[i] as number) + lacking,
        )
        if (before !== null && i > 1 && own === written.at(-1) && word[i - 2] === letter)
          cost = Math.min(cost, (before[i - 2] as number) + 1)
        now.push(cost)
        if (cost < least) least = cost
      }
      if (least > most) return
      const longer = written + letter
      const distance = now[width - 1] as number
      if (next.word >= 0 && distance <= most && accepts(next.word))
        found.push({ word: longer, number: next.word, distance })
      if (longer.length < width + most) visit(next, longer, now, row)
    })
  }
  visit({ state: Automaton.root, number: 0, word: -1 }, '', first, null)
  return found
}
