import { ZodError } from 'zod'
import { readTermLines, TermsError, type CsvTerm, type TermFault, type TermLine } from '../../checks/phrases/terms.ts'
import { Problem } from '../../errors.ts'
import { stampHouse } from '../../store/check-settings.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { allTerms, insertTerms, termsStamp, updateTerm } from '../../store/terms.ts'
import { enterText } from '../../text/entry.ts'
import { foldForSearch } from '../../text/fold.ts'
import { termEntry, type TermEntry } from '../../wire/term.ts'
import type { Deps, Person } from '../deps.ts'
import { columnsOf, enterTerm } from './enter-term.ts'
import { needPerson } from '../find-head.ts'
import { outcomes, type Outcome } from './outcome.ts'
import { TermBook, type Listed } from './term-book.ts'
import { changesOf, listedTerms, openTerms, rowOf, termAct } from './write-term.ts'

/** What a line of the file does. */
export type PlannedLine = { readonly line: number; readonly preferred: string } & (
  | { readonly outcome: 'new'; readonly id: string; readonly entry: TermEntry }
  | { readonly outcome: 'changed'; readonly id: string; readonly before: TermEntry; readonly entry: TermEntry }
  | { readonly outcome: 'same'; readonly id: string }
  /** by a Problem, or by the fault of a line that cannot be read; `twice`: the term stands in an earlier line */
  | { readonly outcome: 'refused'; readonly problem: Problem | TermFault | 'twice' }
)

export interface TermsPlan {
  readonly lines: readonly PlannedLine[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** of the termbase that it was planned for; '' where it was applied */
  readonly stamp: string
}

/** More lines than any termbase has. */
const mostLines = 100_000

/** The lines of a file. @throws Problem terms-malformed, field-invalid (too many lines), text-has-nul, text-has-lone-surrogate */
function linesOf(csv: string): readonly TermLine[] {
  try {
    const lines = readTermLines(enterText(csv))
    if (lines.length === 0) throw new TermsError(1, 'empty')
    if (lines.length > mostLines) throw new Problem('field-invalid', { field: 'csv', most: mostLines })
    return lines
  } catch (error) {
    if (!(error instanceof TermsError)) throw error
    throw new Problem('terms-malformed', { line: error.line, reason: error.fault })
  }
}

/** What the file says of a term, over what is known of it. */
const over = (term: CsvTerm, known: TermEntry | undefined): TermEntry => {
  const told = Object.fromEntries(Object.entries(term).filter(([, value]) => value !== undefined))
  return termEntry.parse({ ...(known ?? {}), ...told })
}

/** A line as it is meant: a new term, or another entry for one that is there. */
type Meant =
  | (Extract<PlannedLine, { readonly outcome: 'refused' | 'same' }> & { readonly entry?: undefined })
  | {
      readonly line: number
      readonly preferred: string
      readonly known: Listed | undefined
      readonly id: string
      readonly entry: TermEntry
    }

function meantBy(read: TermLine, book: TermBook, seen: Set<string>): Meant {
  const { line } = read
  const { preferred } = 'fault' in read ? read : read.term
  const refused = (problem: Problem | TermFault | 'twice') =>
    ({ line, preferred, outcome: 'refused', problem }) as const
  if ('fault' in read) return refused(read.fault)
  try {
    const known = book.find(preferred.replace(/\s+/gu, ' '), read.term.domain)
    const entry = enterTerm(over(read.term, known?.entry))
    const name = known?.id ?? `${entry.preferred.normalize('NFC')}\n${foldForSearch(entry.domain)}`
    if (seen.has(name)) return refused('twice')
    seen.add(name)
    if (known && Object.keys(changesOf(known.entry, entry)).length === 0)
      return { line, preferred, outcome: 'same', id: known.id }
    return { line, preferred, known, id: known?.id ?? newId(), entry }
  } catch (error) {
    if (error instanceof Problem) return refused(error)
    // longer than the schema takes
    if (error instanceof ZodError) return refused(new Problem('field-invalid', { field: 'csv' }))
    throw error
  }
}

/** The refusal of an entry that does not fit in a book that has what the lines before it say. */
function fit(meant: Meant, book: TermBook): PlannedLine {
  if (meant.entry === undefined) return meant
  const { line, preferred, known, id, entry } = meant
  try {
    book.refuse(entry, id)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { line, preferred, outcome: 'refused', problem: error }
  }
  book.put({ id, entry })
  return known
    ? { line, preferred, outcome: 'changed', id, before: known.entry, entry }
    : { line, preferred, outcome: 'new', id, entry }
}

/**
 * What the lines do to the terms that there are. A variant may move from one term to another, whichever of them comes first: what a
 * term says by now does not stand in the way of the lines, unless its own is refused.
 */
function plan(read: readonly TermLine[], terms: readonly Listed[], stamp: string): TermsPlan {
  const seen = new Set<string>()
  const first = new TermBook(terms)
  const meant = read.map(line => meantBy(line, first, seen))
  const staying = new Set<string>()
  for (;;) {
    const book = new TermBook(terms)
    for (const line of meant) if (line.entry && line.known && !staying.has(line.id)) book.setAside(line.id)
    const lines = meant.map(line => fit(line, book))
    const refused = meant.filter((line, i) => line.entry && line.known && lines[i]?.outcome === 'refused')
    const more = refused.flatMap(line => (line.entry && !staying.has(line.id) ? [line.id] : []))
    if (more.length > 0) {
      for (const id of more) staying.add(id)
      continue
    }
    const counts = Object.fromEntries(
      outcomes.map(outcome => [outcome, lines.filter(each => each.outcome === outcome).length]),
    ) as TermsPlan['counts']
    return { lines, counts, stamp }
  }
}

/** What a file would change; nothing is written. @throws Problem terms-malformed, field-invalid, text-has-nul, text-has-lone-surrogate */
export const previewTerms = async ({ store: { db } }: Pick<Deps, 'store'>, csv: string): Promise<TermsPlan> =>
  previewTermLines(db, linesOf(csv))

/** What lines that were read would change; nothing is written. */
export async function previewTermLines(db: Db, lines: readonly TermLine[]): Promise<TermsPlan> {
  const stamp = await termsStamp(db)
  return plan(lines, await listedTerms(db), stamp)
}

/**
 * Takes a file of terms in, in one transaction, without the lines that are refused.
 * @param stamp of the preview that was looked at; refused where the termbase has changed since; '' where none was
 * @throws Problem name-missing, terms-moved; those of `previewTerms`
 */
export const importTerms = async (
  deps: Deps,
  by: { readonly person: Person | null; readonly stamp: string },
  csv: string,
): Promise<TermsPlan> => importTermLines(deps, by, linesOf(csv))

/** As `importTerms`, of lines that were read. @throws Problem name-missing, terms-moved */
export async function importTermLines(
  deps: Deps,
  { person: who, stamp }: { readonly person: Person | null; readonly stamp: string },
  lines: readonly TermLine[],
): Promise<TermsPlan> {
  const person = needPerson(who)
  return deps.store.transaction(async tx => {
    if (stamp !== '' && stamp !== (await termsStamp(tx))) throw new Problem('terms-moved')
    const done = plan(lines, await openTerms(tx), '')
    await apply(tx, done.lines, person, deps.now())
    return done
  })
}

async function apply(tx: Db, lines: readonly PlannedLine[], person: Person, at: number): Promise<void> {
  const fresh = lines.filter(line => line.outcome === 'new')
  const changed = lines.filter(line => line.outcome === 'changed')
  const versions = new Map(changed.length === 0 ? [] : (await allTerms(tx)).map(row => [row.id, row.version]))
  await insertTerms(
    tx,
    fresh.map(({ id, entry }) => rowOf(id, entry, person, at)),
  )
  for (const { id, entry } of changed)
    await updateTerm(tx, id, versions.get(id) ?? 0, { ...columnsOf(entry), person_id: person.id, updated_at: at })
  await insertHouseActs(tx, [
    ...fresh.map(({ id, entry }) => termAct(id, { kind: 'add', person, at, after: entry, from: 'import' })),
    ...changed.map(({ id, before, entry }) => {
      const after = changesOf(before, entry)
      const was = changesOf(entry, before)
      return termAct(id, { kind: 'edit', person, at, before: was, after, from: 'import' })
    }),
  ])
  const isApproved = ({ status }: TermEntry): boolean => status === 'approved'
  if (fresh.some(({ entry }) => isApproved(entry)) || changed.some(l => isApproved(l.before) || isApproved(l.entry)))
    await stampHouse(tx)
}
