import type { Store } from '../../store/db/store.ts'
import { effortByPerson, effortStamp, effortSum, workedTranslations } from '../../store/effort.ts'
import { measuresOf, measuresStamp, type MeasureFilter } from '../../store/measures.ts'
import type { Db } from '../../store/schema.ts'
import type { EffortFigures, EffortReport, PersonEffort } from '../../wire/effort.ts'
import type { About } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import { listPersons } from '../ensure-person.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'
import { LruCache } from '../lru-cache.ts'
import { measureNow } from '../measure/measure-now.ts'
import { measureFilter, monthOf } from '../quality/report-filter.ts'
import { effortFigures, workedAt, workedOf } from './effort-figures.ts'

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the work on one translation has cost. @throws Problem article-unknown, translation-unknown, article-purged */
export async function effortOfTranslation(deps: Deps, which: Which): Promise<EffortFigures> {
  const { db } = deps.store
  const { id: translationId } = await findBareHead(db, which)
  await measureNow(deps, { translationId })
  const [[measure], sum] = await Promise.all([measuresOf(db, { translationId }), effortSum(db, translationId)])
  if (measure) return effortFigures([workedAt(measure, sum)])
  // a long text that has not been measured yet
  return { ...effortFigures([]), ...workedOf(sum), translations: sum.sittings > 0 ? 1 : 0 }
}

/** Nobody is ranked: by name, in Swedish order, and whoever is not named last. */
async function byPerson(deps: Deps, filter: MeasureFilter): Promise<PersonEffort[]> {
  const sums = new Map((await effortByPerson(deps.store.db, filter)).map(sum => [sum.personId ?? '', sum]))
  const persons = [...(await listPersons(deps)), { id: '', name: null }]
  return persons.flatMap(({ id, name }) => {
    const own = sums.get(id)
    return own ? [{ name, ...workedOf(own) }] : []
  })
}

type Summed = Pick<EffortReport, 'all' | 'rows'>

async function sumUp(db: Db, filter: MeasureFilter): Promise<Summed> {
  const worked = (await workedTranslations(db, filter)).map(row => ({
    ...workedAt(row, row),
    system: row.system,
    month: monthOf(row.at),
  }))
  const months = [...Map.groupBy(worked, ({ month }) => month)].sort(([a], [b]) => inOrder(a, b))
  return {
    all: effortFigures(worked),
    rows: months.flatMap(([month, inMonth]) =>
      [...Map.groupBy(inMonth, ({ system }) => system)]
        .sort(([a], [b]) => inOrder(a, b))
        .map(([system, part]) => ({ month, system, figures: effortFigures(part) })),
    ),
  }
}

/** So many bytes of what was summed up are kept. */
const mostKept = 2_000_000
const bytesOfRow = 400
const kept = new WeakMap<Store, LruCache<Summed>>()

/** What was summed up stands until a sitting has come to more, or a translation measures otherwise. */
async function summedUp(store: Store, filter: MeasureFilter): Promise<Summed> {
  const known = kept.get(store) ?? new LruCache(mostKept)
  kept.set(store, known)
  const stamps = await Promise.all([effortStamp(store.db), measuresStamp(store.db)])
  const key = JSON.stringify([stamps, filter])
  const found = known.get(key) ?? (await sumUp(store.db, filter))
  known.set(key, found, (found.rows.length + 1) * bytesOfRow)
  return found
}

/**
 * What the work on a set of translations has cost, by the month in which they came, and by system.
 * @param input.persons whether it is asked by person too, which is answered only where the house counts so
 * @param input.measured whoever asks has just measured what had changed
 * @throws Problem field-invalid for a month that is none
 */
export async function effortOfSet(
  deps: Deps,
  input: { readonly about: About; readonly persons?: boolean; readonly measured?: boolean },
): Promise<EffortReport> {
  const filter = measureFilter(input.about)
  if (input.measured !== true) await measureNow(deps)
  const { effort } = await readQualitySettings(deps.store.db)
  return {
    effort,
    ...(await summedUp(deps.store, filter)),
    persons: input.persons === true && effort === 'persons' ? await byPerson(deps, filter) : null,
  }
}
