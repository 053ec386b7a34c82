/**
 * Things dear to make, kept as long as there is room: the least recently used leaves first. Bounded by the bytes its values are said
 * to take. What is kept never changes (it is named by hashes, or by revision), or bears the stamp of what it was made of; so nobody
 * who writes has to take it back.
 */
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
