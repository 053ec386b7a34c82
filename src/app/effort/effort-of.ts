import { effortSums, type EffortSum } from '../../store/effort.ts'
import { measuresOf } from '../../store/measures.ts'
import type { EffortFigures, EffortReport, PersonEffort } from '../../wire/effort.ts'
import type { About } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import { listPersons } from '../ensure-person.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { measureNow } from '../measure/measure-now.ts'
import { measureFilter, monthOf } from '../quality/report-filter.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'
import { effortFigures, workedOf, type Worked } from './effort-figures.ts'

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** What the work on one translation has cost. @throws Problem article-unknown, translation-unknown, article-purged */
export async function effortOfTranslation(deps: Deps, which: Which): Promise<EffortFigures> {
  const { db } = deps.store
  const { id: translationId } = await findBareHead(db, which)
  await measureNow(deps, { translationId })
  const [[measure], sums] = await Promise.all([measuresOf(db, { translationId }), effortSums(db, { translationId })])
  if (measure) return effortFigures([{ measure, sums }])
  // a long text that has not been measured yet
  return { ...effortFigures([]), ...workedOf(sums), translations: sums.length > 0 ? 1 : 0 }
}

/** Nobody is ranked: by name, in Swedish order, and whoever is not named last. */
async function byPerson(deps: Deps, sums: readonly EffortSum[]): Promise<PersonEffort[]> {
  const groups = Map.groupBy(sums, ({ personId }) => personId ?? '')
  const persons = [...(await listPersons(deps)), { id: '', name: null }]
  return persons.flatMap(({ id, name }) => {
    const own = groups.get(id)
    return own ? [{ name, ...workedOf(own) }] : []
  })
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
  const { db } = deps.store
  const filter = { ...measureFilter(input.about), worked: true }
  if (input.measured !== true) await measureNow(deps)
  const [{ effort }, measures, sums] = await Promise.all([
    readQualitySettings(db),
    measuresOf(db, filter),
    effortSums(db, { among: filter }),
  ])
  const sumsOf = Map.groupBy(sums, ({ translationId }) => translationId)
  const worked = measures.flatMap((measure): Worked[] => {
    const own = sumsOf.get(measure.translation_id)
    return own ? [{ measure, sums: own }] : []
  })
  const months = [...Map.groupBy(worked, ({ measure }) => monthOf(measure.at))].sort(([a], [b]) => inOrder(a, b))
  return {
    effort,
    all: effortFigures(worked),
    rows: months.flatMap(([month, inMonth]) =>
      [...Map.groupBy(inMonth, ({ measure }) => measure.system)]
        .sort(([a], [b]) => inOrder(a, b))
        .map(([system, part]) => ({ month, system, figures: effortFigures(part) })),
    ),
    persons:
      input.persons === true && effort === 'persons'
        ? await byPerson(
            deps,
            worked.flatMap(each => each.sums),
          )
        : null,
  }
}
