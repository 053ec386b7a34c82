import { headsWithMt, type HeadWithMt } from '../../store/batch-texts.ts'
import { diffByLines } from '../../text/diff/by-lines.ts'
import { diffTexts } from '../../text/diff/index.ts'
import type { Deps } from '../deps.ts'
import { takeTurns } from '../take-turns.ts'

/** So many texts are read at once. */
export const textsAtOnce = 50

/** Comparisons made for a batch are not kept: thousands of them would push out those of the articles that people are at. */
export const uncached: Pick<Deps, 'hunks'> = {
  hunks: { diff: (a, b, fixed = false) => (fixed ? diffByLines : diffTexts)(a.text, b.text) },
}

/**
 * The heads of some translations, some read at a time, while others have their turn; those that are gone are none. In the order of their
 * ids, as every transaction takes its locks, so that two never wait for each other in a ring.
 */
export async function* eachHead(deps: Deps, translationIds: Iterable<string>): AsyncGenerator<HeadWithMt> {
  const turn = takeTurns()
  const ids = [...translationIds].sort()
  for (let at = 0; at < ids.length; at += textsAtOnce) {
    const heads = await headsWithMt(deps.store.db, ids.slice(at, at + textsAtOnce))
    for (const head of heads.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      yield head
      await turn()
    }
  }
}
