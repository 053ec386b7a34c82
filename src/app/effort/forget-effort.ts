import { deleteEffort } from '../../store/effort.ts'
import { actsOn, insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Deps, Person } from '../deps.ts'
import { needPerson } from '../find-head.ts'

const subject = { subject: 'quality', subject_id: 'effort' } as const

/** Deletes all effort that was ever kept; that it was done, and by whom, stays. @returns how many sittings @throws Problem name-missing */
export async function forgetEffort(deps: Deps, by: Person | null): Promise<number> {
  const person = needPerson(by)
  return deps.store.transaction(async tx => {
    const sittings = await deleteEffort(tx)
    const act = { id: newId(), ...subject, kind: 'forget', person_id: person.id, at: deps.now() }
    await insertHouseActs(tx, [{ ...act, detail: JSON.stringify({ sittings }) }])
    return sittings
  })
}

/** When effort was last deleted, and by whom; null where it never was. */
export async function lastForgotten({
  store: { db },
}: Pick<Deps, 'store'>): Promise<{ readonly person: string; readonly at: number } | null> {
  const [last] = await actsOn(db, subject.subject, subject.subject_id, 1)
  return last ? { person: last.person, at: last.at } : null
}
