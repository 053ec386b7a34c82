/** What translations measure, in the numbers that figures are reckoned by. */
import type { Severity } from '../../mqm/annotation.ts'
import { weigherOf, wmt, type WeightScheme } from '../../mqm/weights.ts'
import { severityOfName } from '../../mqm/wmt-categories.ts'
import type { Units } from '../../metrics/statistics/units.ts'
import type { Store } from '../../store/db/store.ts'
import { measuresStamp, type MeasureFilter } from '../../store/measures.ts'
import { rowsOfReport } from '../../store/report-rows.ts'
import type { Db } from '../../store/schema.ts'
import { isReviewed, reviewedStates } from '../../wire/common.ts'
import { sha256 } from '../hash.ts'
import type { ErrorCounts } from '../measure/find-errors.ts'
import type { Sums } from '../measure/figures.ts'
import { LruCache } from '../lru-cache.ts'
import { emptyColumns, writeNumbers } from './figures.ts'
import { addedUp, shuffledPlaces } from './units.ts'

export interface MeasuredTranslation {
  readonly translationId: string
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

interface ErrorKind {
  readonly category: string
  readonly severity: Severity
  readonly weight: number
  readonly wmtWeight: number
  count: number
}

interface CountOfKind {
  readonly kind: ErrorKind
  readonly count: number
}
/** shares of several annotators may be written in any number of ways */
const mostCounts = 20_000

interface Weighed {
  /** penalty points by the scheme, and by WMT's */
  readonly penalty: number
  readonly wmtPenalty: number
}

const unweighed = { penalty: null, wmtPenalty: null } as const

/** What stands between two counts where they are written; in a name the quote would have a backslash before it. */
const between = '],["'

/** Counts errors by their kind, and says what they weigh; each kind is looked up once. */
export class ErrorTally {
  /** by category and severity as JSON writes them, without the first quote: `accuracy/omission","major"` */
  readonly #kinds = new Map<string, ErrorKind>()
  /** what was read, by how it is written: most is written alike thousands of times */
  readonly #counts = new Map<string, CountOfKind>()
  readonly #weigh: ReturnType<typeof weigherOf>
  readonly #weighByWmt = weigherOf(wmt)

  constructor(scheme: WeightScheme) {
    this.#weigh = weigherOf(scheme)
  }

  add(errors: ErrorCounts): Weighed {
    return this.addWritten(JSON.stringify(errors))
  }

  /** Errors as JSON that `JSON.stringify` wrote of `ErrorCounts`: of many thousands, only what is new is parsed. */
  addWritten(errors: string): Weighed {
    let [penalty, wmtPenalty] = [0, 0]
    if (errors === '[]') return { penalty, wmtPenalty }
    for (const one of errors.slice(3, -2).split(between)) {
      const { kind, count } = this.#counts.get(one) ?? this.#read(one)
      kind.count += count
      penalty += count * kind.weight
      wmtPenalty += count * kind.wmtWeight
    }
    return { penalty, wmtPenalty }
  }

  /** Those that weigh most first. */
  totals(): ErrorTotal[] {
    return [...this.#kinds.values()]
      .map(({ category, severity, count, weight }) => ({ category, severity, count, penalty: count * weight }))
      .sort((a, b) => b.penalty - a.penalty || b.count - a.count || (a.category < b.category ? -1 : 1))
  }

  /** @param one as above, with how many there are: `accuracy/omission","major",2` */
  #read(one: string): CountOfKind {
    const comma = one.lastIndexOf(',')
    const name = one.slice(0, comma)
    const read = { kind: this.#kinds.get(name) ?? this.#meet(name), count: Number(one.slice(comma + 1)) }
    if (this.#counts.size < mostCounts) this.#counts.set(one, read)
    return read
  }

  #meet(name: string): ErrorKind {
    const [category, severity] = JSON.parse(`["${name}]`) as [string, string]
    const kind = {
      category,
      // what another program calls otherwise, and no scheme knows, weighs nothing
      severity: severityOfName(severity) ?? 'neutral',
      weight: this.#weigh({ category, severity }) ?? 0,
      wmtWeight: this.#weighByWmt({ category, severity }) ?? 0,
      count: 0,
    }
    this.#kinds.set(name, kind)
    return kind
  }
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
  const found = known.get(key) ?? { ...(await readAnew(store.db, filter, scheme)), stamp }
  known.set(key, found, found.translations.length * bytesOfOne)
  return found
}

async function readAnew(db: Db, filter: MeasureFilter, scheme: WeightScheme): Promise<Omit<MeasuredSet, 'stamp'>> {
  const rows = await rowsOfReport(db, filter)
  const tally = new ErrorTally(scheme)
  const columns = emptyColumns(rows.length)
  const translations = new Array<MeasuredTranslation>(rows.length)
  // rows are read as they lie in memory, and only their numbers put where the lot has it
  const places = shuffledPlaces(rows.length)
  for (const [n, row] of rows.entries()) {
    const { translation_id: translationId, article_id: articleId, system, at, words, segments } = row
    const weighed = tally.addWritten(row.errors)
    const reviewed = isReviewed(row.state)
    // nobody has looked for errors in what is here for its judgements alone
    const looked = reviewed || row.annotators > 0 || row.errors !== '[]'
    const sums = reviewed ? (JSON.parse(row.sums) as Sums) : null
    const place = places[n]!
    const judgement = row.judgement < 0 ? null : row.judgement / 1000
    writeNumbers(columns, place, { sums, words, segments, judgement, ...(looked ? weighed : unweighed) })
    translations[place] = { translationId, articleId, system, reviewed, at, words, segments, penalty: weighed.penalty }
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
