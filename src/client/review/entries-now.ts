import type { Context } from './context.ts'
import { entriesOf, type Entry } from './entries.ts'
import type { PlacedFlag } from './entry-parts.ts'
import { findingField } from './finding-field.ts'
import { placeFlags } from './flag-book.ts'
import { setCurrent, setFlagMarks, type FlagMark } from './flag-marks.ts'
import { rowAt } from './row-starts.ts'
import { changeNear, entryAt } from './walk.ts'

const marksOf = (
  flags: readonly PlacedFlag[],
  side: 'a' | 'b',
  current: Entry | undefined,
  length: number,
): FlagMark[] =>
  flags.flatMap(flag => {
    const span = flag[side]
    if (span === null || span.to > length || flag.status === 'dismissed') return []
    if (side === 'b' && flag.status !== 'open') return []
    return [
      {
        id: flag.id,
        ...span,
        severity: flag.severity,
        open: flag.status === 'open',
        current: current?.flags.includes(flag.id) ?? false,
      },
    ]
  })

/** The entry that was another before the last edit: its flag, its finding, or its words in the machine's text are the same. */
export const sameEntry = (entries: readonly Entry[], before: Entry): Entry | undefined =>
  entries.find(e => e.key === before.key) ??
  entries.find(e => e.flags.some(id => before.flags.includes(id))) ??
  entries.find(e => e.findings.some(id => before.findings.includes(id))) ??
  entries.find(
    e => e.fromA <= before.toA && before.fromA <= e.toA && (e.fromA === before.fromA || e.toA === before.toA),
  )

/** Works out the entries of what stands on the desk now, and draws the flags in both texts. */
export const refreshEntries = (context: Context): void => {
  const { book, views, flags } = context
  const doc = views.corrected.state.doc
  const placed = placeFlags(flags, context.session, (from, to) =>
    doc.sliceString(Math.max(0, from), Math.min(to, doc.length)),
  )
  const before = context.entries.find(e => e.key === context.current)
  const findings = views.corrected.state.field(findingField)
  const rowOf = (side: 'a' | 'b', position: number): number => rowAt(book.rows, book.starts[side], side, position)
  context.entries = entriesOf(book.rows, book.starts, placed, rowOf, findings)
  if (before !== undefined) context.current = sameEntry(context.entries, before)?.key ?? null
  if (context.typed !== null) {
    const { typed, entries } = context
    context.typed = null
    const caret = views.corrected.state.selection.main.head
    // the caret may stand behind words that were typed as they were
    const now = entryAt(entries, 'b', caret) ?? changeNear(entries, typed, caret)
    context.current = now?.key ?? context.current
  }
  const current = context.entries.find(e => e.key === context.current)
  views.mt.dispatch({ effects: setFlagMarks.of(marksOf(placed, 'a', current, views.mt.state.doc.length)) })
  views.corrected.dispatch({ effects: setFlagMarks.of(marksOf(placed, 'b', current, doc.length)) })
  showCurrent(context)
}

/** Shades the current entry's words in both texts. */
export const showCurrent = (context: Context): void => {
  const entry = context.entries.find(e => e.key === context.current)
  const { mt, corrected } = context.views
  mt.dispatch({
    effects: setCurrent.of(entry ? { from: entry.fromA, to: Math.min(entry.toA, mt.state.doc.length) } : null),
  })
  corrected.dispatch({
    effects: setCurrent.of(entry ? { from: entry.fromB, to: Math.min(entry.toB, corrected.state.doc.length) } : null),
  })
}
