/** A thread that reads or writes files, so that no request waits for them. It keeps what it has read until the next job. */
import { parentPort } from 'node:worker_threads'
import { unpackFiles } from './unpack-files.ts'
import { Problem } from '../../errors.ts'
import type { Reading } from '../../formats/document.ts'
import { aboutDocuments } from './about-reading.ts'
import { aboutCorpus, corpusFormat } from '../corpus/corpus-file.ts'
import { gift } from './gift.ts'
import { giveWay } from '../give-way.ts'
import { prepareDocument, type PreparedDocument } from './prepare-document.ts'
import { readFile } from './read-file.ts'
import type { ReadAnswer, ReadAsked, ReadLimits, UnpackedFile } from './read-job.ts'
import { createWriting } from '../exports/write-files.ts'

giveWay()

/** Documents are sent some at a time, so that neither the message nor the transaction that they are written in is long. */
const documentsAtOnce = 20
const charactersAtOnce = 200_000
const flagsAtOnce = 1500
/** Files of at most so many documents and characters are sent, and written, as one. */
const oneTransaction = { documents: 50, characters: 5_000_000 }

let reading: Reading | undefined
/** whether it is sent as one */
let whole = false
let limits: ReadLimits | undefined
let members: UnpackedFile[] | undefined
const write = createWriting()

const lengthOf = ({ text, sourceText, revisions }: Reading['documents'][number]): number =>
  text.length + sourceText.length + revisions.reduce((sum, revision) => sum + revision.text.length, 0)

const isSmall = ({ documents }: Reading): boolean =>
  documents.length <= oneTransaction.documents &&
  documents.reduce((sum, document) => sum + lengthOf(document), 0) <= oneTransaction.characters

function nextDocuments({ documents }: Reading, from: number, textBytes: number): ReadAnswer {
  const prepared: PreparedDocument[] = []
  let [at, sent, flags] = [from, 0, 0]
  for (; at < documents.length; at++) {
    const document = documents[at] as Reading['documents'][number]
    sent += lengthOf(document)
    flags += document.flags.length
    const full = prepared.length >= documentsAtOnce || sent > charactersAtOnce || flags > flagsAtOnce
    if (!whole && prepared.length > 0 && full) break
    prepared.push(prepareDocument(document, at, textBytes))
  }
  return { kind: 'documents', documents: prepared, upTo: at }
}

async function answer(asked: ReadAsked): Promise<ReadAnswer> {
  if (asked.ask === 'read') {
    const { file } = asked
    ;({ limits } = asked)
    members = undefined
    reading = undefined
    if (file.format === corpusFormat) return { kind: 'told', told: aboutCorpus(file.bytes, limits.textBytes) }
    const read = await readFile(file, limits.files)
    reading = read.reading
    whole = isSmall(reading)
    return { kind: 'told', told: aboutDocuments(reading, read.format.id, limits.textBytes) }
  }
  if (asked.ask === 'unpack') {
    reading = undefined
    members = [...(await unpackFiles(asked.file, asked.limits.files))]
    return { kind: 'unpacked', number: members.length }
  }
  if (asked.ask !== 'next') return write(asked)
  if (members) return { kind: 'member', member: members.shift() ?? null }
  if (!reading || !limits) throw new Error('nothing was read')
  return nextDocuments(reading, asked.from, limits.textBytes)
}

parentPort?.on('message', (asked: ReadAsked) => {
  answer(asked).then(
    told => parentPort?.postMessage(told, told.kind === 'written' ? gift(told.bytes) : []),
    (error: unknown) => {
      const told: ReadAnswer =
        error instanceof Problem
          ? { kind: 'refused', refusal: { code: error.code, values: error.values } }
          : { kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }
      parentPort?.postMessage(told)
    },
  )
})
