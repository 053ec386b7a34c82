/** What was corrected most often in the translations of a report. */
import type { Severity } from '../../mqm/annotation.ts'
import { mostCorrectedIn, pairsOfTranslations, pairTexts, type CountedPair } from '../../store/report-corrections.ts'
import type { Store } from '../../store/db/store.ts'
import type { CorrectionRow } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import { KeptOfTranslations } from './kept-of-translations.ts'
import type { MeasuredSet, MeasuredTranslation } from './measured.ts'

const mostShown = 10
/** Of no more translations than these all corrections are counted. */
const fewTranslations = 200

/** Pairs by number: of half a million corrections the ids would take too long to count. */
class PairNumbers {
  readonly ids: string[] = []
  readonly #numbers = new Map<string, number>()

  of(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    this.#numbers.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }
}

const numbersOfStores = new WeakMap<Store, PairNumbers>()

function numbersOf(store: Store): PairNumbers {
  const numbers = numbersOfStores.get(store) ?? new PairNumbers()
  numbersOfStores.set(store, numbers)
  return numbers
}

/** The numbers of each translation's pairs, one a correction; an empty list where it has none. */
const pairsKept = new KeptOfTranslations<Uint32Array>({
  async read(store, ids) {
    const numbers = numbersOf(store)
    const pairs = await pairsOfTranslations(store.db, ids)
    return new Map(ids.map(id => [id, Uint32Array.from(pairs.get(id) ?? [], pair => numbers.of(pair))]))
  },
  bytesOf: ({ byteLength }) => 300 + byteLength,
  most: 60_000_000,
})

/** The most frequent pairs of some translations. @param pairs of each of them */
function oftenest(
  translations: readonly MeasuredTranslation[],
  pairs: readonly Uint32Array[],
  ids: readonly string[],
): readonly CountedPair[] {
  const counts = new Uint32Array(ids.length)
  for (const each of pairs) for (const pair of each) counts[pair]! += 1
  const isBefore = (a: number, b: number): boolean =>
    counts[a]! > counts[b]! || (counts[a] === counts[b] && ids[a]! > ids[b]!)
  const first: number[] = []
  for (let pair = 0; pair < counts.length; pair++) {
    const last = first.at(-1)
    if (counts[pair] === 0 || (first.length === mostShown && last !== undefined && isBefore(last, pair))) continue
    if (first.length === mostShown) first.pop()
    const before = first.findIndex(each => isBefore(pair, each))
    first.splice(before < 0 ? first.length : before, 0, pair)
  }
  const articles = articlesWith(first, translations, pairs, ids.length)
  return first.map((pair, n) => ({ pairId: ids[pair]!, corrections: counts[pair]!, articles: articles[n]! }))
}

/** In how many articles each of a few pairs was corrected. @param all how many pairs there are */
function articlesWith(
  few: readonly number[],
  translations: readonly MeasuredTranslation[],
  pairs: readonly Uint32Array[],
  all: number,
): Uint32Array {
  const places = new Int8Array(all).fill(-1)
  for (const [place, pair] of few.entries()) places[pair] = place
  const numbers = new Map<string, number>()
  const [seen, found] = [new Uint8Array(few.length * translations.length), new Uint32Array(few.length)]
  for (const [n, each] of pairs.entries()) {
    const { articleId } = translations[n]!
    const article = numbers.get(articleId) ?? numbers.size
    numbers.set(articleId, article)
    for (const pair of each) {
      const place = places[pair]!
      if (place < 0 || seen[article * few.length + place] === 1) continue
      seen[article * few.length + place] = 1
      found[place]! += 1
    }
  }
  return found
}

async function mostFrequent(store: Store, { filter, translations }: MeasuredSet): Promise<readonly CountedPair[]> {
  if (translations.length === 0) return []
  if (translations.length <= fewTranslations) return mostCorrectedIn(store.db, filter, mostShown)
  const stamped = translations.map(({ translationId, stamp }) => ({ translation_id: translationId, stamp }))
  const pairs = await pairsKept.of(store, stamped)
  return oftenest(translations, pairs, numbersOf(store).ids)
}

const kept = new WeakMap<MeasuredSet, readonly CorrectionRow[]>()

/** Counted once of a set, and kept as long as it: a text that is corrected is measured anew, and is then in another. */
export async function frequentCorrections(
  { store }: Pick<Deps, 'store'>,
  set: MeasuredSet,
): Promise<readonly CorrectionRow[]> {
  const known = kept.get(set)
  if (known) return known
  const counted = await mostFrequent(store, set)
  const texts = await pairTexts(
    store.db,
    counted.map(({ pairId }) => pairId),
  )
  const rows = counted.flatMap(({ pairId, corrections, articles }): CorrectionRow[] => {
    const pair = texts.get(pairId)
    if (!pair) return []
    const { before, after, category, severity } = pair
    return [{ pair: pairId, before, after, corrections, articles, category, severity: severity as Severity }]
  })
  kept.set(set, rows)
  return rows
}
