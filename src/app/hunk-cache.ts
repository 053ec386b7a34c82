/**
 * Comparisons, and other things dear to make, kept as long as there is room. What is kept never changes (it is named by hashes,
 * or by revision), so nothing ever needs to be taken back.
 */
import { diffTexts, type TextDiff } from '../text/diff/index.ts'

/** The least recently used leaves first; bounded by the bytes its values are said to take. */
export class LruCache<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly bytes: number }>()
  readonly #most: number
  #bytes = 0

  /** @param most bytes to hold; a value larger than that is never kept */
  constructor(most: number) {
    this.#most = most
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: V, bytes: number): void {
    this.delete(key)
    if (bytes > this.#most) return
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#most) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#bytes -= entry.bytes
  }
}

/** A text and its SHA-256, by which comparisons are remembered. */
export interface HashedText {
  readonly hash: string
  readonly text: string
}

/** Remembers `diffTexts` by the hashes of both texts. */
export interface HunkCache {
  diff(a: HashedText, b: HashedText): TextDiff
}

/** What a row or a hunk of small numbers takes in V8, about. */
const bytesOfPiece = 80

/** @param most bytes of comparisons to hold; the default is room for some hundred long articles */
export const createHunkCache = (most = 64 * 1024 * 1024): HunkCache => {
  const cache = new LruCache<TextDiff>(most)
  return {
    diff(a, b) {
      const key = `${a.hash} ${b.hash}`
      const known = cache.get(key)
      if (known !== undefined) return known
      const made = diffTexts(a.text, b.text)
      cache.set(key, made, (made.rows.length + made.hunks.length) * bytesOfPiece + key.length)
      return made
    },
  }
}
