import type { Block } from './blocks.ts'
import type { Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A change that only puts in or only takes out joins its neighbour across so many words. */
const ACROSS = 2

/**
 * The blocks of a shortest script as a person reads them. A script may cut one correction in two at a word that stays
 * by chance, or that moved; joining across every short word, on the other hand, chains corrections that have nothing
 * to do with each other. So two blocks become one only across brackets, quotes and hyphens, or across at most
 * {@link ACROSS} words where one of the two is a pure insertion or deletion of words; never across other punctuation.
 */
export function joined(blocks: readonly Block[], a: Tokens, b: Tokens, vocabulary: Vocabulary): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const last = result[result.length - 1]
    if (last && mayJoin(last, block, a, b, vocabulary)) {
      last.toA = block.toA
      last.toB = block.toB
    } else result.push({ ...block })
  }
  return result
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
