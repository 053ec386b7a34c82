/** A thread that works on files for one after another. */
import { Worker } from 'node:worker_threads'
import { Problem } from '../../errors.ts'
import type { ReadAnswer, ReadAsked } from './read-job.ts'

export interface ThreadSettings {
  /** how long one answer may take, ms */
  readonly limit: number
  /** how long a thread is kept that has nothing to do, ms */
  readonly idle: number
  /** of the thread's heap; what it is sent lies outside of it */
  readonly megabytes: number
  readonly log: (line: string) => void
}

const usual: ThreadSettings = { limit: 120_000, idle: 10_000, megabytes: 1536, log: () => undefined }

/** The program ends: what was under way is no fault of its file. */
class Closed extends Error {
  constructor() {
    super('the thread for files was closed')
  }
}

const failed = (why: string): ReadAnswer => ({ kind: 'failed', why })
const heavy: ReadAnswer = { kind: 'refused', refusal: { code: 'file-heavy', values: {} } }

/** A thread, and who waits for its answer. */
export class Thread {
  readonly #worker: Worker
  readonly #settings: ThreadSettings
  #waiting: ((answer: ReadAnswer) => void) | undefined
  #timer: NodeJS.Timeout | undefined
  ended = false
  #closing = false

  constructor(settings: ThreadSettings) {
    this.#settings = settings
    this.#worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: settings.megabytes, maxYoungGenerationSizeMb: 64 },
    })
    this.#worker.unref()
    this.#worker.on('message', (answer: ReadAnswer) => this.#answer(answer))
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#die(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? heavy : failed(error.stack ?? error.message)),
    )
    this.#worker.on('exit', code => this.#die(failed(`the thread ended with code ${code}`)))
  }

  /** @param given memory that goes over to the thread, and is empty here from then on @throws Problem */
  async ask(asked: ReadAsked, given: readonly ArrayBuffer[] = []): Promise<ReadAnswer> {
    if (this.ended) throw new Problem('file-defect')
    const answer = await new Promise<ReadAnswer>(done => {
      this.#waiting = done
      this.#timer = setTimeout(() => this.#die(heavy), this.#settings.limit)
      this.#worker.ref()
      this.#worker.postMessage(asked, given)
    })
    if (this.#closing) throw new Closed()
    if (answer.kind === 'refused') throw new Problem(answer.refusal.code, answer.refusal.values)
    if (answer.kind !== 'failed') return answer
    this.#settings.log(`a file broke the thread down (${asked.ask}): ${answer.why}`)
    throw new Problem('file-defect')
  }

  end(): Promise<number> {
    this.#closing = true
    this.#die(failed('the thread was ended'))
    return this.#worker.terminate()
  }

  #answer(answer: ReadAnswer): void {
    clearTimeout(this.#timer)
    this.#worker.unref()
    this.#waiting?.(answer)
    this.#waiting = undefined
  }

  #die(answer: ReadAnswer): void {
    this.ended = true
    this.#answer(answer)
    void this.#worker.terminate()
  }
}

/** The use of a thread, one after another. It is started when there is something to do, and ends when there has been nothing for a while. */
export interface Turns {
  /** Work with the thread, when those before have done theirs. @throws what `work` throws */
  inTurn<T>(work: (thread: Thread) => Promise<T>): Promise<T>
  /** Ends the thread, and with it what is under way. */
  close(): Promise<void>
}

export function createTurns(settings: Partial<ThreadSettings>): Turns {
  const all = { ...usual, ...settings }
  let thread: Thread | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  const end = async (): Promise<void> => {
    const ending = thread
    thread = undefined
    await ending?.end()
  }

  const inTurn = <T>(work: (thread: Thread) => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      if (closed) throw new Closed()
      clearTimeout(idle)
      if (!thread || thread.ended) thread = new Thread(all)
      try {
        return await work(thread)
      } finally {
        idle = setTimeout(() => void end(), all.idle).unref()
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    inTurn,
    async close() {
      closed = true
      clearTimeout(idle)
      await end()
    },
  }
}
