import { Problem } from '../../errors.ts'
import { stampHouse } from '../../store/check-settings.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Db, NewRow, Row } from '../../store/schema.ts'
import { allTerms, insertTerms, stampTerms, termById, updateTerm } from '../../store/terms.ts'
import type { TermStatus } from '../../text/term.ts'
import type { TermEntry, TermView } from '../../wire/term.ts'
import type { Deps, Person } from '../deps.ts'
import { columnsOf, enterTerm } from './enter-term.ts'
import { needPerson } from '../find-head.ts'
import { houseTermOf } from './house-terms.ts'
import { TermBook, type Listed } from './term-book.ts'

/** What a row says, as a person would write it. */
export function entryOf(row: Row<'term'>): TermEntry {
  const { preferred, variants, partOfSpeech = 'other', inflection, domain, category, severity } = houseTermOf(row)
  const lists = { variants: [...variants], inflection: [...inflection] }
  return {
    preferred,
    ...lists,
    partOfSpeech,
    domain,
    note: row.note,
    status: row.status as TermStatus,
    category,
    severity,
  }
}

export const viewOf = (row: Row<'term'> & { readonly person: string }): TermView => ({
  ...entryOf(row),
  id: row.id,
  version: row.version,
  person: row.person,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

/** What is done to a term; `detail.from` tells where it came from: `import`, or the id of a pair. */
export type TermActKind = 'add' | 'edit' | TermStatus

export const termAct = (
  id: string,
  {
    kind,
    person,
    at,
    ...detail
  }: {
    readonly kind: TermActKind
    readonly person: Person
    readonly at: number
    readonly before?: Partial<TermEntry>
    readonly after: Partial<TermEntry>
    readonly from?: string | undefined
  },
): Parameters<typeof insertHouseActs>[1][number] => ({
  id: newId(),
  subject: 'term',
  subject_id: id,
  kind,
  person_id: person.id,
  at,
  detail: JSON.stringify(detail),
})

export const rowOf = (id: string, entry: TermEntry, person: Person, at: number): NewRow<'term'> => ({
  id,
  ...columnsOf(entry),
  person_id: person.id,
  created_at: at,
  updated_at: at,
  version: 1,
})

export const listedTerms = async (db: Db): Promise<readonly Listed[]> =>
  (await allTerms(db)).map(row => ({ id: row.id, entry: entryOf(row) }))

/** Belongs in the transaction that writes terms; gives them as they stand, whom nobody else writes meanwhile. */
export async function openTerms(tx: Db): Promise<readonly Listed[]> {
  await stampTerms(tx)
  return listedTerms(tx)
}

/** The fields in which two entries differ, as they are in the second. */
export const changesOf = (before: TermEntry, after: Partial<TermEntry>): Partial<TermEntry> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof TermEntry]),
    ),
  )

const pick = (entry: TermEntry, fields: Partial<TermEntry>): Partial<TermEntry> =>
  Object.fromEntries(Object.entries(entry).filter(([field]) => field in fields))

/** Whether the texts are to be checked anew. */
const concerns = (...entries: readonly TermEntry[]): boolean => entries.some(({ status }) => status === 'approved')

/**
 * Takes a term in. @param from the pair that it was proposed from
 * @throws Problem name-missing; those of `enterTerm`; term-taken, term-variant-taken, term-contradicts
 */
export async function addTerm(
  deps: Deps,
  who: { readonly person: Person | null; readonly from?: string | undefined },
  raw: TermEntry,
): Promise<TermView> {
  const person = needPerson(who.person)
  const entry = enterTerm(raw)
  return deps.store.transaction(async tx => {
    new TermBook(await openTerms(tx)).refuse(entry)
    const [id, at] = [newId(), deps.now()]
    const row = rowOf(id, entry, person, at)
    await insertTerms(tx, [row])
    await insertHouseActs(tx, [termAct(id, { kind: 'add', person, at, after: entry, from: who.from })])
    if (concerns(entry)) await stampHouse(tx)
    return viewOf({ ...row, person: person.name })
  })
}

/** A term of an id. @throws Problem term-unknown */
export async function needTerm(db: Db, id: string) {
  const row = await termById(db, id)
  if (!row) throw new Problem('term-unknown')
  return row
}

/**
 * Changes a term. What is not given stays as it is; where nothing changes, nothing is written.
 * @param version the one that was edited; the newest where it is not told
 * @throws Problem name-missing, term-unknown, term-misfit (there is a newer version); those of `addTerm`
 */
export async function editTerm(
  deps: Deps,
  who: { readonly person: Person | null; readonly id: string; readonly version?: number | undefined },
  change: Partial<TermEntry>,
): Promise<TermView> {
  const person = needPerson(who.person)
  return deps.store.transaction(async tx => {
    const book = new TermBook(await openTerms(tx))
    const row = await needTerm(tx, who.id)
    if (who.version !== undefined && who.version !== row.version) throw new Problem('term-misfit')
    const before = entryOf(row)
    const entry = enterTerm({ ...before, ...change })
    const after = changesOf(before, entry)
    const fields = Object.keys(after)
    if (fields.length === 0) return viewOf(row)
    book.refuse(entry, row.id)
    const at = deps.now()
    await updateTerm(tx, row.id, row.version, { ...columnsOf(entry), person_id: person.id, updated_at: at })
    const kind = fields.length === 1 && after.status ? after.status : 'edit'
    await insertHouseActs(tx, [termAct(row.id, { kind, person, at, before: pick(before, after), after })])
    if (concerns(before, entry)) await stampHouse(tx)
    return viewOf({ ...row, ...columnsOf(entry), version: row.version + 1, updated_at: at, person: person.name })
  })
}
