/** What one column needs at a row: where its text begins now, and the height the row's text has there. Pure numbers, px. */
export interface Measured {
  /** per row of the window: is there text of the row here? */
  readonly has: readonly boolean[]
  /** per row with text: height of its text down to the column's next row with text */
  readonly heights: readonly number[]
  readonly loose: boolean
}

/**
 * Lays rows under each other so that each begins level in every column that has it.
 * @param bottoms where each column's text above the window ends
 * @returns per column, per row, the empty height before the row (0 where the column has none of it), and after the last row
 */
export const alignRows = (
  columns: readonly Measured[],
  bottoms: readonly number[],
  rows: number,
): readonly (readonly number[])[] => {
  const ends = bottoms.slice()
  const gaps = columns.map(() => new Array<number>(rows).fill(0))
  for (let row = 0; row < rows; row++) {
    let top = 0
    columns.forEach((column, c) => {
      if (!column.loose || column.has[row]) top = Math.max(top, ends[c] as number)
    })
    columns.forEach((column, c) => {
      if (!column.has[row]) return
      ;(gaps[c] as number[])[row] = top - (ends[c] as number)
      ends[c] = top + (column.heights[row] as number)
    })
  }
  return gaps
}
