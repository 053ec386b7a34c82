/** A thread that checks one text after another. The lexicon is in memory that it shares with the thread that started it. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadLexicon } from '../../checks/lexicon/load.ts'
import type { CheckJob, KeptMemory, KeptTerms, SentJob, WorkerAnswer } from './check-job.ts'
import { giveWay } from '../give-way.ts'
import { runJob } from './run-job.ts'

const lexicon = loadLexicon((workerData as { lexicon: SharedArrayBuffer }).lexicon)

giveWay()

/** Those sent last. The checks know a list that they have made ready by its identity. */
let kept: KeptTerms | undefined

/** Of the texts that are being written, what the memory has of them: it changes with few of their words. */
const remembered = new Map<string, KeptMemory>()
const mostRemembered = 20

function recalled(memory: KeptMemory): KeptMemory {
  const known = remembered.get(memory.stamp) ?? memory
  remembered.delete(memory.stamp)
  remembered.set(memory.stamp, known)
  for (const [stamp] of remembered) if (remembered.size > mostRemembered) remembered.delete(stamp)
  return known
}

function whole({ terms, memory, ...rest }: SentJob): CheckJob {
  const job = memory === undefined ? rest : { ...rest, memory: recalled(memory) }
  if (terms === undefined) return job
  if (terms.list !== undefined) kept = { stamp: terms.stamp, list: terms.list }
  if (kept?.stamp !== terms.stamp) throw new Error(`the terms ${terms.stamp} were never sent`)
  return { ...job, terms: kept }
}

parentPort?.on('message', (job: SentJob) => {
  parentPort?.postMessage(answer(job))
})

function answer(job: SentJob): WorkerAnswer {
  try {
    return runJob(whole(job), lexicon)
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
