import { Tokens } from '../../src/text/diff/tokens.ts'
import { Vocabulary } from '../../src/text/diff/vocabulary.ts'

/** The tokens of both texts as numbers: what every count of marked words here is counted in. */
export function tokenIds(a: string, b: string): [Int32Array, Int32Array] {
  const vocabulary = new Vocabulary(a, b)
  const left = new Tokens(a, 0, vocabulary)
  const right = new Tokens(b, 1, vocabulary)
  left.add(0, a.length)
  right.add(0, b.length)
  return [left.id.subarray(0, left.count), right.id.subarray(0, right.count)]
}

export function countTokens(text: string): number {
  return tokenIds(text, '')[0].length
}

/** The length of the shortest edit script (Myers 1986, lengths alone), or null where it is over `most`. */
export function minimalMarks(a: Int32Array, b: Int32Array, most: number): number | null {
  const reach = new Int32Array(2 * most + 5).fill(-1)
  const zero = most + 2
  reach[zero + 1] = 0
  let low = 0
  let high = 0
  for (let edits = 0; edits <= most; edits++) {
    let least = low - 1
    let greatest = high + 1
    for (let k = low; k <= high; k += 2) {
      const right = reach[zero + k - 1]!
      const down = reach[zero + k + 1]!
      let x = right < down ? down : right + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      reach[zero + k] = x
      if (x >= a.length) {
        if (x - k >= b.length) return edits
        greatest = Math.min(greatest, k - 1)
      }
      if (x - k >= b.length) least = k + 1
    }
    low = least
    high = greatest
  }
  return null
}
