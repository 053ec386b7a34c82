import type { Block } from './blocks.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where less of the shorter side than this stays, it stays by chance (och, i, att …): the whole is one hunk … */
const BY_CHANCE = 0.25
/** … if the shorter side has at least so many words; of fewer, one that stays may be what matters. */
const ENOUGH = 8

/** A change that only puts in or only takes out joins its neighbour across so many words. */
const ACROSS = 2

/**
 * The blocks of a shortest script as a person reads them. A script may cut one correction in two at a word that stays
 * by chance, or that moved; joining across every short word, on the other hand, chains corrections that have nothing
 * to do with each other. So two blocks become one only across brackets, quotes and hyphens, or across at most
 * {@link ACROSS} words where one of the two is a pure insertion or deletion of words; never across other punctuation.
 * Where hardly anything stays, the whole is one.
 */
export function joined(blocks: readonly Block[], a: Tokens, b: Tokens, vocabulary: Vocabulary): Block[] {
  const first = blocks[0]
  const last = blocks[blocks.length - 1]
  if (!first || !last) return []
  if (isRewritten(blocks, first, last, a, b, vocabulary)) {
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

/** Whether next to nothing stays between the first and the last block. */
function isRewritten(
  blocks: readonly Block[],
  first: Block,
  last: Block,
  a: Tokens,
  b: Tokens,
  vocabulary: Vocabulary,
): boolean {
  const sizeA = last.toA - first.fromA
  const sizeB = last.toB - first.fromB
  const kept = sizeA - blocks.reduce((sum, block) => sum + block.toA - block.fromA, 0)
  // a cheap bound first: words are at most tokens, and most tokens are words
  if (blocks.length < 2 || kept > Math.min(sizeA, sizeB) / 2) return false
  const wordsA = countWords(a, first.fromA, last.toA, vocabulary)
  const wordsB = countWords(b, first.fromB, last.toB, vocabulary)
  const changed = blocks.reduce((sum, block) => sum + countWords(a, block.fromA, block.toA, vocabulary), 0)
  const shorter = Math.min(wordsA, wordsB)
  return shorter >= ENOUGH && wordsA - changed < BY_CHANCE * shorter
}

function countWords(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): number {
  let count = 0
  for (let at = from; at < to; at++) if (vocabulary.isWord(tokens.id[at]!)) count++
  return count
}

function mayJoin(left: Block, right: Block, a: Tokens, b: Tokens, vocabulary: Vocabulary): boolean {
  const kept = right.fromA - left.toA
  if (kept > 2 * ACROSS) return false
  let words = 0
  let signs = 0
  for (let i = left.toA; i < right.fromA; i++) {
    if (vocabulary.isWord(a.id[i]!)) words++
    else if (/^[()[\]{}"'“”„»«’‘‚‹›‐‑–—-]/u.test(a.text.slice(a.from[i], a.to[i]))) signs++
    else return false
  }
  if (words === 0) return signs > 0
  if (signs > 0 || words > ACROSS || crossesLine(left, right, a, b)) return false
  return isOneSided(left, a, b, vocabulary) || isOneSided(right, a, b, vocabulary)
}

function crossesLine(left: Block, right: Block, a: Tokens, b: Tokens): boolean {
  const inA = a.text.slice(a.from[left.toA], a.to[right.fromA - 1])
  const inB = b.text.slice(b.from[left.toB], b.to[right.fromB - 1])
  return inA.includes('\n') || inB.includes('\n')
}

/** Nothing on one side, and words, not only punctuation, on the other. */
function isOneSided(block: Block, a: Tokens, b: Tokens, vocabulary: Vocabulary): boolean {
  if (block.fromA < block.toA && block.fromB < block.toB) return false
  return hasWord(a, block.fromA, block.toA, vocabulary) || hasWord(b, block.fromB, block.toB, vocabulary)
}

function hasWord(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): boolean {
  for (let at = from; at < to; at++) if (vocabulary.isWord(tokens.id[at]!)) return true
  return false
}
