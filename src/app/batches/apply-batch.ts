import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import type { Severity } from '../../mqm/annotation.ts'
import { chosenHits, leaveUnchosen, settleHits, type ChosenHit } from '../../store/batch-hits.ts'
import { batchById, changeBatch, holdBatch, type Batch } from '../../store/batches.ts'
import type { HeadWithMt } from '../../store/batch-texts.ts'
import { insertHouseActs } from '../../store/house-acts.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { writeCorrected, type CorrectedPart } from '../../store/search.ts'
import { narrow, narrowInSegments } from '../../text/change.ts'
import { changeOf } from '../../text/change/edits.ts'
import type { Reason } from '../../wire/save.ts'
import { checkSize } from '../articles/article-fields.ts'
import type { Deps, Person } from '../deps.ts'
import { eachHead, uncached } from './each-head.ts'
import { sha256 } from '../hash.ts'
import { lookAgain } from './look-again.ts'
import { takeTurns } from '../take-turns.ts'
import { makeRevision, writeRevision, type Made, type Plan } from '../revisions/write-revision.ts'

/** How often is begun anew because others chose meanwhile, before it is given up. */
const mostTries = 10

/** One text of a batch as it is to become; null where it is no longer the text that its hits are of. */
interface Prepared {
  readonly translationId: string
  readonly numbers: readonly number[]
  readonly work: { readonly head: HeadWithMt; readonly plan: Plan; readonly made: Made } | null
}

/** What a fix is accepted as: the check that proposed it, and what it spoke of. */
function proposedBy({ kind, about }: Pick<Batch, 'kind' | 'about'>): Pick<Reason, 'check' | 'about'> {
  const spokenOf = about === '' ? {} : { about }
  if (kind === 'term') return { check: 'term', ...spokenOf }
  if (kind === 'pair') return { check: 'memory', ...spokenOf }
  return kind === 'finding' && checkById(about) ? { check: about } : {}
}

/** Why each hit's words read as they will; the spans are of the text that the hits make. */
function reasonsOf(batch: Batch, hits: readonly ChosenHit[]): Reason[] {
  const common = { ...proposedBy(batch), batch: batch.id }
  let grown = 0
  return hits.map(({ span_from, span_to, fix, category, severity }) => {
    const from = span_from + grown
    grown += fix.length - (span_to - span_from)
    const said = { category: category || batch.category, severity: (severity || batch.severity) as Severity }
    return { from, to: from + fix.length, ...said, ...common }
  })
}

const standsThere = ({ head_number, head_text }: HeadWithMt, hits: readonly ChosenHit[]): boolean =>
  hits.every(
    ({ base, span_from, span_to, words }, i) =>
      base === head_number && head_text.slice(span_from, span_to) === words && span_from >= (hits[i - 1]?.span_to ?? 0),
  )

function prepare(deps: Deps, batch: Batch, head: HeadWithMt, hits: readonly ChosenHit[]): Prepared {
  const prepared = { translationId: head.id, numbers: hits.map(hit => hit.number) }
  if (!standsThere(head, hits)) return { ...prepared, work: null }
  const edits = hits.map(({ span_from: from, span_to: to, fix }) => ({ from, to, insert: fix }))
  const typed = changeOf(edits, head.head_text.length)
  const change = (head.fixed === 1 ? narrowInSegments : narrow)(typed, head.head_text)
  const made = makeRevision(uncached, head, { hash: head.mt_hash, text: head.mt_text }, change)
  checkSize(made.text, deps.limits.textBytes)
  return { ...prepared, work: { head, plan: { status: 'plan', change, reasons: reasonsOf(batch, hits) }, made } }
}

/** Works out all that is to be written, text after text, while others go on. */
async function prepareAll(deps: Deps, batch: Batch, hits: readonly ChosenHit[]): Promise<readonly Prepared[]> {
  const byText = Map.groupBy(hits, hit => hit.translation_id)
  const prepared: Prepared[] = []
  for await (const head of eachHead(deps, byText.keys())) {
    const ofText = (byText.get(head.id) ?? []).toSorted((a, b) => a.span_from - b.span_from)
    prepared.push(prepare(deps, batch, head, ofText))
  }
  return prepared
}

const changes = ({ words, fix }: ChosenHit): boolean => words !== fix
const sameChoice = (a: readonly ChosenHit[], b: readonly ChosenHit[]): boolean =>
  a.length === b.length && a.every((hit, i) => hit.number === b[i]?.number && hit.fix === b[i].fix)

interface Applying {
  readonly person: Person
  readonly batch: Batch
  readonly upTo: number
  readonly began: number
}

/** Writes all of it, or nothing where the choice is another by now. A text that moved on meanwhile is left, and told. */
async function writeAll(
  tx: Db,
  { person, batch, upTo, began }: Applying,
  chosen: readonly ChosenHit[],
  prepared: readonly Prepared[],
): Promise<boolean> {
  const held = await holdBatch(tx, batch.id)
  if (held?.state !== batch.state || !sameChoice(chosen, (await chosenHits(tx, batch.id, upTo)).filter(changes)))
    return false
  const turn = takeTurns()
  const became = new Map<number | null, number[]>()
  const gathered: CorrectedPart[] = []
  let texts = 0
  for (const { translationId, numbers, work } of prepared) {
    const saveKey = sha256(JSON.stringify(['batch', batch.id, translationId, work?.head.head_number ?? null]))
    const by = { person, summary: batch.name, saveKey, draft: null, began, gathered }
    const written = work !== null && (await writeRevision(tx, by, work.head, work.plan, work.made))
    if (written) texts += 1
    const revision = written ? work.head.head_number + 1 : null
    const same = became.get(revision)
    if (same) same.push(...numbers)
    else became.set(revision, [...numbers])
    await turn()
  }
  await writeCorrected(tx, gathered)
  for (const [revision, numbers] of became)
    await settleHits(tx, batch.id, numbers, { outcome: revision === null ? 'moved' : 'applied', revision })
  await leaveUnchosen(tx, batch.id, upTo)
  const first = held.applied_at === null ? { applied_by: person.id, applied_at: began } : {}
  await changeBatch(tx, batch.id, [batch.state], { state: 'applied', ...first })
  const detail = JSON.stringify({ texts, moved: prepared.length - texts })
  const act = { id: newId(), subject: 'batch' as const, subject_id: batch.id, kind: 'apply', detail }
  await insertHouseActs(tx, [{ ...act, person_id: person.id, at: began }])
  return true
}

/**
 * Applies the hits of a batch that are chosen: one revision in each text, all in one transaction. A text that has moved on since
 * its hits were found is left as it is, and its places are looked for again. Asked twice, it is applied once.
 * @param upTo the highest number that whoever applies it was shown: what was found since is not theirs to apply
 * @throws Problem batch-unknown; batch-misfit where it is still looked for, was undone or thrown away; hits-unchosen; text-too-large;
 * segments-fixed where a fix would split a segment of a file
 */
export async function applyBatch(
  deps: Deps,
  { person, batchId, upTo }: { readonly person: Person; readonly batchId: string; readonly upTo: number },
): Promise<void> {
  const began = deps.now()
  for (let tries = 0; tries < mostTries; tries += 1) {
    const batch = await batchById(deps.store.db, batchId)
    if (batch === undefined) throw new Problem('batch-unknown')
    if (batch.state !== 'ready' && batch.state !== 'applied') throw new Problem('batch-misfit')
    const chosen = (await chosenHits(deps.store.db, batchId, upTo)).filter(changes)
    if (chosen.length === 0) {
      if (batch.state !== 'applied') throw new Problem('hits-unchosen')
      // whoever presses twice, or after another; or because it was cut short when it looked again
      return lookAgain(deps, batch)
    }
    const prepared = await prepareAll(deps, batch, chosen)
    const applying = { person, batch, upTo, began }
    if (!(await deps.store.transaction(tx => writeAll(tx, applying, chosen, prepared)))) continue
    if (prepared.length > 0) await lookAgain(deps, batch)
    return
  }
  throw new Problem('database-unreachable', { reason: `the choice changed ${mostTries} times` })
}
