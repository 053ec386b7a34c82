import type { Row } from './rows.ts'

/** Where each row begins on both sides; a row that has nothing there begins where the next one does. The last entry is the end + 1. */
export interface Starts {
  readonly a: Int32Array
  readonly b: Int32Array
}

export const startsOf = (rows: readonly Row[]): Starts => {
  const a = new Int32Array(rows.length + 1)
  const b = new Int32Array(rows.length + 1)
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row
    a[i + 1] = (a[i] as number) + row.a + 1
    b[i + 1] = (b[i] as number) + row.b + 1
  }
  return { a, b }
}

/** The row a position stands in: the last that begins at or before it and has something on that side. */
export const rowAt = (rows: readonly Row[], starts: Int32Array, side: 'a' | 'b', position: number): number => {
  let low = 0
  let high = rows.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= position) low = middle
    else high = middle - 1
  }
  while (low > 0 && (rows[low] as Row)[side] < 0) low--
  while (low < rows.length - 1 && (rows[low] as Row)[side] < 0) low++
  return low
}
