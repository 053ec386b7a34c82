import type { Column } from './columns.ts'
import { alignRows, type Measured } from './align-rows.ts'
import { lineAt } from './block.ts'
import { hasSpacer, setSpacers, type SpacerAt } from './spacers.ts'

/** Rows first…last, both included. */
export interface Window {
  readonly first: number
  readonly last: number
}

const everywhere = (columns: readonly Column[], row: number): boolean =>
  columns.every(column => column.anchor(row) >= 0)

/** Grows a window to rows that all columns have: there they are level, and what is outside need not be looked at. */
export const widen = (columns: readonly Column[], { first, last }: Window, rows: number): Window => {
  let from = Math.max(0, Math.min(first, rows - 1))
  let to = Math.min(rows - 1, last + 1)
  while (from > 0 && !everywhere(columns, from)) from--
  while (to < rows - 1 && !everywhere(columns, to)) to++
  return { first: from, last: to }
}

interface Read extends Measured {
  readonly anchors: readonly number[]
  readonly bottom: number
}

const readColumn = (column: Column, { first, last }: Window, rows: number): Read => {
  const anchors: number[] = []
  const heights: number[] = []
  const end = column.view.state.doc.length
  let bottom = -1
  let open = -1
  let openText = 0
  const close = (top: number): void => {
    if (open >= 0) heights[open] = top - openText
    else bottom = top
  }
  for (let row = first; row <= last; row++) {
    const anchor = column.anchor(row)
    anchors.push(anchor)
    heights.push(0)
    if (anchor < 0) continue
    const line = lineAt(column.view, anchor)
    close(line.top)
    open = row - first
    openText = line.text
  }
  let after = last + 1
  while (after < rows && column.anchor(after) < 0) after++
  close(after < rows ? lineAt(column.view, column.anchor(after)).top : lineAt(column.view, end).bottom)
  return { anchors, heights, has: anchors.map(a => a >= 0), loose: column.loose, bottom }
}

/** Are the columns level where the window begins? If not, something above it is out of line. */
export const levelAt = (columns: readonly Column[], row: number): boolean => {
  const tops = columns.filter(c => c.anchor(row) >= 0).map(c => lineAt(c.view, c.anchor(row)).text)
  return Math.max(...tops) - Math.min(...tops) < 1
}

/**
 * Sets the spacers of a window.
 * @param rows how many rows there are in all @param forced set them even where their heights are right
 * @returns whether anything had to change
 */
export const alignWindow = (columns: readonly Column[], window: Window, rows: number, forced: boolean): boolean => {
  const reads = columns.map(column => readColumn(column, window, rows))
  const gaps = alignRows(
    reads,
    reads.map(read => read.bottom),
    window.last - window.first + 1,
  )
  let changed = false
  columns.forEach((column, c) => {
    const read = reads[c] as Read
    const spacers: SpacerAt[] = []
    read.anchors.forEach((at, row) => {
      if (at >= 0) spacers.push({ at, height: Math.round((gaps[c]?.[row] ?? 0) * 100) / 100 })
    })
    const state = column.view.state
    if (!forced && spacers.every(s => hasSpacer(state, s.at, s.height))) return
    changed = true
    const after = window.last + 1 < rows ? nextAnchor(column, window.last + 1, rows) : -1
    const from = window.first === 0 ? 0 : (spacers[0]?.at ?? state.doc.length)
    const to = after < 0 ? state.doc.length : after - 1
    if (from <= to) column.view.dispatch({ effects: setSpacers.of({ from, to, spacers }) })
  })
  return changed
}

const nextAnchor = (column: Column, from: number, rows: number): number => {
  for (let row = from; row < rows; row++) if (column.anchor(row) >= 0) return column.anchor(row)
  return -1
}
