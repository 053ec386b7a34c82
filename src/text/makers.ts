/** Which revisions made a hunk: from where its words came, and by whom the others were taken away. */
import { blame, takenAway, type Numbered, type Origin } from './blame.ts'
import type { Hunk } from './diff/index.ts'
import { firstWhere } from './first-where.ts'

/** The first passage that ends after `at`. */
const firstAfter = (passages: readonly Origin[], at: number): number => firstWhere(passages, ({ to }) => to > at)

function within(passages: readonly Origin[], from: number, to: number, found: Set<number>): void {
  for (let i = firstAfter(passages, from); i < passages.length; i++) {
    const { from: start, revision } = passages[i] as Origin
    if (start >= to) return
    if (revision > 0) found.add(revision)
  }
}

/** The passage nearest to `at` that a revision made; the later one of two as near. */
function nearest(passages: readonly Origin[], at: number): { readonly revision: number; readonly away: number } {
  const start = firstAfter(passages, at)
  let best = { revision: 0, away: Infinity }
  const look = ({ from, to, revision }: Origin): boolean => {
    const away = Math.max(0, from - at, at - to)
    if (revision > 0 && (away < best.away || (away === best.away && revision > best.revision)))
      best = { revision, away }
    return revision > 0
  }
  for (let i = start - 1; i >= 0 && !look(passages[i] as Origin); i--);
  for (let i = start; i < passages.length && !look(passages[i] as Origin); i++);
  return best
}

/**
 * The revisions that made each hunk between the text a path starts from and the one it ends in, latest first, never none. What was
 * restored is its first author's again, as in `blame`. A comparison may put a hunk where nobody wrote (`a b a` without its first `a`);
 * the change nearest to it made it then.
 */
export function makersOf(
  path: readonly Numbered[],
  hunks: readonly Hunk[],
  lengths: { readonly a: number; readonly b: number },
): number[][] {
  const written = blame(path, lengths.a)
  const gone = takenAway(path, lengths.b)
  return hunks.map(({ fromA, toA, fromB, toB }) => {
    const found = new Set<number>()
    within(written, fromB, toB, found)
    within(gone, fromA, toA, found)
    if (found.size > 0) return [...found].sort((a, b) => b - a)
    const [put, taken] = [nearest(written, fromB), nearest(gone, fromA)]
    return [
      put.away < taken.away || (put.away === taken.away && put.revision > taken.revision)
        ? put.revision
        : taken.revision,
    ]
  })
}
