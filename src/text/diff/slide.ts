import type { Block } from './blocks.ts'
import type { Tokens } from './tokens.ts'

/** No insertion is looked at in more places than this. */
const FARTHEST = 40

/**
 * Where words are only put in (or only taken out), a shortest script often leaves open which of equal ones: in
 * `Det [var kul. Det] är bra` the insertion may as well begin one word earlier. Such a block is moved (in place) to where
 * it begins with a line, or a sentence, or after a comma, in this order; else it stays. The choice follows the idea of
 * Neil Fraser's "semantic alignment" (Diff Strategies, 2006).
 */
export function slide(blocks: readonly Block[], tokensA: Tokens, tokensB: Tokens, startA: number, endA: number): void {
  blocks.forEach((block, at) => {
    const inserts = block.fromA === block.toA
    if (!inserts && block.fromB !== block.toB) return
    const tokens = inserts ? tokensB : tokensA
    const from = inserts ? block.fromB : block.fromA
    const to = inserts ? block.toB : block.toA
    const keptBefore = block.fromA - (blocks[at - 1]?.toA ?? startA)
    const keptAfter = (blocks[at + 1]?.fromA ?? endA) - block.toA
    const by = bestShift(
      tokens,
      from,
      to,
      Math.min(keptBefore - (at > 0 ? 1 : 0), FARTHEST),
      Math.min(keptAfter - 1, FARTHEST),
    )
    block.fromA += by
    block.toA += by
    block.fromB += by
    block.toB += by
  })
}

function bestShift(tokens: Tokens, from: number, to: number, left: number, right: number): number {
  const { id } = tokens
  let least = 0
  while (-least < left && id[from + least - 1] === id[to + least - 1]) least--
  let most = 0
  while (most < right && id[from + most] === id[to + most]) most++
  if (least === most) return 0
  let best = 0
  let worth = beginning(tokens, from)
  for (let shift = most; shift >= least; shift--) {
    const here = beginning(tokens, from + shift)
    if (here > worth) {
      best = shift
      worth = here
    }
  }
  return best
}

/** How good a place the token is to begin something new. */
function beginning(tokens: Tokens, at: number): number {
  if (at === 0) return 4
  const end = tokens.to[at - 1]!
  const between = tokens.text.slice(end, tokens.from[at])
  if (between.includes('\n')) return 4
  if (between === '') return 0
  const before = tokens.text[end - 1]!
  return '.!?…'.includes(before) ? 3 : ',;:'.includes(before) ? 2 : 1
}
