import { Problem } from '../errors.ts'
import { newId } from '../store/id.ts'
import { allPersons, insertPerson, personById, personByName } from '../store/persons.ts'
import { foldForSearch, sortKey } from '../text/fold.ts'
import type { Deps, Person } from './deps.ts'

const longest = 100

/** One line without what is not seen; throws the Problem `name-invalid` with `longest`. */
const enterName = (raw: string): string => {
  const name = raw.replace(/\s+/g, ' ').trim()
  if (name.length > longest || !/[\p{L}\p{N}]/u.test(name) || /[\p{Cc}\p{Cs}]/u.test(name))
    throw new Problem('name-invalid', { longest })
  return name
}

/** The person of this name, made where there is none; two spellings of one name, `anna  ek` and `Anna Ek`, are one person. */
export async function ensurePerson(deps: Deps, raw: string): Promise<Person> {
  const name = enterName(raw)
  const folded = foldForSearch(name)
  const known = await personByName(deps.store.db, folded)
  if (known) return { id: known.id, name: known.name }
  return deps.store.transaction(async tx => {
    await insertPerson(tx, { id: newId(), name, name_folded: folded, created_at: deps.now() })
    const { id, name: kept } = (await personByName(tx, folded)) ?? { id: '', name }
    return { id, name: kept }
  })
}

export async function findPerson(deps: Deps, id: string): Promise<Person | null> {
  const person = await personById(deps.store.db, id)
  return person ? { id: person.id, name: person.name } : null
}

/** All who ever worked here, by name in Swedish order. */
export async function listPersons(deps: Deps): Promise<readonly Person[]> {
  const persons = await allPersons(deps.store.db)
  const keyed = persons.map(({ id, name }) => ({ id, name, key: sortKey(name) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id, name }) => ({ id, name }))
}
