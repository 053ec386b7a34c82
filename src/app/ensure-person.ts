import { Problem } from '../errors.ts'
import { newId } from '../store/id.ts'
import { allPersons, insertPerson, personById, personByName } from '../store/persons.ts'
import { foldForSearch, sortKey } from '../text/fold.ts'
import { hasInk } from '../text/invisible.ts'
import type { Deps, Person } from './deps.ts'

const longest = 100

/** One line without what is not seen; throws the Problem `name-invalid` with `longest`. */
const enterName = (raw: string): string => {
  const name = raw.replace(/\s+/g, ' ').trim()
  if (name.length > longest || !/[\p{L}\p{N}]/u.test(name) || !hasInk(name) || /[\p{Cc}\p{Cs}]/u.test(name))
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

/** A person never changes and never goes, so whoever was found once need not be asked for at every request. */
const known = new WeakMap<Deps['store'], Map<string, Person>>()
const mostKnown = 1000

export async function findPerson(deps: Deps, id: string): Promise<Person | null> {
  const persons = known.get(deps.store) ?? new Map<string, Person>()
  known.set(deps.store, persons)
  const met = persons.get(id)
  if (met) return met
  const found = await personById(deps.store.db, id)
  if (!found) return null
  const person = { id: found.id, name: found.name }
  if (persons.size >= mostKnown) persons.clear()
  persons.set(id, person)
  return person
}

/** All who ever worked here, by name in Swedish order. */
export async function listPersons(deps: Deps): Promise<readonly Person[]> {
  const persons = await allPersons(deps.store.db)
  const keyed = persons.map(({ id, name }) => ({ id, name, key: sortKey(name) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id, name }) => ({ id, name }))
}
