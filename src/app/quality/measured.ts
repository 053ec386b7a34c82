/** What translations measure, in the numbers that figures are reckoned by. */
import type { Severity } from '../../mqm/annotation.ts'
import { weigherOf, wmt, type WeightScheme } from '../../mqm/weights.ts'
import { severityOfName } from '../../mqm/wmt-categories.ts'
import type { Units } from '../../metrics/statistics/units.ts'
import type { Store } from '../../store/db/store.ts'
import { measuresStamp, type MeasureFilter } from '../../store/measures.ts'
import { reckonedRows, translationsOfReport, type ReckonedRow } from '../../store/report-rows.ts'
import { isReviewed, reviewedStates } from '../../wire/common.ts'
import { sha256 } from '../hash.ts'
import type { ErrorCounts } from '../measure/find-errors.ts'
import type { Sums } from '../measure/figures.ts'
import { LruCache } from '../lru-cache.ts'
import { emptyColumns, writeNumbers } from './figures.ts'
import { KeptOfTranslations } from './kept-of-translations.ts'
import { addedUp, shuffledPlaces } from './units.ts'

export interface MeasuredTranslation {
  readonly translationId: string
  /** of its measure: another whenever that was derived anew */
  readonly stamp: number
  readonly articleId: string
  readonly system: string
  /** the house is through with correcting it */
  readonly reviewed: boolean
  /** when it came, epoch ms */
  readonly at: number
  readonly words: number
  readonly segments: number
  /** penalty points */
  readonly penalty: number
}

/** Errors of one kind, in all that was read. */
export interface ErrorTotal {
  /** ours, or a name of another program */
  readonly category: string
  readonly severity: Severity
  readonly count: number
  /** penalty points of all of them */
  readonly penalty: number
}

export interface MeasuredSet {
  /** of which measures it is */
  readonly filter: MeasureFilter
  /** another text for each other set of translations */
  readonly members: string
  /** of all measures, before it was read */
  readonly stamp: string
  /** in an order drawn by lot, in which they are dealt into groups */
  readonly translations: readonly MeasuredTranslation[]
  /** the numbers of each */
  readonly columns: readonly Float64Array[]
  readonly errors: readonly ErrorTotal[]
}

/** Errors of a translation or paragraph: how many of which kind. */
interface CountedErrors {
  /** their numbers, as `kindNumbers` gives them */
  readonly kinds: Uint32Array
  readonly counts: Float64Array
}

/** Kinds of errors, numbered as they are met: by category and severity as JSON writes them, without the first quote: `accuracy/omission","major"` */
const kindNumbers = new Map<string, number>()

function numberOfKind(name: string): number {
  const known = kindNumbers.get(name)
  if (known !== undefined) return known
  kindNumbers.set(name, kindNumbers.size)
  return kindNumbers.size - 1
}

/** What stands between two counts where they are written; in a name the quote would have a backslash before it. */
const between = '],["'

/** @param errors as JSON that `JSON.stringify` wrote of `ErrorCounts`: of many thousands it is parsed too slowly */
function countedErrors(errors: string): CountedErrors {
  const each = errors === '[]' ? [] : errors.slice(3, -2).split(between)
  const [kinds, counts] = [new Uint32Array(each.length), new Float64Array(each.length)]
  for (const [n, one] of each.entries()) {
    const comma = one.lastIndexOf(',')
    kinds[n] = numberOfKind(one.slice(0, comma))
    counts[n] = Number(one.slice(comma + 1))
  }
  return { kinds, counts }
}

interface Weighed {
  /** penalty points by the scheme, and by WMT's */
  readonly penalty: number
  readonly wmtPenalty: number
}

const unweighed = { penalty: null, wmtPenalty: null } as const

/** Counts errors by their kind, and says what they weigh. */
export class ErrorTally {
  /** by the number of the kind: what one weighs by the scheme and by WMT's, and how many there were */
  readonly #weights: number[] = []
  readonly #wmtWeights: number[] = []
  readonly #counts: number[] = []
  readonly #weigh: ReturnType<typeof weigherOf>
  readonly #weighByWmt = weigherOf(wmt)

  constructor(scheme: WeightScheme) {
    this.#weigh = weigherOf(scheme)
  }

  add(errors: ErrorCounts): Weighed {
    return this.addCounted(countedErrors(JSON.stringify(errors)))
  }

  addCounted({ kinds, counts }: CountedErrors): Weighed {
    let [penalty, wmtPenalty] = [0, 0]
    if (this.#counts.length < kindNumbers.size) this.#meetAll()
    for (let n = 0; n < kinds.length; n++) {
      const [kind, count] = [kinds[n]!, counts[n]!]
      this.#counts[kind]! += count
      penalty += count * this.#weights[kind]!
      wmtPenalty += count * this.#wmtWeights[kind]!
    }
    return { penalty, wmtPenalty }
  }

  /** Those that weigh most first. */
  totals(): ErrorTotal[] {
    return [...kindNumbers.keys()]
      .flatMap((name, kind): ErrorTotal[] => {
        const count = this.#counts[kind] ?? 0
        if (count === 0) return []
        const { category, severity } = kindNamed(name)
        // what another program calls otherwise, and no scheme knows, weighs nothing
        return [
          { category, severity: severityOfName(severity) ?? 'neutral', count, penalty: count * this.#weights[kind]! },
        ]
      })
      .sort((a, b) => b.penalty - a.penalty || b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1))
  }

  #meetAll(): void {
    for (const name of [...kindNumbers.keys()].slice(this.#counts.length)) {
      const kind = kindNamed(name)
      this.#counts.push(0)
      this.#weights.push(this.#weigh(kind) ?? 0)
      this.#wmtWeights.push(this.#weighByWmt(kind) ?? 0)
    }
  }
}

const nameOf = ({ category, severity }: Pick<ErrorTotal, 'category' | 'severity'>): string => `${category} ${severity}`

function kindNamed(name: string): { readonly category: string; readonly severity: string } {
  const [category, severity] = JSON.parse(`["${name}]`) as [string, string]
  return { category, severity }
}

/** So many bytes of sets are kept: of ten thousand translations, some twenty filters. */
const mostKept = 60_000_000
const bytesOfOne = 300
const kept = new WeakMap<Store, LruCache<MeasuredSet>>()

/**
 * What translations measure, their errors weighed. Those that nobody has corrected or annotated are left out. What was read stands until
 * any measure is another.
 */
export async function readMeasures(store: Store, asked: MeasureFilter, scheme: WeightScheme): Promise<MeasuredSet> {
  const filter = { ...asked, reviewed: reviewedStates }
  const known = kept.get(store) ?? new LruCache(mostKept)
  kept.set(store, known)
  // read first: what is measured meanwhile is then read again the next time
  const stamp = await measuresStamp(store.db)
  const key = JSON.stringify([stamp, filter, scheme])
  const found = known.get(key) ?? { ...(await readAnew(store, filter, scheme)), stamp }
  known.set(key, found, found.translations.length * bytesOfOne)
  return found
}

/** A row as it is reckoned with. */
interface ReadRow extends Omit<ReckonedRow, 'sums' | 'errors'> {
  readonly reviewed: boolean
  /** null of a text that nobody is through with */
  readonly sums: Sums | null
  readonly errors: CountedErrors
}

const rowsKept = new KeptOfTranslations<ReadRow>({
  async read({ db }, ids) {
    const rows = await reckonedRows(db, ids)
    return new Map(
      rows.map(row => {
        const reviewed = isReviewed(row.state)
        const sums = reviewed ? (JSON.parse(row.sums) as Sums) : null
        return [row.translation_id, { ...row, reviewed, sums, errors: countedErrors(row.errors) }]
      }),
    )
  },
  bytesOf: ({ errors: { kinds } }) => 1000 + kinds.length * 12,
  most: mostKept,
})

async function readAnew(
  store: Store,
  filter: MeasureFilter,
  scheme: WeightScheme,
): Promise<Omit<MeasuredSet, 'stamp'>> {
  const rows = await rowsKept.of(store, await translationsOfReport(store.db, filter))
  const tally = new ErrorTally(scheme)
  const columns = emptyColumns(rows.length)
  const translations = new Array<MeasuredTranslation>(rows.length)
  // rows are read as they lie in memory, and only their numbers put where the lot has it
  const places = shuffledPlaces(rows.length)
  for (const [n, row] of rows.entries()) {
    const {
      translation_id: translationId,
      stamp,
      article_id: articleId,
      system,
      reviewed,
      sums,
      at,
      words,
      segments,
    } = row
    const weighed = tally.addCounted(row.errors)
    // nobody has looked for errors in what is here for its judgements alone
    const looked = reviewed || row.annotators > 0 || row.errors.kinds.length > 0
    const place = places[n]!
    const judgement = row.judgement < 0 ? null : row.judgement / 1000
    writeNumbers(columns, place, { sums, words, segments, judgement, ...(looked ? weighed : unweighed) })
    translations[place] = {
      translationId,
      stamp,
      articleId,
      system,
      reviewed,
      at,
      words,
      segments,
      penalty: weighed.penalty,
    }
  }
  const members = sha256(rows.map(row => row.translation_id).join(' '))
  return { filter, members, translations, columns, errors: tally.totals() }
}

/** Articles as the units of a set: sentences of an article hang together, and so do translations of it. */
export interface Articles {
  readonly ids: readonly string[]
  readonly units: Units
}

/** Those of a set, or of the translations at these places in it; in an order drawn by lot. */
export function articlesOf({ translations, columns }: MeasuredSet, places = placesOf(translations)): Articles {
  const numbers = new Map<string, number>()
  const groupOf = places.map(place => {
    const { articleId } = translations[place]!
    const known = numbers.get(articleId)
    if (known !== undefined) return known
    numbers.set(articleId, numbers.size)
    return numbers.size - 1
  })
  return { ids: [...numbers.keys()], units: addedUp(columns, places, groupOf, numbers.size) }
}

/** All of them, in order. */
export const placesOf = ({ length }: ArrayLike<unknown>): Uint32Array => Uint32Array.from({ length }, (_, n) => n)
