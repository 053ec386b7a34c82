import type { Context } from './context.ts'
import { showCurrent } from './entries-now.ts'

/**
 * Begins at the first open place in sight, so that one key answers it. Where the checks are not ready on opening, that is when they are,
 * unless the editor has gone somewhere by then.
 */
export const startAtFirst = (context: Context): void => {
  const { views, layout } = context
  const view = views.corrected
  let begun = false
  const start = (): void => {
    if (begun) return
    if (context.current !== null || context.mode.writing || !view.state.selection.main.empty) {
      begun = true
      return
    }
    const inSight = view.lineBlockAtHeight(layout.scroller.scrollTop + layout.scroller.clientHeight).to
    const first = context.entries.find(e => e.open && e.fromB <= inSight)
    if (first === undefined) return
    begun = true
    context.current = first.key
    showCurrent(context)
    context.moved.tell()
  }
  start()
  context.moved.listen(start)
  context.moved.tell()
}
