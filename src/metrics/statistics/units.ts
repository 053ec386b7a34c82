/**
 * What is drawn again: units (sentences, articles) by the numbers from whose sums a score is reckoned. A mean is Σ value ÷ Σ 1, penalty by
 * words Σ penalty ÷ Σ words, a corpus metric its score of the sums of its segments' statistics.
 */

export interface Units {
  readonly count: number
  /** for each number of a unit a column, in which all units have theirs */
  readonly columns: readonly Float64Array[]
}

/** The score of sums, one a column; null where there is none. `sums` is used again: what is to be kept of it must be copied. */
export type Score = (sums: ArrayLike<number>) => number | null

/** @param rows the numbers of each unit. @throws RangeError where rows differ in width, or a number is none */
export function unitsOf(rows: readonly ArrayLike<number>[]): Units {
  const width = rows[0]?.length ?? 0
  const columns = Array.from({ length: width }, () => new Float64Array(rows.length))
  for (const [unit, row] of rows.entries()) {
    if (row.length !== width) throw new RangeError(`unit ${unit} has ${row.length} numbers, and the first has ${width}`)
    for (const [i, column] of columns.entries()) {
      const number = row[i] ?? NaN
      if (!Number.isFinite(number)) throw new RangeError(`unit ${unit} has ${number} among its numbers`)
      column[unit] = number
    }
  }
  return { count: rows.length, columns }
}

/** Units whose score by `ratio` is their mean. */
export const unitsOfValues = (values: readonly number[]): Units => unitsOf(values.map(value => [value, 1]))

/** The first sum by the second; null where that is not above 0. */
export const ratio: Score = ({ 0: above = 0, 1: below = 0 }) => (below > 0 ? above / below : null)

const sumOf = (column: Float64Array): number => column.reduce((sum, number) => sum + number, 0)

/** The sums of all units, as they are. */
export const columnSums = ({ columns }: Units): Float64Array => Float64Array.from(columns, sumOf)

/** Two systems' columns beside each other. @throws RangeError where they are not of the same units */
export function beside(a: Units, b: Units): Units {
  if (a.count !== b.count || a.columns.length !== b.columns.length)
    throw new RangeError(
      `${a.count} units of ${a.columns.length} numbers cannot be paired with ${b.count} of ${b.columns.length}`,
    )
  return { count: a.count, columns: [...a.columns, ...b.columns] }
}
