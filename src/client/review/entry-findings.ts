import type { Span } from '../../text/span.ts'
import type { Open, PlacedFinding } from './entry-parts.ts'

/** How much a hunk or a flag may be longer than a finding in it, in letters, and still be about the same words. */
const slack = 12

/** Are a finding and what stands at from…to about the same words, rather than one somewhere inside the other? */
export const sameWords = (finding: Span, from: number, to: number): boolean => {
  if (from === to) return finding.from < from && from < finding.to
  const shared = Math.min(finding.to, to) - Math.max(finding.from, from)
  if (shared < 0 || (shared === 0 && finding.from < finding.to)) return false
  return Math.max(finding.to - finding.from, to - from) - shared <= Math.max(slack, shared)
}

/** Has a person flagged just this, so that the finding has had its answer? */
const takenUp = ({ flags }: Open, finding: PlacedFinding): boolean =>
  flags.some(
    ({ status, b, category }) =>
      status === 'open' && b?.from === finding.from && b.to === finding.to && category === finding.category,
  )

/**
 * Puts each finding on the hunk or the flag that is about the same words; one that has none stands by itself.
 * @param hunks and `findings` in the order of the corrected text @param inMt where words of the corrected text stand in the machine's
 */
export const joinFindings = (
  hunks: readonly Open[],
  alone: Open[],
  findings: readonly PlacedFinding[],
  inMt: (span: Span) => Span,
): void => {
  const flagged = [...alone]
  let next = 0
  for (const finding of findings) {
    while (next < hunks.length && (hunks[next] as Open).toB < finding.from) next++
    let hit: Open | undefined
    for (let i = next; hit === undefined && i < hunks.length && (hunks[i] as Open).fromB <= finding.to; i++) {
      const hunk = hunks[i] as Open
      if (!hunk.moved && sameWords(finding, hunk.fromB, hunk.toB)) hit = hunk
    }
    hit ??= flagged.find(open => sameWords(finding, open.fromB, open.toB))
    if (hit === undefined) {
      const { from, to } = inMt(finding)
      const { from: fromB, to: toB } = finding
      alone.push({ fromA: from, toA: to, fromB, toB, hunk: false, moved: false, flags: [], findings: [finding] })
    } else if (!takenUp(hit, finding)) hit.findings.push(finding)
  }
}
