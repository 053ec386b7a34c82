import type { ChangeDesc, Text } from '@codemirror/state'
import { growsEnd, growsStart } from '../../text/word-edges.ts'
import type { FindingView } from '../../wire/finding.ts'

/** A finding as it stands in the corrected text on the desk now; its id is this page's own. */
export interface Standing extends FindingView {
  readonly id: string
}

/** As much of a word's outside as tells whether it has become another word. */
const edge = 3
const left = (text: Text, at: number): string => text.sliceString(Math.max(0, at - edge), at)
const right = (text: Text, at: number): string => text.sliceString(at, Math.min(text.length, at + edge))

/** Have the words become part of a longer one that they were not part of before? */
const glued = (finding: FindingView, before: Text, now: { readonly from: number; readonly to: number }, after: Text) =>
  (growsStart(left(after, now.from), finding.text) && !growsStart(left(before, finding.from), finding.text)) ||
  (growsEnd(finding.text, right(after, now.to)) && !growsEnd(finding.text, right(before, finding.to)))

const follow = <F extends FindingView>(finding: F, changes: ChangeDesc, before: Text, after: Text): F | null => {
  const { from, to, text } = finding
  if (from === to) {
    if (changes.touchesRange(from) !== false) return null
    const at = changes.mapPos(from)
    return { ...finding, from: at, to: at }
  }
  const span = { from: changes.mapPos(from, 1), to: changes.mapPos(to, -1) }
  if (span.to - span.from !== text.length || after.sliceString(span.from, span.to) !== text) return null
  if (changes.touchesRange(from, to) !== false && glued(finding, before, span, after)) return null
  return span.from === from ? finding : { ...finding, ...span }
}

/** Findings after a change of their text: they keep to their words, and those whose words have changed are gone. */
export const followed = <F extends FindingView>(
  findings: readonly F[],
  changes: ChangeDesc,
  before: Text,
  after: Text,
): readonly F[] => {
  const kept: F[] = []
  for (const finding of findings) {
    const now = follow(finding, changes, before, after)
    if (now !== null) kept.push(now)
  }
  return kept
}

const sameFixes = (x: FindingView, y: FindingView): boolean =>
  x.fixes.length === y.fixes.length && x.fixes.every((fix, i) => fix === y.fixes[i])

const placeOf = ({ check, from, to }: FindingView): string => `${check} ${from} ${to}`

/**
 * What the checks have found now, by the ids of what stood there before: nothing that is on the rail becomes another thing.
 * @returns the same array where nothing is new
 */
export const joined = (
  standing: readonly Standing[],
  found: readonly FindingView[],
  newId: () => string,
): readonly Standing[] => {
  const known = new Map(standing.map(finding => [placeOf(finding), finding]))
  const now = found.map(finding => {
    const old = known.get(placeOf(finding))
    if (old === undefined) return { ...finding, id: newId() }
    const same = old.severity === finding.severity && old.text === finding.text && sameFixes(old, finding)
    return same ? old : { ...finding, id: old.id }
  })
  return now.length === standing.length && now.every((finding, i) => finding === standing[i]) ? standing : now
}
