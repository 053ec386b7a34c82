import type { ExportedCorrection } from '../../formats/format.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { propose } from '../../mqm/propose.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { contextLength, cutBefore } from '../../text/context.ts'
import { diffByLines } from '../../text/diff/by-lines.ts'
import { diffTexts, type Hunk } from '../../text/diff/index.ts'
import { makersOf } from '../../text/makers.ts'
import { pathTo, type Step } from '../../text/path.ts'

/** An MT, its corrected text, and how the one became the other. */
export interface Corrected {
  readonly mt: string
  readonly text: string
  readonly fixed: boolean
  /** from 1, all */
  readonly steps: readonly Step[]
  /** who made each revision and when, epoch ms: of number n at n - 1 */
  readonly makers: readonly { readonly author: string; readonly at: number }[]
}

/** What is known of the category of a correction; a rule proposes it where undefined. */
export type KnownCategory = (hunk: Hunk) => { readonly category: CategoryId; readonly severity: Severity } | undefined

/** The hunks between an MT and its corrected text, each with who made it; in order, disjoint in both texts. */
export function correctionsOf(
  { mt, text, fixed, steps, makers }: Corrected,
  known: KnownCategory = () => undefined,
): ExportedCorrection[] {
  if (mt === text) return []
  const { hunks } = fixed ? diffByLines(mt, text) : diffTexts(mt, text)
  const made = makersOf(pathTo(steps, steps.length), hunks, { a: mt.length, b: text.length })
  return hunks.map((hunk, i) => {
    const { fromA: from, toA: to, fromB, toB } = hunk
    const [before, after] = [mt.slice(from, to), text.slice(fromB, toB)]
    const maker = makers[(made[i]?.[0] || steps.length) - 1]
    const said = known(hunk) ?? propose({ before, after, beforeContext: cutBefore(mt, from, contextLength) })
    const { category, severity } = said
    return { from, to, fromB, toB, before, after, author: maker?.author ?? '', at: maker?.at ?? 0, category, severity }
  })
}
