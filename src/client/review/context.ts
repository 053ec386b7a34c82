import type { EditorView } from '@codemirror/view'
import type { Language, Messages } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { PersonView } from '../../wire/common.ts'
import type { CorrectionView } from '../../wire/correction.ts'
import type { Desk } from '../../wire/desk.ts'
import type { Api } from './api.ts'
import type { CodeBook } from './code-book.ts'
import type { Entry } from './entries.ts'
import type { FlagBook } from './flag-book.ts'
import type { Layout } from './layout.ts'
import type { Mode } from './mode.ts'
import type { RowBook } from './row-book.ts'
import type { Say } from './say.ts'
import type { Session } from './session.ts'
import type { Signal } from './signal.ts'
import type { Filter } from './walk.ts'

/** How the checks are doing: what the rail says of them. */
export type Checking = 'ready' | 'waiting' | 'slow' | 'away'

/** What the parts of the desk share. Each part gets it whole and changes only what is its own. */
export interface Context {
  readonly wire: Desk
  readonly language: Language
  readonly t: Messages['desk']
  readonly m: Messages
  readonly api: Api
  readonly layout: Layout
  readonly views: { readonly source: EditorView | null; readonly mt: EditorView; readonly corrected: EditorView }
  readonly book: RowBook
  readonly flags: FlagBook
  /** what of the imported file stands in the texts and is none of their words */
  readonly codes: CodeBook
  readonly mode: Mode
  readonly tab: string
  session: Session
  person: PersonView | null
  head: { readonly number: number; readonly author: string; readonly at: number }
  /** what the head says otherwise than the machine, with its categories, as far as the server has told */
  corrections: readonly CorrectionView[]
  /** the rulings of this page that the server has, or gets as soon as it answers */
  readonly ruled: Set<number>
  entries: readonly Entry[]
  /** key of the entry the editor is at */
  current: string | null
  /** where words were typed since the entries were worked out: the entry there is to be the current one */
  typed: Span | null
  /** the words that were selected to be written over; null where none have been */
  offered: Span | null
  /** the text last in use */
  lastView: EditorView | null
  /** the caret is being put on an entry: it need not look for the entry itself */
  walking: boolean
  filter: Filter
  /** the text, the flags or the session have changed: told once, shortly after */
  readonly changed: Signal
  /** the current entry, or the entries, have changed */
  readonly moved: Signal
  /** a dismissal, not the text, has changed: the checks are asked again */
  readonly recheck: Signal
  checking: Checking
  /** where a flag's words stand in the corrected text now */
  placeOf(id: string): { readonly from: number; readonly to: number } | null
  /** for those who listen rather than see; also shown for a moment */
  readonly say: Say
  /** runs what may be refused: asks for the name and repeats, tells what else went wrong */
  attempt<T>(work: () => Promise<T>): Promise<T | null>
}
