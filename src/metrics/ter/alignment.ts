import type { Band } from './band.ts'

/** Which words stand for each other, on the shortest path through a band. */
export interface Alignment {
  /** for each reference word the place of the hypothesis word that it stands with, or after; -1 before the first */
  readonly align: Int32Array
  /** how many words before each place of the hypothesis, and of the reference, are wrong */
  readonly wrongInHypothesis: Int32Array
  readonly wrongInReference: Int32Array
}

/**
 * Walks back from the end. Where paths cost the same, a substitution (or a word left as it is) goes before a deletion, and that before an
 * insertion, as in sacreBLEU: which shifts are tried depends on it.
 */
export function alignmentOf(
  { rows, columns, first, stride }: Band,
  hypothesis: Int32Array,
  reference: Int32Array,
  fromStart: Int32Array,
): Alignment {
  const align = new Int32Array(columns)
  const wrongInHypothesis = new Int32Array(rows + 1)
  const wrongInReference = new Int32Array(columns + 1)
  let row = rows
  let column = columns
  while (row > 0 || column > 0) {
    if (row === 0) {
      align[column - 1] = -1
      wrongInReference[column] = 1
      column -= 1
      continue
    }
    const here = row * stride + 1 + column - (first[row] as number)
    const above = (row - 1) * stride + 1 + column - (first[row - 1] as number)
    const cost = fromStart[here] as number
    const same = column > 0 && hypothesis[row - 1] === reference[column]
    if (column > 0 && (fromStart[above - 1] as number) + (same ? 0 : 1) === cost) {
      align[column - 1] = row - 1
      wrongInHypothesis[row] = same ? 0 : 1
      wrongInReference[column] = same ? 0 : 1
      row -= 1
      column -= 1
    } else if ((fromStart[above] as number) + 1 === cost) {
      wrongInHypothesis[row] = 1
      row -= 1
    } else {
      align[column - 1] = row - 1
      wrongInReference[column] = 1
      column -= 1
    }
  }
  sumUp(wrongInHypothesis)
  sumUp(wrongInReference)
  return { align, wrongInHypothesis, wrongInReference }
}

function sumUp(counts: Int32Array): void {
  for (let at = 1; at < counts.length; at += 1) counts[at] = (counts[at] as number) + (counts[at - 1] as number)
}
