import type { Hunk } from '../../text/diff/index.ts'
import type { CodeSide } from '../../text/code-sign.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { severityWeights } from '../../mqm/weights.ts'
import { seen } from './seen.ts'

/** A flag, or a finding, as it is drawn in a text. */
export interface FlagMark {
  readonly id: string
  readonly kind: 'flag' | 'finding'
  /** where more is told of it */
  readonly href: string
  readonly from: number
  readonly to: number
  readonly severity: Severity
  readonly shape: string
  readonly label: string
}

/** The sign of an inline code of the imported file. */
export interface CodeMark {
  readonly at: number
  readonly side: CodeSide
  readonly sign: string
  /** said of it where it is heard */
  readonly name: string
  readonly lost: boolean
}

/** A run of text under the same marks. `point` is a flag on what is missing here, `code` a code's sign: these have no text. */
export interface Run {
  readonly text: string
  readonly tag: '' | 'ins' | 'del'
  /** index of its hunk, to step through; -1 outside */
  readonly hunk: number
  readonly flag: FlagMark | null
  readonly point: boolean
  readonly code: CodeMark | null
}

interface Marked {
  readonly from: number
  readonly to: number
  readonly index: number
}

/** The hunks that touch a range, on one side. */
export function hunksWithin(hunks: readonly Hunk[], side: 'a' | 'b', from: number, to: number): Marked[] {
  const at = (hunk: Hunk): readonly [number, number] => (side === 'a' ? [hunk.fromA, hunk.toA] : [hunk.fromB, hunk.toB])
  let low = 0
  let high = hunks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const hunk = hunks[middle]
    if (hunk && at(hunk)[1] < from) low = middle + 1
    else high = middle
  }
  const found: Marked[] = []
  for (let index = low; index < hunks.length; index++) {
    const hunk = hunks[index]
    if (!hunk) break
    const [start, end] = at(hunk)
    if (start > to) break
    if (end > from && start < to && end > start)
      found.push({ from: Math.max(start, from), to: Math.min(end, to), index })
  }
  return found
}

const plainRun: Run = { text: '', tag: '', hunk: -1, flag: null, point: false, code: null }

/**
 * Cuts a range of a text where its marks begin and end. Of those that overlap the gravest is drawn, a flag before a finding; all of
 * them stand in the rail.
 * @param codes in the order of the text
 */
export function runsOf(
  text: string,
  from: number,
  to: number,
  tag: 'ins' | 'del',
  marked: readonly Marked[],
  flags: readonly FlagMark[],
  codes: readonly CodeMark[] = [],
): Run[] {
  const here = flags.filter(flag => flag.from <= to && flag.to >= from)
  const signs = codes.filter(({ at }) => at >= from && at <= to)
  if (marked.length === 0 && here.length === 0 && signs.length === 0)
    return from === to ? [] : [{ ...plainRun, text: seen(text.slice(from, to)) }]
  const cuts = new Set([from, to, ...signs.map(({ at }) => at)])
  for (const { from: start, to: end } of [...marked, ...here]) {
    cuts.add(Math.min(to, Math.max(from, start)))
    cuts.add(Math.min(to, Math.max(from, end)))
  }
  const points = here.filter(flag => flag.from === flag.to)
  const spans = here.filter(flag => flag.from < flag.to)
  const ordered = [...cuts].sort((a, b) => a - b)
  const out: Run[] = []
  ordered.forEach((start, i) => {
    for (const code of signs) if (code.at === start) out.push({ ...plainRun, code })
    for (const flag of points) if (flag.from === start) out.push({ ...plainRun, flag, point: true })
    const end = ordered[i + 1]
    if (end === undefined) return
    const hunk = marked.find(mark => mark.from <= start && mark.to >= end)
    out.push({
      text: seen(text.slice(start, end)),
      tag: hunk ? tag : '',
      hunk: hunk?.index ?? -1,
      flag: gravest(spans.filter(flag => flag.from <= start && flag.to >= end)),
      point: false,
      code: null,
    })
  })
  return out
}

const gravest = (flags: readonly FlagMark[]): FlagMark | null =>
  flags.reduce<FlagMark | null>(
    (worst, flag) =>
      worst === null || severityWeights[flag.severity] > severityWeights[worst.severity] ? flag : worst,
    null,
  )
