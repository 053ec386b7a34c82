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

/**
 * The words near one that begin as it does: misspelt words seldom miss their first letter, and most of the automaton is never seen.
 * @param most the largest distance; a swap of neighbours, a letter too many, too few or another costs 1
 */
export function near(word: string, words: Automaton, accepts: (number: number) => boolean, most: number): Near[] {
  const found: Near[] = []
  const width = word.length + 1
  const depth = width + Math.ceil(most) + 1
  // a row of the table for each depth of the walk, made once
  const rows = Array.from({ length: depth + 1 }, () => new Float32Array(width))
  rows[0]?.set(Array.from({ length: width }, (_, i) => i))
  const walk = (cursor: Cursor, written: string): void => {
    const at = written.length
    if (at >= depth) return
    words.branches(cursor.state, cursor.number, (letter, next) => {
      if (at === 0 && letter !== word[0] && !close.has(letter + word[0])) return
      const least = fillRow(rows, at + 1, word, letter, written)
      if (least > most) return
      const longer = written + letter
      const distance = rows[at + 1]?.[width - 1] ?? Infinity
      if (next.word >= 0 && distance <= most && accepts(next.word))
        found.push({ word: longer, number: next.word, distance })
      walk(next, longer)
    })
  }
  walk({ state: Automaton.root, number: 0, word: -1 }, '')
  return found
}

/** The row of one more letter; gives the least of it. */
function fillRow(rows: readonly Float32Array[], at: number, word: string, letter: string, written: string): number {
  const [now, row, before] = [rows[at], rows[at - 1], rows[at - 2]] as [
    Float32Array,
    Float32Array,
    Float32Array | undefined,
  ]
  const last = written.at(-1)
  // a doubled letter, or one of a pair left out, costs half
  const lacking = letter === last ? 0.5 : 1
  now[0] = at
  let least = at
  for (let i = 1; i < now.length; i++) {
    const own = word[i - 1] as string
    const change = own === letter ? 0 : close.has(own + letter) ? 0.5 : 1
    const extra = own === word[i - 2] ? 0.5 : 1
    let cost = Math.min((row[i - 1] as number) + change, (now[i - 1] as number) + extra, (row[i] as number) + lacking)
    if (before !== undefined && i > 1 && own === last && word[i - 2] === letter)
      cost = Math.min(cost, (before[i - 2] as number) + 1)
    now[i] = cost
    if (cost < least) least = cost
  }
  return least
}
