import type { Severity } from '../../mqm/annotation.ts'
import { propose } from '../../mqm/propose.ts'
import type { CorrectionView, Origin } from '../../wire/correction.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { groundField, type Ground } from './grounds.ts'
import { rulingField, rulingOf } from './rulings.ts'

/** Which kind of error a change mends, and how that is known. */
export interface Verdict {
  readonly category: string
  readonly severity: Severity
  readonly origin: Origin
  /** has a person said it: of the change itself, by a flag, or by taking what a check had found? Else it is proposed. */
  readonly settled: boolean
  /** who has said it of the change itself; '' where that is not known, or nobody has */
  readonly by: string
}

/** Categories of origins that are a person's own word, or a check's that a person has taken over. */
export const settling: ReadonlySet<Origin> = new Set(['person', 'flag', 'finding'])

const indexes = new WeakMap<readonly CorrectionView[], ReadonlyMap<string, CorrectionView>>()

const keyOf = (fromA: number, toA: number, after: string): string => `${fromA}-${toA}-${after}`

/** Whole paragraphs that came or went have their line break in them there, but not here. */
const trimmedKey = ({ fromA, toA, before, after }: CorrectionView): string => {
  const start = before === '' ? Number(after.startsWith('\n')) : before.length - before.replace(/^\n+/, '').length
  const end = before === '' ? -start : before.slice(start).length - before.slice(start).replace(/\n+$/, '').length
  return keyOf(fromA + start, toA - end, after.replace(/^\n+|\n+$/g, ''))
}

const byPlace = (all: readonly CorrectionView[]): ReadonlyMap<string, CorrectionView> => {
  const known = indexes.get(all)
  if (known !== undefined) return known
  const made = new Map([
    ...all.map(c => [trimmedKey(c), c] as const),
    ...all.map(c => [keyOf(c.fromA, c.toA, c.after), c] as const),
  ])
  indexes.set(all, made)
  return made
}

/** What the server has of a change that stands at this place of the MT and reads so, if it has it by itself. */
export const savedAt = (
  all: readonly CorrectionView[],
  { fromA, toA }: Pick<Entry, 'fromA' | 'toA'>,
  after: string,
): CorrectionView | undefined => byPlace(all).get(keyOf(fromA, toA, after))

/** The words of an entry in both texts, as they stand now. */
export const wordsOf = (
  { wire, views }: Context,
  entry: Entry,
): { readonly before: string; readonly after: string } => {
  const { doc } = views.corrected.state
  const to = Math.min(entry.toB, doc.length)
  return {
    before: wire.mtText.slice(entry.fromA, entry.toA),
    after: doc.sliceString(Math.min(entry.fromB, to), to),
  }
}

const startsLine = (text: string, at: number): boolean => at === 0 || at > text.length || text[at - 1] === '\n'
const endsLine = (text: string, at: number): boolean => at >= text.length || text[at] === '\n'

/** Several paragraphs that came or went side by side are one correction. */
const around = ({ wire, corrections }: Context, { fromA, toA }: Entry, after: string): CorrectionView | undefined => {
  if (!startsLine(wire.mtText, fromA) || !(fromA === toA || endsLine(wire.mtText, toA))) return undefined
  // what was put in stands behind the line break here, before it there
  const end = fromA === toA ? toA - 1 : toA
  return corrections.find(
    c => c.fromA <= fromA && end <= c.toA && c.after.includes(after) && /\n/.test(c.before + c.after),
  )
}

/** What the server has of a change, if it is saved and reads so there. */
export const savedOf = (context: Context, entry: Entry): CorrectionView | undefined => {
  if (!entry.hunk || entry.moved || context.corrections.length === 0) return undefined
  const { after } = wordsOf(context, entry)
  return savedAt(context.corrections, entry, after) ?? around(context, entry, after)
}

/** Where a check's fix was accepted, or what it had found was typed over. */
const groundOf = (context: Context, { fromB, toB }: Entry): Ground | undefined => {
  const { state } = context.views.corrected
  return state
    .field(groundField)
    .findLast(({ from, to, was }) => from <= toB && fromB <= to && state.sliceDoc(from, to) !== was)
}

/** What is known without a proposal. */
const known = (context: Context, entry: Entry): Verdict | null => {
  const { views, flags, person } = context
  const said = rulingOf(views.corrected.state.field(rulingField), entry)
  if (said !== undefined) {
    const { category, severity } = said
    return { category, severity, origin: 'person', settled: true, by: person?.name ?? '' }
  }
  const flag = entry.flags
    .map(id => flags.find(id) ?? flags.findPending(id))
    .find(f => f !== undefined && !('status' in f && f.status === 'dismissed'))
  if (flag !== undefined)
    return { category: flag.category, severity: flag.severity, origin: 'flag', settled: true, by: '' }
  const saved = savedOf(context, entry)
  if (saved !== undefined) {
    const { category, severity, origin, saidBy } = saved
    return { category, severity, origin, settled: settling.has(origin), by: saidBy }
  }
  const ground = groundOf(context, entry)
  return ground === undefined
    ? null
    : { category: ground.category, severity: ground.severity, origin: 'finding', settled: true, by: '' }
}

/** Has a person had their say about the category of a change? Nothing else waits for it. */
export const isSettled = (context: Context, entry: Entry): boolean =>
  !entry.hunk || entry.moved || (known(context, entry)?.settled ?? false)

/** Proposals by the words: while one types, what is in sight is asked for again and again. */
const proposals = new Map<string, Verdict>()
const mostProposals = 2000
const contextLength = 40

const proposed = (context: Context, entry: Entry): Verdict => {
  const { before, after } = wordsOf(context, entry)
  const beforeContext = context.wire.mtText.slice(Math.max(0, entry.fromA - contextLength), entry.fromA)
  const key = `${before}\u0000${after}\u0000${beforeContext}`
  const made = proposals.get(key)
  if (made !== undefined) return made
  const { category, severity, rule } = propose({ before, after, beforeContext })
  const verdict: Verdict = { category, severity, origin: rule, settled: false, by: '' }
  if (proposals.size >= mostProposals) proposals.clear()
  proposals.set(key, verdict)
  return verdict
}

/** The category of a change: as a person has said it, else as it is known to the server, else as it is proposed; null where nothing was changed. */
export const verdictOf = (context: Context, entry: Entry): Verdict | null =>
  entry.hunk && !entry.moved ? (known(context, entry) ?? proposed(context, entry)) : null

/** The server has answered for a saved change: what it says of it now stands instead of what it said. */
export const withCorrection = (context: Context, now: CorrectionView): void => {
  const isSame = (c: CorrectionView): boolean => c.fromA === now.fromA && c.toA === now.toA && c.after === now.after
  context.corrections = [...context.corrections.filter(c => !isSame(c)), now]
}

/** Is the category of a change told by a flag that stands on the entry, and changed there? */
export const isFlags = (entry: Entry, verdict: Verdict | null): boolean =>
  verdict?.origin === 'flag' && entry.flags.length > 0
