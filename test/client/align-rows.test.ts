import { alignRows, type Measured } from '../../src/client/review/align-rows.ts'

const column = (heights: readonly (number | null)[], loose = false): Measured => ({
  has: heights.map(h => h !== null),
  heights: heights.map(h => h ?? 0),
  loose,
})

/** Where each row of each column begins. */
const tops = (columns: readonly Measured[], rows: number) => {
  const gaps = alignRows(
    columns,
    columns.map(() => 0),
    rows,
  )
  return columns.map((c, i) => {
    let y = 0
    return c.has.map((has, row) => {
      if (!has) return null
      y += gaps[i]?.[row] ?? 0
      const top = y
      y += c.heights[row] ?? 0
      return top
    })
  })
}

describe('aligning rows', () => {
  test('each row begins where the tallest above it ends', () => {
    expect(tops([column([10, 40, 5]), column([30, 20, 5])], 3)).toEqual([
      [0, 30, 70],
      [0, 30, 70],
    ])
  })
  test('what stands in one column only has the height to itself', () => {
    expect(tops([column([10, 40, 5]), column([10, null, 5])], 3)).toEqual([
      [0, 10, 50],
      [0, null, 50],
    ])
  })
  test('a source passage over two rows does not hold them apart, but the next of its own waits for it', () => {
    const [mt, , source] = tops([column([10, 10, 10]), column([10, 10, 10]), column([25, null, 10], true)], 3)
    expect(mt).toEqual([0, 10, 25])
    expect(source).toEqual([0, null, 25])
  })
  test('columns that are out of line where the window begins are brought level there', () => {
    const gaps = alignRows([column([10, 10]), column([10, 10])], [100, 130], 2)
    expect(gaps.map(g => g[0])).toEqual([30, 0])
  })
})
