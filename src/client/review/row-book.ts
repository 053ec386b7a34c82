import { Prec, type ChangeDesc, type Extension, type Text } from '@codemirror/state'
import { ViewPlugin } from '@codemirror/view'
import { rowsOf, type Read, type Row } from './rows.ts'
import { reviseRows, type Touched } from './row-revise.ts'
import { startsOf, type Starts } from './row-starts.ts'

/** The rows of what stands on the desk now, kept up with every edit before anything is drawn. */
export interface RowBook {
  readonly rows: readonly Row[]
  readonly starts: Starts
  /** rows that are new since the aligner last looked; it takes them away */
  takeDirty(): { readonly from: number; readonly to: number } | null
  /** counts up with every change of the rows */
  readonly version: number
  readonly keeper: Extension
}

const touchedBy = (changes: ChangeDesc, before: Text, after: Text): Touched[] => {
  const touched: Touched[] = []
  changes.iterChangedRanges((from, to, fromNew, toNew) => {
    const lines =
      before.lineAt(from).number !== before.lineAt(to).number ||
      after.lineAt(fromNew).number !== after.lineAt(toNew).number
    touched.push({ from, to, length: toNew - fromNew, lines })
  })
  return touched
}

/** @param fixed paragraphs are segments: each stands beside its like */
export const rowBook = (mt: string, corrected: string, fixed = false): RowBook => {
  let rows = rowsOf(mt, corrected, fixed)
  let starts = startsOf(rows)
  let dirty: { from: number; to: number } | null = null
  let version = 0
  const readMt: Read = (from, to) => mt.slice(from, to)
  const revise = (changes: ChangeDesc, before: Text, after: Text): void => {
    const grownFrom = rows.length
    const revised = reviseRows(
      rows,
      readMt,
      (from, to) => after.sliceString(from, to),
      touchedBy(changes, before, after),
      fixed,
    )
    const grown = revised.rows.length - grownFrom
    rows = revised.rows
    starts = startsOf(rows)
    dirty =
      dirty === null
        ? { from: revised.from, to: revised.to }
        : { from: Math.min(dirty.from, revised.from), to: Math.max(dirty.to + grown, revised.to) }
    version++
  }
  const keeper = Prec.highest(
    ViewPlugin.define(() => ({
      update: update => {
        if (update.docChanged) revise(update.changes, update.startState.doc, update.state.doc)
      },
    })),
  )
  return {
    get rows() {
      return rows
    },
    get starts() {
      return starts
    },
    get version() {
      return version
    },
    takeDirty: () => {
      const taken = dirty
      dirty = null
      return taken
    },
    keeper,
  }
}
