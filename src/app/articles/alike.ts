/** Same address, title or source; as good as the same words; the same names and numbers in other words. */
export type AlikeBy = 'address' | 'title' | 'source' | 'wording' | 'facts'

/** An article that one which comes in may be another translation of. */
export interface Alike {
  readonly articleId: string
  readonly title: string
  readonly by: readonly AlikeBy[]
  /** share of the words that stand in both, of its translation that has most in common; 0 to 1 */
  readonly similarity: number
  readonly archived: boolean
  /** one of its translations is this very text */
  readonly same: boolean
  readonly translations: readonly { readonly id: string; readonly system: string; readonly createdAt: number }[]
}
