import type { Store } from '../../store/db/store.ts'
import type { StampedTranslation } from '../../store/report-rows.ts'
import { LruCache } from '../lru-cache.ts'
import { takeTurns } from '../take-turns.ts'

/** Of so many translations is read in one statement. */
const readAtOnce = 1000

interface Ways<Value> {
  /** of these translations, by their ids; those that are gone are left out */
  readonly read: (store: Store, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>
  readonly bytesOf: (value: Value) => number
  /** bytes that are kept */
  readonly most: number
}

interface Kept<Value> {
  readonly stamp: number
  readonly value: Value
}

/**
 * What was read of translations, kept as long as their measures are the same: after a change only what has changed is read again. Holds of
 * what is measured anew whenever it changes.
 */
export class KeptOfTranslations<Value> {
  readonly #ofStores = new WeakMap<Store, LruCache<Kept<Value>>>()
  readonly #ways: Ways<Value>

  constructor(ways: Ways<Value>) {
    this.#ways = ways
  }

  /** In the order of the translations, but for those that are gone. */
  async of(store: Store, translations: readonly StampedTranslation[]): Promise<Value[]> {
    const { read, bytesOf, most } = this.#ways
    const kept = this.#ofStores.get(store) ?? new LruCache<Kept<Value>>(most)
    this.#ofStores.set(store, kept)
    const values = translations.map(({ translation_id, stamp }) => {
      const known = kept.get(translation_id)
      return known?.stamp === stamp ? known.value : undefined
    })
    const missing = [...values.keys()].filter(n => values[n] === undefined)
    const turn = takeTurns()
    for (let at = 0; at < missing.length; at += readAtOnce) {
      const some = missing.slice(at, at + readAtOnce)
      const found = await read(store, some.map(n => translations[n]!.translation_id)) // prettier-ignore
      for (const n of some) {
        const { translation_id, stamp } = translations[n]!
        const value = found.get(translation_id)
        if (value === undefined) continue
        values[n] = value
        kept.set(translation_id, { stamp, value }, bytesOf(value))
      }
      await turn()
    }
    return values.filter(value => value !== undefined)
  }
}
