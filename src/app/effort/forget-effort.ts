import { deleteEffort, hasEffort } from '../../store/effort.ts'
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

/** Whether any effort is kept; and when it was last deleted, and by whom, null where it never was. */
export async function effortKept({ store: { db } }: Pick<Deps, 'store'>): Promise<{
  readonly any: boolean
  readonly forgotten: { readonly person: string; readonly at: number } | null
}> {
  const [any, [last]] = await Promise.all([hasEffort(db), actsOn(db, subject.subject, subject.subject_id, 1)])
  return { any, forgotten: last ? { person: last.person, at: last.at } : null }
}
