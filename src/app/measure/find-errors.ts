/** Which errors an MT has, as it was corrected, flagged and annotated. Weights come later: another one needs no measuring. */
import { saidIn } from '../../formats/annotations/named-errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { correctedHunks } from '../../text/corrected.ts'
import type { TextDiff } from '../../text/diff/index.ts'
import type { Place } from '../../text/place.ts'
import type { Span } from '../../text/span.ts'
import { backToMt } from './back-to-mt.ts'
import type { MeasuredParagraph } from './measure-texts.ts'

/** A correction, as far as it says that something is wrong. */
export interface KnownCorrection {
  readonly mt_from: number
  readonly mt_to: number
  readonly category: string
  readonly severity: string
  readonly origin: string
  readonly flag_id: string
}

/** A flag that stands: neither withdrawn nor dismissed. */
export interface KnownFlag {
  readonly id: string
  readonly revision: number
  readonly span: Span
  /** in the head */
  readonly place: Place
  readonly category: string
  readonly severity: string
  readonly comment: string
}

/** What one annotator has marked in the MT. */
export interface KnownLayer {
  /** lines of the MT, from 0, that were looked at; null where all */
  readonly segments: readonly number[] | null
  readonly flags: readonly KnownFlag[]
}

/** All that is known of what is wrong with an MT. */
export interface Known {
  readonly corrections: readonly KnownCorrection[]
  /** of the desk's own layer */
  readonly flags: readonly KnownFlag[]
  /** flags of other layers that corrections may have answered */
  readonly others: readonly KnownFlag[]
  /** whether the desk is through with it: then what it has not marked is right */
  readonly reviewed: boolean
  readonly annotators: readonly KnownLayer[]
  /** whether it was decided of every place what is right: then the flags of the desk's layer are what the annotators agree on */
  readonly agreed: boolean
}

/** An error in the MT. */
export interface FoundError extends Span {
  /** ours, or another program's name that says more */
  readonly category: string
  readonly severity: string
  /** 1, or the share of those annotators who looked there that have marked it */
  readonly count: number
  /** the last place in the head of what it was corrected to; null where it was not corrected, or to nothing */
  readonly correctedAt: number | null
}

/** `[category, severity, how many]`, sorted. */
export type ErrorCounts = readonly (readonly [category: string, severity: string, count: number])[]

export interface FoundErrors {
  readonly errors: readonly FoundError[]
  /** flags that are open in the head */
  readonly open: ErrorCounts
  /** whose mean `errors` is, or who have agreed on them; 0 where they are the desk's own, or nobody has looked yet */
  readonly annotators: number
  /** whether a line of the MT, from 0, was looked at by any of them: of the others nothing is known */
  readonly isLookedAt: (line: number) => boolean
}

/** A name that another program has given, and weights know, goes before ours. */
export const nameOf = ({ comment, category, severity }: Pick<KnownFlag, 'comment' | 'category' | 'severity'>): string =>
  saidIn(comment, category as CategoryId, severity as Severity).named?.category ?? category

/** Parts of errors, of several annotators, are to make whole ones, and not to end in 0.30000000000000004. */
export const rounded = (count: number): number => Math.round(count * 1e6) / 1e6

export function countErrors(errors: Iterable<Pick<FoundError, 'category' | 'severity' | 'count'>>): ErrorCounts {
  const counts = new Map<string, number>()
  for (const { category, severity, count } of errors) {
    const key = JSON.stringify([category, severity])
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => [...(JSON.parse(key) as [string, string]), rounded(count)] as const)
}

/** One that was moved has left one place and come to another; a flag that several corrections answer was one error. */
function ofCorrections({ corrections, flags, others }: Known, diff: TextDiff): FoundError[] {
  const answered = new Map([...flags, ...others].map(flag => [flag.id, flag]))
  const ends = new Map(
    correctedHunks(diff).map(({ fromA, toA, fromB, toB }) => [`${fromA} ${toA}`, fromB < toB ? toB - 1 : null]),
  )
  const seen = new Set<string>()
  return corrections.flatMap(({ mt_from, mt_to, category, severity, origin, flag_id }) => {
    if (origin === 'moved' && mt_from === mt_to) return []
    if (flag_id !== '') {
      const key = JSON.stringify([flag_id, category, severity])
      if (seen.has(key)) return []
      seen.add(key)
    }
    const flag = answered.get(flag_id)
    const isAsFlagged = flag?.category === category && flag.severity === severity
    const correctedAt = ends.get(`${mt_from} ${mt_to}`) ?? null
    return [
      { from: mt_from, to: mt_to, category: isAsFlagged ? nameOf(flag) : category, severity, count: 1, correctedAt },
    ]
  })
}

/** A point touches at an edge, words only where they share some: as flags are answered. */
const touches = (a: Span, b: Span): boolean => {
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return common > 0 || (common === 0 && (a.from === a.to || b.from === b.to))
}

/**
 * Where in the MT a flag's error stands; null where there is none, or where a correction has answered it: that is the same error. One that was set
 * later on words that were not the MT's is no error of the MT.
 */
function unansweredAt(
  { id, revision, span, place }: KnownFlag,
  corrections: readonly KnownCorrection[],
  paragraphs: readonly MeasuredParagraph[],
): Span | null {
  if (corrections.some(({ flag_id }) => flag_id === id)) return null
  if (place.state === 'open') return revision === 0 ? span : backToMt(paragraphs, place)
  if (revision > 0) return null
  return corrections.some(({ mt_from, mt_to }) => touches({ from: mt_from, to: mt_to }, span)) ? null : span
}

const ofFlag = (flag: KnownFlag, at: Span, count = 1): FoundError => ({
  from: at.from,
  to: at.to,
  category: nameOf(flag),
  severity: flag.severity,
  count,
  correctedAt: null,
})

/** The mean of annotators: of those who looked at a line, the share that has marked an error there. */
function ofAnnotators(
  annotators: readonly KnownLayer[],
  lineOf: (at: number) => number,
): Pick<FoundErrors, 'errors' | 'isLookedAt'> {
  const looked = annotators.map(({ segments }) => segments && new Set(segments))
  const sharers = (line: number): number => looked.filter(lines => lines === null || lines.has(line)).length
  const errors = annotators.flatMap(({ flags }) =>
    flags
      .filter(({ revision }) => revision === 0)
      .map(flag => ofFlag(flag, flag.span, 1 / Math.max(1, sharers(lineOf(flag.span.from))))),
  )
  return { errors, isLookedAt: line => sharers(line) > 0 }
}

const everywhere = (): boolean => true

/**
 * The errors of an MT. The desk's own annotation is what was corrected, and what is flagged in the MT and not yet corrected. Until the desk is
 * through with it, annotators who looked at all of it apart from each other know more: of two or more their mean counts until every place is
 * decided, for of what is decided so far a text with many errors would seem to have few; then what they agreed on, which is the desk's by
 * then. One alone counts where the desk has said nothing yet.
 */
export function findErrors(
  known: Known,
  paragraphs: readonly MeasuredParagraph[],
  diff: TextDiff,
  lineOf: (at: number) => number,
): FoundErrors {
  const { corrections, flags, reviewed, annotators, agreed } = known
  const flagged = flags.flatMap(flag => {
    const at = unansweredAt(flag, corrections, paragraphs)
    return at === null ? [] : [ofFlag(flag, at)]
  })
  const own = [...ofCorrections(known, diff), ...flagged]
  const open = countErrors(flags.filter(({ place }) => place.state === 'open').map(flag => ofFlag(flag, flag.span)))
  const isDesks = reviewed || annotators.length === 0 || (annotators.length === 1 && own.length > 0)
  if (isDesks) return { errors: own, open, annotators: 0, isLookedAt: everywhere }
  const mean = ofAnnotators(annotators, lineOf)
  const errors = agreed ? own.filter(({ from }) => mean.isLookedAt(lineOf(from))) : mean.errors
  return { errors, open, annotators: annotators.length, isLookedAt: mean.isLookedAt }
}
