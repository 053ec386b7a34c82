/** Reads files in a thread of its own, one after another; it is started when there is one to read, and ends when there is none. */
import { Worker } from 'node:worker_threads'
import { Problem } from '../errors.ts'
import type { PreparedDocument } from './prepare-document.ts'
import type { FileToRead } from './read-file.ts'
import type { ReadAnswer, ReadAsked, ReadLimits, ToldFile, UnpackedFile } from './read-job.ts'

/** Documents that are written together; `upTo`: how many of the file's have been read then. */
export interface Batch {
  readonly documents: readonly PreparedDocument[]
  readonly upTo: number
}

/** A file that was read. Its documents are asked for only as fast as they are taken. */
export interface OpenFile {
  readonly told: ToldFile
  /** from a document on, in the file's order */
  readonly batches: (from: number) => AsyncGenerator<Batch>
}

export interface ReadThread {
  /**
   * Reads a file and gives what `use` makes of it; the next file waits until then.
   * @throws Problem: those of the formats; file-heavy where it takes too long or too much memory, file-defect where the reader broke down
   */
  read<T>(file: FileToRead, limits: ReadLimits, use: (open: OpenFile) => Promise<T>): Promise<T>
  /** The files of an archive, one by one. @throws as `read` */
  unpack<T>(
    file: FileToRead,
    limits: ReadLimits,
    use: (members: AsyncGenerator<UnpackedFile>) => Promise<T>,
  ): Promise<T>
  /** Ends the thread, and with it what is under way. */
  close(): Promise<void>
}

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
    super('the thread that reads files was closed')
  }
}

const failed = (why: string): ReadAnswer => ({ kind: 'failed', why })
const heavy: ReadAnswer = { kind: 'refused', refusal: { code: 'file-heavy', values: {} } }

/** A thread, and who waits for its answer. */
class Thread {
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

  /** @throws Problem */
  async ask(asked: ReadAsked): Promise<ReadAnswer> {
    if (this.ended) throw new Problem('file-defect')
    const answer = await new Promise<ReadAnswer>(done => {
      this.#waiting = done
      this.#timer = setTimeout(() => this.#die(heavy), this.#settings.limit)
      this.#worker.ref()
      this.#worker.postMessage(asked)
    })
    if (this.#closing) throw new Closed()
    if (answer.kind === 'refused') throw new Problem(answer.refusal.code, answer.refusal.values)
    if (answer.kind !== 'failed') return answer
    this.#settings.log(`a file could not be read: ${answer.why}`)
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

export function createReadThread(settings: Partial<ThreadSettings> = {}): ReadThread {
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

  /** Work with the thread, when those before have done theirs. */
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
    read: (file, limits, use) =>
      inTurn(async of => {
        const answer = await of.ask({ ask: 'read', file, limits })
        if (answer.kind !== 'told') throw new Error('the thread answered something else')
        return use({ told: answer.told, batches: from => batchesOf(of, from, answer.told.mtHashes.length) })
      }),
    unpack: (file, limits, use) =>
      inTurn(async of => {
        await of.ask({ ask: 'unpack', file, limits })
        return use(membersOf(of))
      }),
    async close() {
      closed = true
      clearTimeout(idle)
      await end()
    },
  }
}

async function* batchesOf(thread: Thread, from: number, documents: number): AsyncGenerator<Batch> {
  for (let at = from; at < documents;) {
    const answer = await thread.ask({ ask: 'next', from: at })
    if (answer.kind !== 'documents') return
    yield answer
    at = answer.upTo
  }
}

async function* membersOf(thread: Thread): AsyncGenerator<UnpackedFile> {
  for (;;) {
    const answer = await thread.ask({ ask: 'next', from: 0 })
    if (answer.kind !== 'member' || answer.member === null) return
    yield answer.member
  }
}
