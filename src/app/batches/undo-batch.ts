import { Problem } from '../../errors.ts'
import { revisionsOfBatch, settleUndone } from '../../store/batch-hits.ts'
import { batchById, changeBatch, holdBatch, type Batch } from '../../store/batches.ts'
import type { HeadWithMt } from '../../store/batch-texts.ts'
import { holdHead } from '../../store/heads.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { writeCorrected, type CorrectedPart } from '../../store/search.ts'
import { applyChange, inSegments } from '../../text/change.ts'
import { undoStep, type Step } from '../../text/path.ts'
import { placeAt } from '../../text/place.ts'
import type { Deps, Person } from '../deps.ts'
import { eachHead, uncached } from './each-head.ts'
import { sha256 } from '../hash.ts'
import { allSteps, anchorOf } from '../flags/place-flags.ts'
import { takeTurns } from '../take-turns.ts'
import { makeRevision, writeRevision, type Made, type Plan } from '../revisions/write-revision.ts'

/** How often is looked again because texts moved on meanwhile, before it is given up. */
const mostTries = 100

/** The undoing of one revision of a batch, made for the head that it leads on from. */
interface Undoing {
  readonly revision: number
  readonly head: HeadWithMt
  /** null where later revisions changed the same words */
  readonly plan: Plan | null
  /** null where nothing is left to be undone */
  readonly made: Made | null
}

/** What is to be done to one text: its revisions of the batch, the latest first. */
interface Prepared {
  readonly translationId: string
  /** the head that all this is made for */
  readonly base: number
  readonly undoings: readonly Undoing[]
}

/** Undoes revisions one after the other, each on what the one before leaves; null where the article was purged meanwhile. */
async function prepare(deps: Deps, stored: HeadWithMt, revisions: readonly number[]): Promise<Prepared | null> {
  let head = stored
  let steps: readonly Step[] = await allSteps(deps, head.id, head.head_number)
  if (steps.length < head.head_number) return null
  const undoings: Undoing[] = []
  for (const revision of revisions.toSorted((a, b) => b - a)) {
    const undone = undoStep(steps, revision, head.mt_text)
    if (undone.kind === 'conflict') {
      undoings.push({ revision, head, plan: null, made: null })
      continue
    }
    const change = head.fixed === 1 ? inSegments(undone.change, head.head_text) : undone.change
    const number = head.head_number + 1
    const path = [...steps, { number, change, restores: null, undoes: revision }]
    const move: Plan['move'] = flag => placeAt(anchorOf(flag), path, number)
    const plan: Plan = { status: 'plan', change, undoes: revision, move }
    if (change.empty) {
      undoings.push({ revision, head, plan, made: null })
      continue
    }
    const made = makeRevision(uncached, head, { hash: head.mt_hash, text: head.mt_text }, change)
    undoings.push({ revision, head, plan, made })
    head = { ...head, head_number: number, head_hash: made.hash, head_text: applyChange(head.head_text, change) }
    steps = path
  }
  return { translationId: stored.id, base: stored.head_number, undoings }
}

type Revisions = ReadonlyMap<string, readonly number[]>

/** Works out what is to be written; of texts that were worked out before and stand where they stood, nothing anew. */
async function prepareAll(
  deps: Deps,
  revisions: Revisions,
  known: ReadonlyMap<string, Prepared>,
): Promise<Map<string, Prepared>> {
  const prepared = new Map(known)
  const ids = [...revisions.keys()].filter(id => !known.has(id))
  for await (const head of eachHead(deps, ids)) {
    const each = await prepare(deps, head, revisions.get(head.id) ?? [])
    if (each !== null) prepared.set(head.id, each)
  }
  return prepared
}

/** Thrown to take back a transaction that met heads which had moved on. */
class Moved extends Error {
  readonly translationIds: readonly string[]

  constructor(translationIds: readonly string[]) {
    super('heads moved on')
    this.translationIds = translationIds
  }
}

interface Undo {
  readonly person: Person
  readonly batch: Batch
  readonly summary: string
  readonly at: number
  /** what the search is to find of what is written: see `writeRevision` */
  readonly gathered: CorrectedPart[]
}

/** Gives how many of its revisions could not be undone; null, where its head has moved on. */
async function writeOne(tx: Db, { person, batch, summary, at, gathered }: Undo, { translationId, undoings }: Prepared) {
  let conflicts = 0
  for (const { revision, head, plan, made } of undoings) {
    const of = { batchId: batch.id, translationId, revision }
    if (made === null && !(await holdHead(tx, translationId, head.head_number))) return null
    if (plan === null) {
      conflicts += 1
      await settleUndone(tx, of, { outcome: 'conflict' })
      continue
    }
    if (made !== null) {
      const saveKey = sha256(JSON.stringify(['undo-batch', batch.id, translationId, revision, head.head_number]))
      const by = { person, summary, saveKey, draft: null, began: at, gathered }
      if (!(await writeRevision(tx, by, head, plan, made))) return null
    }
    await settleUndone(tx, of, { undoneRevision: head.head_number + (made === null ? 0 : 1) })
  }
  return conflicts
}

async function writeAll(tx: Db, undo: Omit<Undo, 'gathered'>, prepared: readonly Prepared[]): Promise<void> {
  const { batch, person, at } = undo
  const gathered: CorrectedPart[] = []
  await holdBatch(tx, batch.id)
  // another has undone it meanwhile
  if (!(await changeBatch(tx, batch.id, ['applied'], { state: 'undone', undone_by: person.id, undone_at: at }))) return
  const turn = takeTurns()
  const moved: string[] = []
  let conflicts = 0
  for (const each of prepared) {
    const done = await writeOne(tx, { ...undo, gathered }, each)
    if (done === null) moved.push(each.translationId)
    else conflicts += done
    await turn()
  }
  if (moved.length > 0) throw new Moved(moved)
  await writeCorrected(tx, gathered)
  const act = { id: newId(), subject: 'batch' as const, subject_id: batch.id, kind: 'undo', person_id: person.id, at }
  await insertHouseActs(tx, [{ ...act, detail: JSON.stringify({ texts: prepared.length, conflicts }) }])
}

/**
 * Undoes a batch as one: in each text its revision is taken back, all in one transaction. Where later revisions changed the same
 * words that text is left and told (`conflict`), and the others are undone. Asked twice, it is undone once.
 * @param summary of the revisions that this makes
 * @throws Problem batch-unknown; batch-misfit where it was never applied
 */
export async function undoBatch(
  deps: Deps,
  { person, batchId, summary }: { readonly person: Person; readonly batchId: string; readonly summary: string },
): Promise<void> {
  const at = deps.now()
  let prepared: ReadonlyMap<string, Prepared> = new Map()
  for (let tries = 0; tries < mostTries; tries += 1) {
    const batch = await batchById(deps.store.db, batchId)
    if (batch === undefined) throw new Problem('batch-unknown')
    if (batch.state === 'undone') return
    if (batch.state !== 'applied') throw new Problem('batch-misfit')
    const made = await revisionsOfBatch(deps.store.db, batchId)
    const revisions: Revisions = new Map(
      [...Map.groupBy(made, each => each.translationId)].map(([id, of]) => [id, of.map(each => each.revision)]),
    )
    const all = await prepareAll(deps, revisions, prepared)
    prepared = all
    const inOrder = [...all.values()].sort((a, b) => (a.translationId < b.translationId ? -1 : 1))
    try {
      await deps.store.transaction(tx => writeAll(tx, { person, batch, summary, at }, inOrder))
      return
    } catch (error) {
      if (!(error instanceof Moved)) throw error
      prepared = new Map([...all].filter(([id]) => !error.translationIds.includes(id)))
    }
  }
  throw new Problem('database-unreachable', { reason: `heads moved ${mostTries} times` })
}
