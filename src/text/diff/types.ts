/** Words removed from a → words inserted from b; half-open offsets in UTF-16 code units. One side may be empty, never both. */
export interface Hunk {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

export type RowKind = 'same' | 'changed' | 'removed' | 'inserted' | 'moved'

/**
 * Whole paragraphs of a beside those of b, without the line break that ends them: 1:1 mostly, n:1 where paragraphs
 * were joined, 1:n where one was split. Rows stand in b's order; `removed` ones (`fromB === toB`) where they were in a.
 */
export interface Row extends Hunk {
  readonly kind: RowKind
  /** of a `moved` row: where its paragraph stood in a; the same as `fromA` */
  readonly moved?: number
  /** of a `moved` row that was also changed: what changed within it */
  readonly hunks?: readonly Hunk[]
}

/**
 * Replacing every hunk's a-range by its b-range turns a into b; the hunks are sorted and disjoint, though two may touch.
 * A hunk belongs to the row that holds its range in a *and* its range in b; one of whole paragraphs takes a line break
 * with it and lies in no changed row. A moved paragraph is a removal and an insertion among the hunks, and one row.
 */
export interface TextDiff {
  readonly rows: readonly Row[]
  readonly hunks: readonly Hunk[]
}
