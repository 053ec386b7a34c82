/** What translations measure, in the numbers that figures are reckoned by. */
import { severityOfName } from '../../mqm/wmt-categories.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { weigherOf, wmt, type WeightScheme } from '../../mqm/weights.ts'
import { measuresOf, type MeasureFilter } from '../../store/measures.ts'
import type { Db } from '../../store/schema.ts'
import type { ErrorCounts } from '../measure/find-errors.ts'
import type { Sums } from '../measure/figures.ts'
import { isReviewed } from '../../wire/common.ts'

/** Of a translation, or of a sentence of one. */
export interface Measured {
  /** sums of the metrics' statistics; null where nobody is through with correcting it: an untouched text would seem to need no edits */
  readonly sums: Sums | null
  /** penalty points by the house's weights, and by WMT's; null where nobody has judged it */
  readonly penalty: number | null
  readonly wmtPenalty: number | null
  /** of the MT */
  readonly words: number
  /** sentences */
  readonly segments: number
}

export interface MeasuredTranslation extends Measured {
  readonly translationId: string
  readonly articleId: string
  readonly system: string
  /** when it came, epoch ms */
  readonly at: number
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
  readonly translations: readonly MeasuredTranslation[]
  readonly errors: readonly ErrorTotal[]
}

interface ErrorKind {
  readonly category: string
  readonly severity: Severity
  readonly weight: number
  readonly wmtWeight: number
  count: number
}

/** Counts errors by their kind, and says what they weigh; each kind is looked up once. */
export class ErrorTally {
  readonly #kinds = new Map<string, Map<string, ErrorKind>>()
  readonly #weigh: ReturnType<typeof weigherOf>
  readonly #weighByWmt = weigherOf(wmt)

  constructor(scheme: WeightScheme) {
    this.#weigh = weigherOf(scheme)
  }

  /** @returns penalty points by the scheme, and by WMT's */
  add(errors: ErrorCounts): { readonly penalty: number; readonly wmtPenalty: number } {
    let [penalty, wmtPenalty] = [0, 0]
    for (const [category, severity, count] of errors) {
      const kind = this.#kinds.get(category)?.get(severity) ?? this.#meet(category, severity)
      kind.count += count
      penalty += count * kind.weight
      wmtPenalty += count * kind.wmtWeight
    }
    return { penalty, wmtPenalty }
  }

  /** Those that weigh most first. */
  totals(): ErrorTotal[] {
    return [...this.#kinds.values()]
      .flatMap(severities => [...severities.values()])
      .map(({ category, severity, count, weight }) => ({ category, severity, count, penalty: count * weight }))
      .sort((a, b) => b.penalty - a.penalty || b.count - a.count || (a.category < b.category ? -1 : 1))
  }

  #meet(category: string, severity: string): ErrorKind {
    const kind = {
      category,
      // what another program calls otherwise, and no scheme knows, weighs nothing
      severity: severityOfName(severity) ?? 'neutral',
      weight: this.#weigh({ category, severity }) ?? 0,
      wmtWeight: this.#weighByWmt({ category, severity }) ?? 0,
      count: 0,
    }
    const severities = this.#kinds.get(category) ?? new Map<string, ErrorKind>()
    this.#kinds.set(category, severities.set(severity, kind))
    return kind
  }
}

/** Reads what translations measure, and weighs their errors. Those that nobody has corrected or annotated are left out. */
export async function readMeasures(db: Db, filter: MeasureFilter, scheme: WeightScheme): Promise<MeasuredSet> {
  const tally = new ErrorTally(scheme)
  const translations = (await measuresOf(db, filter)).flatMap((row): MeasuredTranslation[] => {
    const reviewed = isReviewed(row.state)
    if (!reviewed && row.errors === '[]' && row.annotators < 2) return []
    return [
      {
        translationId: row.translation_id,
        articleId: row.article_id,
        system: row.system,
        at: row.at,
        words: row.words,
        segments: row.segments,
        sums: reviewed ? (JSON.parse(row.sums) as Sums) : null,
        ...tally.add(JSON.parse(row.errors) as ErrorCounts),
      },
    ]
  })
  return { translations, errors: tally.totals() }
}
