/** A thread that checks one text after another. The lexicon is loaded when it starts, once. */
import { parentPort } from 'node:worker_threads'
import { loadLexicon } from '../checks/lexicon/load.ts'
import type { CheckJob, WorkerAnswer } from './check-job.ts'
import { runJob } from './run-job.ts'

const lexicon = loadLexicon()

parentPort?.on('message', (job: CheckJob) => {
  parentPort?.postMessage(answer(job))
})

function answer(job: CheckJob): WorkerAnswer {
  try {
    return runJob(job, lexicon)
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
