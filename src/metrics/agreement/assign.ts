/**
 * The best one-to-one assignment: each row to a column of its own, so that the gains together are as great as they can be (Kuhn 1955, with
 * potentials, in rows² · columns steps).
 * @param gains of each row with each column; no fewer columns than rows
 * @returns for each row its column
 */
export function assign(gains: readonly (readonly number[])[]): number[] {
  const columns = gains[0]?.length ?? 0
  const none = gains.length
  const rowPotential = new Float64Array(gains.length + 1)
  const columnPotential = new Float64Array(columns + 1)
  // the last column is no real one: there the row that is being placed waits
  const rowOf = new Int32Array(columns + 1).fill(none)
  for (let row = 0; row < gains.length; row++) {
    const nearest = new Float64Array(columns).fill(Infinity)
    const from = new Int32Array(columns)
    const done = new Uint8Array(columns + 1)
    rowOf[columns] = row
    let at = columns
    while (rowOf[at] !== none) {
      done[at] = 1
      const here = rowOf[at]!
      let [least, next] = [Infinity, columns]
      for (let column = 0; column < columns; column++) {
        if (done[column]) continue
        const cost = -gains[here]![column]! - rowPotential[here]! - columnPotential[column]!
        if (cost < nearest[column]!) [nearest[column], from[column]] = [cost, at]
        if (nearest[column]! < least) [least, next] = [nearest[column]!, column]
      }
      for (let column = 0; column <= columns; column++)
        if (done[column]) {
          rowPotential[rowOf[column]!]! += least
          columnPotential[column]! -= least
        } else nearest[column]! -= least
      at = next
    }
    while (at !== columns) {
      rowOf[at] = rowOf[from[at]!]!
      at = from[at]!
    }
    rowOf[columns] = none
  }
  const assigned = gains.map(() => -1)
  for (let column = 0; column < columns; column++) if (rowOf[column] !== none) assigned[rowOf[column]!] = column
  return assigned
}
