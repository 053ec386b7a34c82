import { enlarged } from './vocabulary.ts'

/** More edits than this are not searched for at once. */
const MOST_EDITS = 384

/**
 * The greedy shortest-edit-script search of Myers, "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1,
 * 1986), bounded. Diagonals beyond an edge of the grid are dropped as soon as it is reached. Where the script is longer
 * than {@link MOST_EDITS}, the first half of the furthest-reaching path is kept and the search begins again at its end:
 * time is at most some MOST_EDITS steps a token, and memory MOST_EDITS² / 2 integers, whatever comes.
 */
export class Myers {
  /** furthest x on each diagonal, two sentinels on either side */
  private reach: Int32Array = new Int32Array(64)
  /** every row of `reach`, one after another, to walk back on */
  private trace: Int32Array = new Int32Array(256)
  private rowAt: Int32Array = new Int32Array(32)
  private rowLow: Int32Array = new Int32Array(32)

  /** Writes `partner[i] = j` for every token i of a, `fromA ≤ i < toA`, that stays as token j of b. */
  match(
    a: Int32Array,
    fromA: number,
    toA: number,
    b: Int32Array,
    fromB: number,
    toB: number,
    partner: Int32Array,
  ): void {
    while (fromA < toA && fromB < toB) {
      const [edits, diagonal, whole] = this.search(a, fromA, toA, b, fromB, toB)
      const keep = whole ? edits : edits >> 1
      const [x, y] = this.walkBack(fromA, fromB, edits, diagonal, keep, partner)
      if (whole) return
      fromA += x
      fromB += y
    }
  }

  /** The number of edits searched, the diagonal of the best end, and whether that is the end of both. */
  private search(
    a: Int32Array,
    fromA: number,
    toA: number,
    b: Int32Array,
    fromB: number,
    toB: number,
  ): [edits: number, diagonal: number, whole: boolean] {
    const n = toA - fromA
    const m = toB - fromB
    const most = Math.min(n + m, MOST_EDITS)
    if (this.reach.length < 2 * most + 5) this.reach = new Int32Array(2 * most + 5)
    if (this.rowAt.length < most + 2) {
      this.rowAt = enlarged(this.rowAt, most + 2)
      this.rowLow = enlarged(this.rowLow, most + 2)
    }
    const reach = this.reach
    const zero = most + 2
    let low = 0
    let high = 0
    let filled = 0
    reach[zero - 1] = -1
    reach[zero + 1] = 0
    for (let edits = 0; ; edits++) {
      if (this.trace.length < filled + edits + 1) {
        this.trace = enlarged(this.trace, Math.max(this.trace.length * 2, filled + edits + 1))
      }
      const trace = this.trace
      this.rowAt[edits] = filled
      this.rowLow[edits] = low
      let least = low - 1
      let greatest = high + 1
      for (let k = low; k <= high; k += 2) {
        const right = reach[zero + k - 1]!
        const down = reach[zero + k + 1]!
        let x = right < down ? down : right + 1
        let i = fromA + x
        let j = i - fromA + fromB - k
        while (i < toA && j < toB && a[i] === b[j]) {
          i++
          j++
        }
        x = i - fromA
        reach[zero + k] = x
        trace[filled++] = x
        if (i >= toA) {
          if (j >= toB) return [edits, k, true]
          if (k - 1 < greatest) greatest = k - 1
        }
        if (j >= toB) least = k + 1
      }
      if (edits === most) return [edits, this.furthest(low, edits, filled), false]
      reach[zero + low - 2] = -1
      reach[zero + high + 2] = -1
      low = least
      high = greatest
    }
  }

  /** The diagonal of the last row on which most tokens of both are behind. */
  private furthest(low: number, edits: number, filled: number): number {
    let best = low
    let most = -1
    for (let at = this.rowAt[edits]!, k = low; at < filled; at++, k += 2) {
      const behind = 2 * this.trace[at]! - k
      if (behind > most) {
        most = behind
        best = k
      }
    }
    return best
  }

  /** Notes what stays on the path, up to its `keep`-th edit, and returns where that leaves off. */
  private walkBack(
    fromA: number,
    fromB: number,
    edits: number,
    k: number,
    keep: number,
    partner: Int32Array,
  ): [x: number, y: number] {
    let end: [number, number] = [0, 0]
    for (let row = edits; row >= 0; row--) {
      const x = this.trace[this.rowAt[row]! + ((k - this.rowLow[row]!) >> 1)]!
      let right = -1
      let down = -1
      if (row > 0) {
        const at = this.rowAt[row - 1]!
        const low = this.rowLow[row - 1]!
        const count = this.rowAt[row]! - at
        const index = (k - 1 - low) >> 1
        if (index >= 0 && index < count) right = this.trace[at + index]!
        if (index + 1 >= 0 && index + 1 < count) down = this.trace[at + index + 1]!
      }
      const start = row === 0 ? 0 : right < down ? down : right + 1
      if (row === keep) end = [x, x - k]
      if (row <= keep) for (let each = start; each < x; each++) partner[fromA + each] = fromB + each - k
      k = row > 0 && right < down ? k + 1 : k - 1
    }
    return end
  }
}
