import { diffByLines } from '../../text/diff/by-lines.ts'
import { diffTexts, type TextDiff } from '../../text/diff/index.ts'
import { LruCache } from '../lru-cache.ts'

/** A text and its SHA-256, by which comparisons are remembered. */
export interface HashedText {
  readonly hash: string
  readonly text: string
}

/** Remembers comparisons by the hashes of both texts. */
export interface HunkCache {
  /** @param fixed whether the lines of one belong to those of the other, as segments do: `diffByLines`, else `diffTexts` */
  diff(a: HashedText, b: HashedText, fixed?: boolean): TextDiff
}

/** What a row or a hunk of small numbers takes in V8, about. */
const bytesOfPiece = 80

/** @param most bytes of comparisons to hold; the default is room for some hundred long articles */
export const createHunkCache = (most = 64 * 1024 * 1024): HunkCache => {
  const cache = new LruCache<TextDiff>(most)
  return {
    diff(a, b, fixed = false) {
      const key = `${a.hash} ${b.hash}${fixed ? ' fixed' : ''}`
      const known = cache.get(key)
      if (known !== undefined) return known
      const made = (fixed ? diffByLines : diffTexts)(a.text, b.text)
      cache.set(key, made, (made.rows.length + made.hunks.length) * bytesOfPiece + key.length)
      return made
    },
  }
}
