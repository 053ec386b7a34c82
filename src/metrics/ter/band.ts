/**
 * The band of the edit-distance matrix that is looked at: a row a word of the hypothesis, a column a word of the reference, and of each row
 * the columns near the line from corner to corner (sacreBLEU's “pseudo-diagonal”). Distances are shortest paths within the band, so its
 * width is part of the metric.
 */

/** Columns to either side of the line (Tercom: BEAM_WIDTH). */
const beamWidth = 25

/** More than any distance; two of them still fit into 32 bits. */
export const unreachable = 1 << 29

export interface Band {
  /** words of the hypothesis: the last row */
  readonly rows: number
  /** words of the reference: the last column */
  readonly columns: number
  /** the first column in each row */
  readonly first: Int32Array
  /** the column after the last one, in each row */
  readonly end: Int32Array
  /** how many cells a row takes: its columns from place 1 on, and what the next row may look at beyond them */
  readonly stride: number
}

/** @param rows at least 1 */
export function bandOf(rows: number, columns: number): Band {
  const ratio = columns / rows
  // where one word stands against many, rows must still touch
  const beam = beamWidth < ratio / 2 ? Math.ceil(ratio / 2 + beamWidth) : beamWidth
  const first = new Int32Array(rows + 1)
  const end = new Int32Array(rows + 1)
  for (let row = 1; row <= rows; row += 1) {
    const diagonal = Math.floor(row * ratio)
    first[row] = Math.max(0, diagonal - beam)
    end[row] = row === rows ? columns + 1 : Math.min(columns + 1, diagonal + beam)
  }
  const stride = Math.min(columns + 3, 2 * beam + Math.ceil(ratio) + 4)
  end[0] = Math.min(columns + 1, stride - 1)
  return { rows, columns, first, end, stride }
}
