/** Names are compared piece by piece: `Nordrhein-Westfalen`, `Nordrhein Westfalen` and `Nord- rhein-Westfalen` have the same pieces. */
import type { Span } from '../../text/span.ts'
import { oncePerReading } from '../reading.ts'

/** How a piece is joined to the one before it. */
export type Join = 'space' | 'hyphen' | 'nothing'

export interface Piece extends Span {
  /** lower-cased, composed, with straight apostrophes */
  readonly text: string
  readonly join: Join
  /** its token's place in `Reading.tokens` */
  readonly token: number
}

const hyphens = /[-‐‑]/
const joined = /[-‐‑’]/
const plain = (text: string): string => text.toLowerCase().normalize('NFC').replaceAll('’', "'")

/** The same cut as readText makes, and hyphens cut out. */
const phrase = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[:’'][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|[^\s‐‑-]/gu

/** The pieces of a name in a data file. */
export const piecesOf = (name: string): readonly string[] => Array.from(name.matchAll(phrase), match => plain(match[0]))

/** The pieces of a text; the same list each time it is asked for. */
export const piecesIn = oncePerReading(({ tokens }): readonly Piece[] => {
  const pieces: Piece[] = []
  let join: Join | null = null
  for (const token of tokens) {
    const next = tokens[token.index + 1]
    // `Nord- Macedonia`, `EU -länder`: a hyphen with a space on one side still joins
    if (token.kind === 'sign' && hyphens.test(token.text) && !(token.spaced && (next?.spaced ?? true))) {
      join = 'hyphen'
      continue
    }
    if (token.kind === 'sign' || !joined.test(token.text)) {
      const { from, to, lower, index, spaced } = token
      pieces.push({ from, to, text: lower, join: join ?? (spaced ? 'space' : 'nothing'), token: index })
      join = null
      continue
    }
    let from = token.from
    for (const part of token.text.split(hyphens)) {
      const to = from + part.length
      const before: Join = from > token.from ? 'hyphen' : (join ?? (token.spaced ? 'space' : 'nothing'))
      if (part !== '') pieces.push({ from, to, text: plain(part), join: before, token: token.index })
      join = null
      from = to + 1
    }
  }
  return pieces
})
