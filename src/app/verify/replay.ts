import { isDeepStrictEqual } from 'node:util'
import {
  allCorrections,
  allFlags,
  allRevisions,
  headText,
  queueLine,
  snapshotNumbers,
  snapshotText,
  type HeadLine,
  type Kept,
  type Recorded,
} from '../../store/integrity.ts'
import { layersApart } from '../../store/annotations.ts'
import type { Db } from '../../store/schema.ts'
import { applyChange, readChange } from '../../text/change.ts'
import type { Step } from '../../text/path.ts'
import { placeAt } from '../../text/place.ts'
import { correctionFaults } from './check-corrections.ts'
import { queueFaults } from './check-queue.ts'
import { sha256 } from '../hash.ts'

interface Fault {
  readonly number: number
  readonly why: string
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** One translation's history, gone through from the MT to the head, and all that does not hold in it. */
export async function replay(
  db: Db,
  head: HeadLine,
): Promise<{ readonly revisions: number; readonly broken: readonly Fault[] }> {
  const flags = await allFlags(db, head.id)
  const history = new History(await snapshotNumbers(db, head.id), flags, head.fixed === 1)
  const read = (number: number) => snapshotText(db, head.id, number)
  await history.begin(head.mt_hash, read)
  for await (const revision of allRevisions(db, head.id)) await history.goOn(revision, read)
  const text = await headText(db, head.id)
  history.end(head, text)
  const line = await queueLine(db, head)
  const apart = await layersApart(db, head.id)
  const counted = flags.filter(({ layer }) => !apart.has(layer))
  const unlike = line && text !== undefined ? queueFaults(line, head, text, counted) : []
  const mt = await snapshotText(db, head.id, 0)
  if (mt !== undefined && text !== undefined)
    unlike.push(...correctionFaults(head, { mt, head: text }, await allCorrections(db, head.id)))
  const broken = [...history.broken, ...unlike.map(why => ({ number: head.head_number, why }))]
  return { revisions: history.number, broken }
}

const linesIn = (text: string): number => text.split('\n').length

type ReadSnapshot = (number: number) => Promise<string | undefined>

class History {
  readonly broken: Fault[] = []
  number = 0
  /** the text of `number`; null after a fault, until a snapshot gives it again */
  #text: string | null = null
  #hash = ''
  readonly #hashes: string[] = []
  readonly #steps: Step[] = []
  readonly #snapshots: ReadonlySet<number>
  readonly #flags: readonly Kept[]
  /** are the lines segments of a file? */
  readonly #fixed: boolean
  readonly #flagsOn: ReadonlyMap<number, readonly Kept[]>

  constructor(snapshots: readonly number[], flags: readonly Kept[], fixed: boolean) {
    this.#fixed = fixed
    this.#snapshots = new Set(snapshots)
    this.#flags = flags
    this.#flagsOn = Map.groupBy(flags, flag => flag.revision)
  }

  async begin(mtHash: string, read: ReadSnapshot): Promise<void> {
    const text = await read(0)
    if (text === undefined) this.#fault('the text of the machine translation is missing')
    else if (sha256(text) !== mtHash) this.#fault('the machine translation has another hash')
    this.#text = text ?? null
    this.#hash = mtHash
    this.#hashes.push(mtHash)
    this.#checkWords()
  }

  async goOn(revision: Recorded, read: ReadSnapshot): Promise<void> {
    const expected = this.number + 1
    this.number = revision.number
    if (revision.number !== expected) this.#lose(`the revisions from ${expected} on up to it are missing`)
    this.#hash = revision.hash
    this.#hashes[revision.number] = revision.hash
    this.#apply(revision)
    if (revision.restores !== null && this.#hashes[revision.restores] !== revision.hash)
      this.#fault(`it is to restore revision ${revision.restores}, and has another text`)
    if (this.#snapshots.has(revision.number)) this.#compareSnapshot(await read(revision.number))
    this.#checkWords()
  }

  end(head: HeadLine, text: string | undefined): void {
    if (head.head_number !== this.number) this.#fault(`the head is to be revision ${head.head_number}`)
    if (head.head_hash !== this.#hash) this.#fault('the head has another hash than its revision')
    if (text === undefined || sha256(text) !== this.#hash) this.#fault('the text of the head has another hash')
    for (const number of this.#snapshots)
      if (number > this.number) this.#fault(`there is a snapshot of revision ${number}`)
    for (const flag of this.#flags) {
      if (flag.revision > this.number) this.#fault(`flag ${flag.id} stands on revision ${flag.revision}`)
      else if (flag.withdrawn_at === null) this.#comparePlace(flag)
    }
  }

  #apply({ number, change, hash, restores, undoes }: Recorded): void {
    try {
      const step = { number, change: readChange(change), restores, undoes }
      // only flags need them
      if (this.#flags.length > 0) this.#steps.push(step)
      if (this.#text === null) return
      const before = this.#text
      this.#text = applyChange(before, step.change)
      if (this.#fixed && linesIn(before) !== linesIn(this.#text)) this.#fault('it has not as many segments as its file')
    } catch (error) {
      this.#lose(`its change cannot be applied: ${messageOf(error)}`)
      return
    }
    if (sha256(this.#text) !== hash) this.#lose('its text has another hash')
  }

  #compareSnapshot(text: string | undefined): void {
    const right = text !== undefined && sha256(text) === this.#hash
    if (!right) this.#fault('its snapshot has another hash')
    else this.#text = text
  }

  #checkWords(): void {
    const text = this.#text
    if (text === null) return
    for (const { id, span_from, span_to, words } of this.#flagsOn.get(this.number) ?? []) {
      const fits = span_from <= span_to && span_to <= text.length && text.slice(span_from, span_to) === words
      if (!fits) this.#fault(`flag ${id} stands on other words`)
    }
  }

  #comparePlace({ id, revision, span_from, span_to, words, place }: Kept): void {
    // where revisions are missing or unreadable no place can be derived; that has been told
    if (this.#steps.length !== this.number) return
    try {
      const derived = placeAt({ revision, from: span_from, to: span_to, words }, this.#steps, this.number)
      if (!isDeepStrictEqual(JSON.parse(place), derived))
        this.#fault(`flag ${id} is kept at ${place}, not ${JSON.stringify(derived)}`)
    } catch (error) {
      this.#fault(`the place of flag ${id} cannot be derived: ${messageOf(error)}`)
    }
  }

  #lose(why: string): void {
    if (this.#text !== null) this.#fault(`${why}; what follows cannot be checked up to the next snapshot`)
    this.#text = null
  }

  #fault(why: string): void {
    this.broken.push({ number: this.number, why })
  }
}
