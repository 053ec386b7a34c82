import { Worker } from 'node:worker_threads'
import type { Derived, Grown } from './derive-measure.ts'

export interface Asked extends Grown {
  /** whether lines of the MT and of the head belong to each other, as segments do */
  readonly fixed: boolean
  /** whether paragraphs and sentences are wanted: of a long text, these alone take long to hand over */
  readonly inDetail: boolean
}

/** More than a text of 5 MB takes, with all its sentences. */
const megabytes = 2048

/**
 * As `deriveMeasure`, in a thread of its own, so that nobody else waits for it; without paragraphs where they are not wanted.
 * @throws what breaks the thread down, or where it is stopped
 */
export function measureApart(asked: Asked, stopped?: AbortSignal): Promise<Derived> {
  return new Promise((done, failed) => {
    const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), {
      execArgv: [],
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const stop = () => void worker.terminate()
    stopped?.addEventListener('abort', stop, { once: true })
    worker.on('message', done)
    worker.on('error', failed)
    worker.on('exit', code => {
      stopped?.removeEventListener('abort', stop)
      // after an answer this is too late to matter
      failed(new Error(`the thread ended with code ${code}`))
    })
    if (stopped?.aborted) stop()
  })
}
