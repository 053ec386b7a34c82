import type { Block } from './blocks.ts'
import { countWords, isRewritten } from './rewritten.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Two changes are joined across at most so many words that stay. */
const ACROSS = 2
/** A word of so few letters says little of its own: det, ett, så. */
const SHORT_WORD = 3

/**
 * The blocks of a shortest script as a person reads them. A script may cut one correction in two at a word that stays
 * by chance, or that was moved; joining across every short word, on the other hand, chains corrections that have
 * nothing to do with each other. So two blocks become one only
 * - across brackets, quotes and hyphens between them: `Police [(CEPOL → byrå (Cepol])`;
 * - where words changed places: at most {@link ACROSS} words stay between an insertion and a deletion, or between words
 *   taken out and the same words put in: `[både är → finns både]`;
 * - across one short word, where one of the two only puts in or takes out words: `[blir det → är det så]`;
 * never across other punctuation or a line break. Where hardly anything stays, the whole is one.
 */
export function joined(blocks: readonly Block[], a: Tokens, b: Tokens, vocabulary: Vocabulary): Block[] {
  const first = blocks[0]
  const last = blocks[blocks.length - 1]
  if (!first || !last) return []
  if (isRewritten(blocks, a, b, vocabulary)) {
    return [{ fromA: first.fromA, toA: last.toA, fromB: first.fromB, toB: last.toB }]
  }
  const result: Block[] = []
  for (const block of blocks) {
    const before = result[result.length - 1]
    if (before && mayJoin(before, block, a, b, vocabulary)) {
      before.toA = block.toA
      before.toB = block.toB
    } else result.push({ ...block })
  }
  return result
}

function mayJoin(left: Block, right: Block, a: Tokens, b: Tokens, vocabulary: Vocabulary): boolean {
  const kept = right.fromA - left.toA
  if (kept > 2 * ACROSS) return false
  const words = countWords(a, left.toA, right.fromA, vocabulary)
  if (words > ACROSS || (words > 0 && words < kept) || crossesLine(left, right, a, b)) return false
  if (words === 0) return areBinding(a, left.toA, right.fromA) && areBinding(b, left.toB, right.fromB)
  const [before, after] = [kindOf(left, a, b, vocabulary), kindOf(right, a, b, vocabulary)]
  if (before === 'replaces' && after === 'replaces') return false
  if (before === 'signs' || after === 'signs') return false
  if (before !== after && before !== 'replaces' && after !== 'replaces') return true
  if (before !== after && isMoved(left, right, a, b)) return true
  const isShort = words === 1 && a.to[left.toA]! - a.from[left.toA]! <= SHORT_WORD
  return isShort && before !== after
}

type Kind = 'inserts' | 'deletes' | 'replaces' | 'signs'

/** `signs` where only punctuation is put in or taken out. */
function kindOf(block: Block, a: Tokens, b: Tokens, vocabulary: Vocabulary): Kind {
  if (block.fromA < block.toA && block.fromB < block.toB) return 'replaces'
  const inA = countWords(a, block.fromA, block.toA, vocabulary)
  if (inA + countWords(b, block.fromB, block.toB, vocabulary) === 0) return 'signs'
  return block.fromA === block.toA ? 'inserts' : 'deletes'
}

/** Whether words that one of the blocks puts in are all among those the other takes out, or the other way round. */
function isMoved(left: Block, right: Block, a: Tokens, b: Tokens): boolean {
  const out = ({ fromA, toA }: Block): Int32Array => a.id.subarray(fromA, toA)
  const put = ({ fromB, toB }: Block): Int32Array => b.id.subarray(fromB, toB)
  const within = (part: Int32Array, whole: Int32Array): boolean =>
    part.length > 0 && part.length <= whole.length && part.every(id => whole.includes(id))
  const between = (pure: Block, other: Block): boolean =>
    (pure.fromA === pure.toA && within(put(pure), out(other))) ||
    (pure.fromB === pure.toB && within(out(pure), put(other)))
  return between(left, right) || between(right, left)
}

/** Whether the tokens are brackets, quotes, or hyphens that stand against a word (a dash between spaces parts). */
function areBinding(tokens: Tokens, from: number, to: number): boolean {
  const { text } = tokens
  for (let at = from; at < to; at++) {
    const [start, end] = [tokens.from[at]!, tokens.to[at]!]
    const sign = text.slice(start, end)
    const isLoose = /^\s?$/u.test(text.slice(Math.max(0, start - 1), start)) && /^\s?$/u.test(text.slice(end, end + 1))
    if (/^[-‐‑–—]/u.test(sign) ? isLoose : !/^[()[\]{}"'“”„»«’‘‚‹›]/u.test(sign)) return false
  }
  return true
}

function crossesLine(left: Block, right: Block, a: Tokens, b: Tokens): boolean {
  const inA = a.text.slice(a.from[left.toA], a.to[right.fromA - 1])
  const inB = b.text.slice(b.from[left.toB], b.to[right.fromB - 1])
  return inA.includes('\n') || inB.includes('\n')
}
