import type { Block } from './blocks.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where less of the shorter side than this stays, it stays by chance (och, i, att …): the whole is one hunk … */
const BY_CHANCE = 0.25
/** … if the shorter side has at least so many words; of fewer, one that stays may be what matters. */
const ENOUGH = 8

/** Whether next to nothing stays between the first of the blocks and the last. */
export function isRewritten(blocks: readonly Block[], a: Tokens, b: Tokens, vocabulary: Vocabulary): boolean {
  const first = blocks[0]!
  const last = blocks[blocks.length - 1]!
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

export function countWords(tokens: Tokens, from: number, to: number, vocabulary: Vocabulary): number {
  let count = 0
  for (let at = from; at < to; at++) if (vocabulary.isWord(tokens.id[at]!)) count++
  return count
}
