/**
 * Edit distances within a band (Levenshtein 1966; Snover et al. 2006, section 2): from the beginning to each cell, from each cell to the end,
 * and of a hypothesis some of whose words stand in another order. Insertion, deletion and substitution cost 1.
 */
import { unreachable, type Band } from './band.ts'

/** Cells of all rows of a band, one row after the other; column `first[row]` at place 1. */
type Cells = Int32Array

/**
 * One row from the row above it.
 * @param at where the row begins in `cells`
 * @param above where the row above begins in `from`
 * @param word the hypothesis word of the row
 * @param reference the word that leads to each column; nothing leads to column 0
 */
function fillRow(
  { first, end }: Band,
  row: number,
  word: number,
  reference: Int32Array,
  from: Cells,
  above: number,
  cells: Cells,
  at: number,
): void {
  const start = first[row] as number
  const width = (end[row] as number) - start
  const shift = above + start - (first[row - 1] as number)
  let left = unreachable
  cells[at] = unreachable
  for (let place = 1; place <= width; place += 1) {
    const diagonal = from[shift + place - 1] as number
    const up = (from[shift + place] as number) + 1
    let cost = reference[start + place - 1] === word ? diagonal : diagonal + 1
    if (up < cost) cost = up
    if (left + 1 < cost) cost = left + 1
    left = cost
    cells[at + place] = cost
  }
}

/** Cells beyond the columns of a row, as far as the row below looks. */
function closeRow({ first, end, stride }: Band, row: number, cells: Cells, at: number): void {
  cells.fill(unreachable, at + 1 + (end[row] as number) - (first[row] as number), at + stride)
}

/** The distance from the beginning to each cell. */
export function distancesFromStart(band: Band, hypothesis: Int32Array, reference: Int32Array): Cells {
  const { rows, stride } = band
  const cells = new Int32Array((rows + 1) * stride)
  cells[0] = unreachable
  for (let place = 1; place < stride; place += 1) cells[place] = place - 1
  closeRow(band, 0, cells, 0)
  for (let row = 1; row <= rows; row += 1) {
    fillRow(band, row, hypothesis[row - 1] as number, reference, cells, (row - 1) * stride, cells, row * stride)
    closeRow(band, row, cells, row * stride)
  }
  return cells
}

export const distanceOf = ({ rows, columns, first, stride }: Band, fromStart: Cells): number =>
  fromStart[rows * stride + 1 + columns - (first[rows] as number)] as number

/** The distance from each cell, but those of row 0, to the end. */
export function distancesToEnd(band: Band, hypothesis: Int32Array, reference: Int32Array): Cells {
  const { rows, columns, first, end, stride } = band
  const cells = new Int32Array((rows + 1) * stride).fill(unreachable)
  const last = first[rows] as number
  for (let column = columns; column >= last; column -= 1) cells[rows * stride + 1 + column - last] = columns - column
  for (let row = rows - 1; row >= 1; row -= 1) {
    const [start, below] = [first[row] as number, first[row + 1] as number]
    const at = row * stride + 1 - start
    const under = (row + 1) * stride + 1 - below
    const word = hypothesis[row] as number
    let right = unreachable
    for (let column = (end[row] as number) - 1; column >= start; column -= 1) {
      let cost = right + 1
      // the row below may begin further to the right
      if (column >= below - 1) {
        const diagonal = (cells[under + column + 1] as number) + (reference[column + 1] === word ? 0 : 1)
        const down = (cells[under + column] as number) + 1
        cost = Math.min(cost, diagonal, down)
      }
      right = Math.min(cost, unreachable)
      cells[at + column] = right
    }
  }
  return cells
}

/**
 * The distance of the hypothesis with the words from `from` to `to` replaced by `words` from there on; the rows before and after them are those of
 * the hypothesis itself, so only these are filled.
 * @param scratch two rows
 */
export function distanceWith(
  band: Band,
  words: Int32Array,
  { from, to }: { readonly from: number; readonly to: number },
  reference: Int32Array,
  fromStart: Cells,
  toEnd: Cells,
  scratch: Cells,
): number {
  const { first, end, stride } = band
  let [source, above, at] = [fromStart, from * stride, 0]
  for (let row = from + 1; row <= to; row += 1) {
    fillRow(band, row, words[row - 1] as number, reference, source, above, scratch, at)
    closeRow(band, row, scratch, at)
    source = scratch
    above = at
    at = stride - at
  }
  const width = (end[to] as number) - (first[to] as number)
  let least = unreachable
  for (let place = 1; place <= width; place += 1) {
    const whole = (source[above + place] as number) + (toEnd[to * stride + place] as number)
    if (whole < least) least = whole
  }
  return least
}
