/** The corrections of a published text as its notice tells them. */
import { severities, type Severity } from '../../mqm/annotation.ts'
import { propose, type Corrected } from '../../mqm/propose.ts'
import { changesName, changesNumber, factsOf } from '../../mqm/propose/facts.ts'
import { dimensionOf, type CategoryId } from '../../mqm/typology.ts'
import { contextLength, cutAfter, cutBefore, type Context } from '../../text/context.ts'
import type { Hunk } from '../../text/diff/index.ts'
import { quote, saysLittle, type Quoted } from './notice-quote.ts'

/** What stands before and after words. */
export type Around = Pick<Context, 'before' | 'after'>

/** What was corrected alike, once or at several places. */
export interface NoticeCorrection {
  /** names it in what is chosen; from 1, in the order of the text */
  readonly n: number
  readonly before: string
  readonly after: string
  /** as the notice quotes it */
  readonly quoted: Quoted
  readonly places: number
  readonly category: CategoryId
  readonly severity: Severity
  /** of meaning, names, numbers, terms, or critical; else of language */
  readonly fact: boolean
  /** told by itself */
  readonly included: boolean
  /** around the first place, in the published text and in the corrected one */
  readonly around: { readonly before: Around; readonly after: Around }
}

/** What has been said of a correction that reads so. */
export type Known = (
  before: string,
  after: string,
) => { readonly category: string; readonly severity: Severity } | undefined

/** A name or number that was wrong is told however little it weighed; else what misled, and not what only reads badly. */
function isFact(words: Corrected, category: CategoryId, severity: Severity): boolean {
  if (severity === 'critical') return true
  if (!['accuracy', 'terminology'].includes(dimensionOf(category))) return false
  const facts = factsOf(words)
  return severity === 'major' || changesNumber(facts) || changesName(facts)
}

const grave = ({ severity }: Pick<NoticeCorrection, 'severity'>): number => severities.indexOf(severity)

type Judged = Pick<NoticeCorrection, 'category' | 'severity' | 'fact'> & { readonly hunk: Hunk }

const wordsOf = (a: string, b: string, { fromA, toA, fromB, toB }: Hunk) => ({
  before: a.slice(fromA, toA),
  after: b.slice(fromB, toB),
})

function judge(a: string, b: string, hunk: Hunk, known: Known): Judged {
  const words = wordsOf(a, b, hunk)
  const corrected = { ...words, beforeContext: cutBefore(a, hunk.fromA, contextLength) }
  const said = known(words.before, words.after) ?? propose(corrected)
  const category = said.category as CategoryId
  const { severity } = said
  return { category, severity, fact: isFact(corrected, category, severity), hunk }
}

/** With no more words between them than these, corrections are told as one: »sex olika länder, däribland« and not »sex«, »däribland«. */
const mostBetween = 2

/** What stands between two is the same in both texts, within a sentence, and short. */
function areNear(a: string, b: string, one: Hunk, next: Hunk): boolean {
  const between = a.slice(one.toA, next.fromA)
  return (
    next.fromA >= one.toA &&
    next.fromB >= one.toB &&
    between === b.slice(one.toB, next.fromB) &&
    !/[\n\u2028]|[.!?:;]\s/u.test(between) &&
    (between.match(/[\p{L}\p{N}]+/gu) ?? []).length <= mostBetween
  )
}

/**
 * Joins what says little alone with what was corrected right beside it, where either is a fact; but not what was corrected alike elsewhere too,
 * which is told once for all places.
 */
function joinNear(a: string, b: string, found: readonly Judged[]): Judged[] {
  const key = ({ hunk }: Judged): string => JSON.stringify(wordsOf(a, b, hunk))
  const alike = Map.groupBy(found, key)
  const isAlone = (one: Judged): boolean => alike.get(key(one))?.length === 1
  const isSmall = ({ hunk }: Judged): boolean => Object.values(wordsOf(a, b, hunk)).every(saysLittle)
  const belong = (one: Judged, next: Judged): boolean =>
    (one.fact || next.fact) && (isSmall(one) || isSmall(next)) && areNear(a, b, one.hunk, next.hunk)
  const result: Judged[] = []
  for (const next of found) {
    const last = result.at(-1)
    if (last && isAlone(last) && isAlone(next) && belong(last, next)) {
      const graver = Number(next.fact) - Number(last.fact) || grave(next) - grave(last)
      const hunk = { ...last.hunk, toA: next.hunk.toA, toB: next.hunk.toB }
      result[result.length - 1] = { ...(graver > 0 ? next : last), fact: true, hunk }
    } else result.push(next)
  }
  return result
}

type Found = Omit<NoticeCorrection, 'n' | 'places' | 'included'>

function tell(a: string, b: string, { hunk, ...judged }: Judged): Found {
  const { fromA, toA, fromB, toB } = hunk
  const aroundOf = (text: string, from: number, to: number): Around => ({
    before: cutBefore(text, from, contextLength),
    after: cutAfter(text, to, contextLength),
  })
  const around = { before: aroundOf(a, fromA, toA), after: aroundOf(b, fromB, toB) }
  return { ...wordsOf(a, b, hunk), quoted: quote(a, b, hunk), ...judged, around }
}

/** Those that are quoted alike are one. */
function gather(found: readonly Found[]): Omit<NoticeCorrection, 'included'>[] {
  const groups = Map.groupBy(found, ({ quoted: { before, after }, fact }) => JSON.stringify([before, after, fact]))
  return [...groups.values()]
    .flatMap((group, i) => {
      const [first] = group.toSorted((a, b) => grave(b) - grave(a))
      return first ? [{ ...first, n: i + 1, places: group.length }] : []
    })
    .sort((a, b) => Number(b.fact) - Number(a.fact) || grave(b) - grave(a) || a.n - b.n)
}

/**
 * What was corrected from the text `a` to the text `b`, gravest first, facts before slips.
 * @param hunks in the order of `a`, none of a paragraph that was only moved
 */
export function noticeCorrections(
  a: string,
  b: string,
  hunks: readonly Hunk[],
  known: Known,
): readonly Omit<NoticeCorrection, 'included'>[] {
  const judged = hunks.map(hunk => judge(a, b, hunk, known))
  return gather(joinNear(a, b, judged).map(each => tell(a, b, each)))
}
