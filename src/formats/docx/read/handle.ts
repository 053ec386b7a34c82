/** What inline codes are in the source, and the runs that they hold. */
import type { Atom, Container, Range, Run } from '../paragraph.ts'

export type Handle =
  | { readonly kind: 'element'; readonly container: Container }
  /** a complex field: the run in which it begins, the one behind which its result begins, and that in which it ends */
  | { readonly kind: 'field'; readonly begin: Run; readonly separate: Run | undefined; readonly end: Run }
  /** runs that look alike, and one that looks as plainly as what is around them */
  | { readonly kind: 'look'; readonly runs: readonly Run[]; readonly plain: Run | undefined }
  | { readonly kind: 'atom'; readonly run: Run; readonly atom: Atom }

/** What a run has in the text: its seen atoms, from where to where. */
export interface PlacedRun extends Range {
  readonly run: Run
  readonly number: number
  readonly text: string
}
