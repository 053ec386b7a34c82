/** A sentence cut into runs of figures, runs of letters and signs: what facts are read from, in any language. */
import type { Span } from '../../text/span.ts'

export interface Piece extends Span {
  /** in lower case */
  readonly text: string
  readonly kind: 'figure' | 'word' | 'sign'
  /** nothing between it and the piece before */
  readonly glued: boolean
  readonly capital: boolean
}

export interface Line {
  readonly text: string
  /** in lower case, of the same length; every space is U+0020, addresses are spaces */
  readonly lower: string
  readonly pieces: readonly Piece[]
}

/** Figures in these are no facts. */
const address = /(?:https?:\/\/|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+|&#?\w{1,10};/gi
const piece = /(?<figure>[0-9]+)|(?<word>[\p{L}\p{M}]+)|(?<sign>[^\s0-9\p{L}\p{M}])/gu

const lowerCase = (text: string): string =>
  text.replace(/\p{Lu}/gu, letter => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })

export function readLine(text: string): Line {
  const masked = text.replace(address, found => ' '.repeat(found.length)).replace(/\s/g, ' ')
  const lower = lowerCase(masked)
  const pieces: Piece[] = []
  for (const match of lower.matchAll(piece)) {
    const from = match.index
    const [found] = match
    const kind =
      match.groups?.['figure'] !== undefined ? 'figure' : match.groups?.['word'] !== undefined ? 'word' : 'sign'
    pieces.push({
      from,
      to: from + found.length,
      text: found,
      kind,
      glued: pieces.at(-1)?.to === from,
      capital: kind === 'word' && masked.charAt(from) !== found.charAt(0),
    })
  }
  return { text, lower, pieces }
}

/** The first piece at or after an offset. */
export const pieceFrom = (line: Line, at: number, start: number): number => {
  let index = start
  while ((line.pieces[index]?.from ?? Infinity) < at) index++
  return index
}

/** What a pattern with the flag y finds at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
