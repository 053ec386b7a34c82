/** Which paragraph of a corrected text stands in the place of which paragraph of the text before. */
import type { Edit } from '../../text/change.ts'
import type { Span } from '../../text/span.ts'
import { linesOf } from './lines.ts'

/** A line of the corrected text. */
export interface AlignedLine extends Span {
  /** number of the old line in whose place it stands; null where it is a new one */
  readonly host: number | null
  /** number of the old line whose kind it takes: the one that it was split from, or that it stands behind; -1 where it stands before all */
  readonly like: number
  /** number of the old line of which the first letters in it that lasted are; null where none did */
  readonly begins: number | null
  /** was it split from `like`? Else it is new, or stands in a place of its own. */
  readonly split: boolean
}

/** Characters that lasted, by the new line and the old one that they stand in. */
interface Share {
  readonly line: number
  readonly old: number
  weight: number
  letters: boolean
}

/** The number of the line that an offset stands in, for offsets that only grow. */
function counter(lines: readonly Span[]): (offset: number) => number {
  let at = 0
  return offset => {
    while (at + 1 < lines.length && (lines[at]?.to ?? 0) < offset) at++
    return at
  }
}

function sharesOf(before: string, old: readonly Span[], lines: readonly Span[], edits: readonly Edit[]): Share[] {
  const shares: Share[] = []
  const [oldAt, newAt] = [counter(old), counter(lines)]
  let shift = 0
  let from = 0
  for (const edit of [...edits, { from: before.length, to: before.length, insert: '' }]) {
    for (let at = from; at <= edit.from;) {
      const number = oldAt(at)
      const end = old[number]?.to ?? before.length
      const stop = Math.min(end, edit.from)
      const lasted = before.slice(at, stop)
      const share = {
        line: newAt(at + shift),
        old: number,
        weight: lasted.replace(/\s/g, '').length * 2,
        letters: /\p{L}/u.test(lasted),
      }
      // an empty line between two ends of lines that both lasted
      if (at === stop && at > from && stop === end && end < edit.from) share.weight = 1
      const last = shares.at(-1)
      if (last?.line === share.line && last.old === share.old) {
        last.weight += share.weight
        last.letters ||= share.letters
      } else shares.push(share)
      at = stop + 1
    }
    shift += edit.insert.length - (edit.to - edit.from)
    from = edit.to
  }
  return shares
}

/** A line that shares less than this part of what another shares with the same old one is new beside it. */
const smallPart = 4

/**
 * Every line of the corrected text with the old one in whose place it stands: that with which it shares most characters; of those that were
 * replaced as a whole, the next in order. No two share a place, and places are in order.
 * @param edits of `before`, sorted and disjoint
 */
export function alignLines(before: string, after: string, edits: readonly Edit[]): AlignedLine[] {
  const [old, lines] = [linesOf(before), linesOf(after)]
  const best: (Share | undefined)[] = []
  const begins: number[] = []
  for (const share of sharesOf(before, old, lines, edits)) {
    if (share.letters) begins[share.line] ??= share.old
    if (share.weight > (best[share.line]?.weight ?? 0)) best[share.line] = share
  }
  const most: number[] = []
  for (const share of best) if (share) most[share.old] = Math.max(most[share.old] ?? 0, share.weight)
  const hosts: (number | null)[] = []
  const taken = new Set<number>()
  for (let line = 0; line < lines.length; line++) {
    const share = best[line]
    const hosted = share && !taken.has(share.old) && share.weight * smallPart >= (most[share.old] ?? 0)
    hosts.push(hosted ? share.old : null)
    if (hosted) taken.add(share.old)
  }
  const nextHost: number[] = []
  for (let line = lines.length - 1, next = old.length; line >= 0; line--) {
    nextHost[line] = next
    next = hosts[line] ?? next
  }
  let last = -1
  return lines.map((span, line) => {
    let host = hosts[line] ?? null
    const share = best[line]
    if (host === null && !share && last + 1 < (nextHost[line] ?? old.length)) host = last + 1
    last = host ?? last
    const like = host ?? share?.old ?? last
    return { ...span, host, like, begins: begins[line] ?? null, split: host === null && share !== undefined }
  })
}
