import { classOf, MARK } from './characters.ts'
import type { Tokens } from './tokens.ts'
import type { Hunk } from './types.ts'

/** A hunk counted in tokens: those of a replaced by those of b. Adjacent blocks have a kept token between them. */
export interface Block {
  fromA: number
  toA: number
  fromB: number
  toB: number
}

/** The blocks between the tokens that stay (`partner[i] = j`, else -1) in two ranges of tokens. */
export function blocksBetween(partner: Int32Array, fromA: number, toA: number, fromB: number, toB: number): Block[] {
  const blocks: Block[] = []
  let i = fromA
  let j = fromB
  while (i < toA || j < toB) {
    let next = i
    while (next < toA && partner[next] === -1) next++
    const end = next < toA ? partner[next]! : toB
    if (next > i || end > j) blocks.push({ fromA: i, toA: next, fromB: j, toB: end })
    i = next
    j = end
    while (i < toA && partner[i] === j) {
      i++
      j++
    }
  }
  return blocks
}

/** The characters a row compares, and which tokens lie in them. */
export interface Frame {
  readonly chars: Hunk
  readonly tokens: Hunk
}

const isSpace = (code: number): boolean => code <= 32 || (code >= 128 && /\s/u.test(String.fromCharCode(code)))

const isMark = (text: string, at: number, to: number): boolean => at < to && classOf(text.charCodeAt(at)) === MARK

/**
 * The blocks as hunks of characters, appended to `hunks`. A hunk takes what differs between the two kept tokens around
 * it, white space included, without the white space that both sides begin or end with; between two kept tokens
 * without a block, what differs in white space alone is a hunk too.
 */
export function hunksOf(a: Tokens, b: Tokens, frame: Frame, blocks: readonly Block[], hunks: Hunk[]): void {
  const { chars, tokens } = frame
  let i = tokens.fromA
  let j = tokens.fromB
  let endA = chars.fromA
  let endB = chars.fromB
  const gap = (startA: number, startB: number): void => {
    if (startA - endA === startB - endB) {
      let at = endA
      let other = endB
      while (at < startA && a.text.charCodeAt(at) === b.text.charCodeAt(other)) {
        at++
        other++
      }
      if (at === startA) return
    }
    let fromA = endA
    let fromB = endB
    let toA = startA
    let toB = startB
    while (fromA < toA && fromB < toB && isSpace(a.text.charCodeAt(fromA)) && a.text[fromA] === b.text[fromB]) {
      fromA++
      fromB++
    }
    // a space that bears a combining mark is a sign, not white space
    if (fromA > endA && (isMark(a.text, fromA, toA) || isMark(b.text, fromB, toB))) {
      fromA--
      fromB--
    }
    while (toA > fromA && toB > fromB && isSpace(a.text.charCodeAt(toA - 1)) && a.text[toA - 1] === b.text[toB - 1]) {
      toA--
      toB--
    }
    hunks.push({ fromA, toA, fromB, toB })
  }
  for (let at = 0; at <= blocks.length; at++) {
    const block = blocks[at]
    const until = block ? block.fromA : tokens.toA
    for (; i < until; i++, j++) {
      gap(a.from[i]!, b.from[j]!)
      endA = a.to[i]!
      endB = b.to[j]!
    }
    if (block) {
      i = block.toA
      j = block.toB
    }
  }
  gap(chars.toA, chars.toB)
}
