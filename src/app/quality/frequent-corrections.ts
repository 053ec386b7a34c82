/** What was corrected most often in the translations of a report. */
import type { Severity } from '../../mqm/annotation.ts'
import {
  countPairsIn,
  mostCorrectedIn,
  pairsByCorrections,
  pairTexts,
  type CountedPair,
} from '../../store/report-corrections.ts'
import type { Db } from '../../store/schema.ts'
import type { CorrectionRow } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import type { MeasuredSet } from './measured.ts'

const mostShown = 10
/** Of no more translations than these all corrections are counted. */
const fewTranslations = 200
/** Else pairs are looked at so many at a time, those first that were corrected most anywhere, and so often. */
const atOnce = 100
const mostLooks = 10

const oftenFirst = (a: CountedPair, b: CountedPair): number =>
  b.corrections - a.corrections || (a.pairId < b.pairId ? 1 : -1)

/**
 * No pair was corrected more often in some articles than in all: so pairs are looked at in the order of their corrections in all, until none that
 * is left can be among the most frequent here. Where that takes long, all corrections are counted.
 */
async function mostFrequent(db: Db, { filter, translations }: MeasuredSet): Promise<readonly CountedPair[]> {
  if (translations.length === 0) return []
  if (translations.length <= fewTranslations) return mostCorrectedIn(db, filter, mostShown)
  let found: CountedPair[] = []
  let beyond: { readonly corrections: number; readonly id: string } | null = null
  for (let look = 0; look < mostLooks; look += 1) {
    const pairs = await pairsByCorrections(db, beyond, atOnce)
    const counted = await countPairsIn(
      db,
      filter,
      pairs.map(({ id }) => id),
    )
    found = [...found, ...counted].sort(oftenFirst).slice(0, mostShown)
    beyond = pairs.at(-1) ?? null
    const least = found.length < mostShown ? 0 : (found.at(-1)?.corrections ?? 0)
    if (pairs.length < atOnce || !beyond || least > beyond.corrections) return found
  }
  return mostCorrectedIn(db, filter, mostShown)
}

const kept = new WeakMap<MeasuredSet, readonly CorrectionRow[]>()

/** Counted once of a set, and kept as long as it: a text that is corrected is measured anew, and is then in another. */
export async function frequentCorrections(
  { store: { db } }: Pick<Deps, 'store'>,
  set: MeasuredSet,
): Promise<readonly CorrectionRow[]> {
  const known = kept.get(set)
  if (known) return known
  const counted = await mostFrequent(db, set)
  const texts = await pairTexts(
    db,
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
