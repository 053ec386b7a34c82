/** Takes the findings away that somebody has said are none. */
import type { Finding } from '../../checks/check.ts'
import type { Dismissal } from '../../store/dismissals.ts'
import { foldForSearch } from '../../text/fold.ts'

/** What `words` of a check are known by where their place does not matter; case, and the kind of space and dash, do not either. */
const nameOf = (check: string, words: string): string => `${check} ${foldForSearch(words).trim()}`

/**
 * How much of a context still stands beside the words, between 0 and 1: word for word, since an edit beside them takes some away.
 * @param kept as it was @param now as long a piece of the text as it is
 */
function likeness(kept: string, now: string): number {
  if (kept === now) return 1
  const [words, left] = [kept, now].map(text => text.split(/\s+/).filter(word => word !== '')) as [string[], string[]]
  const shared = words.filter(word => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return words.length === 0 ? 0 : shared.length / Math.max(words.length, shared.length + left.length)
}

/** Both sides together. What began or ended the text, and does not now, has nothing beside it that could have stayed. */
function likenessAt({ before_text: before, after_text: after }: Dismissal, text: string, finding: Finding): number {
  const { from, to } = finding
  const start = text.slice(Math.max(0, from - before.length), from)
  const end = text.slice(to, to + after.length)
  return (
    (before === '' ? Number(from === 0) : likeness(before, start)) +
    (after === '' ? Number(to === text.length) : likeness(after, end))
  )
}

const standsWhole = (
  { before_text: before, after_text: after }: Dismissal,
  text: string,
  { from, to }: Finding,
): boolean =>
  (before === '' ? from === 0 : from >= before.length && text.startsWith(before, from - before.length)) &&
  (after === '' ? to === text.length : text.startsWith(after, to))

/** One side whole and half of the other, at least. Less than that may be another place. */
const surely = 1.5

/** Contexts are compared word by word so often at most: in a text where more read alike, only those that stand whole are known again. */
const mostComparisons = 20_000

/** Two who dismiss the same finding at once mean one place; the second must not take another that reads like it. */
const onePerPlace = (dismissals: readonly Dismissal[]): readonly Dismissal[] => [
  ...new Map(
    dismissals.map(d => [JSON.stringify([d.check_id, d.words, d.before_text, d.after_text, d.nth]), d]),
  ).values(),
]

/** The findings that dismissals of one place mean, each one at most. */
function meant(findings: readonly Finding[], text: string, dismissals: readonly Dismissal[]): ReadonlySet<Finding> {
  const alike = Map.groupBy(findings, ({ check, text: words }) => `${check} ${words}`)
  const gone = new Set<Finding>()
  const take = (finding: Finding | undefined): boolean => finding !== undefined && Boolean(gone.add(finding))
  const ofSame = ({ check_id, words }: Dismissal): readonly Finding[] => alike.get(`${check_id} ${words}`) ?? []
  const takeWhole = (dismissal: Dismissal): boolean => {
    const places = ofSame(dismissal).filter(finding => standsWhole(dismissal, text, finding))
    const own = places[Math.min(dismissal.nth, places.length - 1)]
    // there are fewer than there were, and another has taken the last
    return take(own && gone.has(own) ? places.find(finding => !gone.has(finding)) : own)
  }
  let comparisons = 0
  const takeLikest = (dismissal: Dismissal): boolean => {
    const places = ofSame(dismissal).filter(finding => !gone.has(finding))
    comparisons += places.length
    if (comparisons > mostComparisons) return false
    const likes = places.map(finding => likenessAt(dismissal, text, finding))
    const best = Math.max(...likes)
    const likest = places.filter((_, index) => likes[index] === best)
    return best >= surely && take(likest[Math.min(dismissal.nth, likest.length - 1)])
  }
  // whole contexts first, so that no dismissal takes a place from the one whose own it is
  onePerPlace(dismissals)
    .filter(dismissal => !takeWhole(dismissal))
    .forEach(takeLikest)
  return gone
}

/**
 * The findings that nobody has dismissed.
 * @param dismissals those of the article (`here` only of this translation), and those for all
 */
export function withoutDismissed(
  findings: readonly Finding[],
  text: string,
  dismissals: readonly Dismissal[],
): readonly Finding[] {
  if (dismissals.length === 0) return findings
  const [here, wide] = [dismissals.filter(({ scope }) => scope === 'here'), dismissals.filter(d => d.scope !== 'here')]
  const names = new Set(wide.map(({ check_id, words }) => nameOf(check_id, words)))
  const left = findings.filter(({ check, text: words }) => !names.has(nameOf(check, words)))
  const gone = meant(left, text, here)
  return left.filter(finding => !gone.has(finding))
}
