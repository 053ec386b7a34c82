/** The score of 0 to 100 that an annotator gives a segment, as the comment of a neutral flag at its beginning: it weighs nothing. */
export const scoreComment = (score: number): string => `Score: ${score}`

/** Null where the comment is none. */
export const scoreIn = (comment: string): number | null => {
  const match = /^Score: (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(comment)
  return match ? Number(match[1]) : null
}
