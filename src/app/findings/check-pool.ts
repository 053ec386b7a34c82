/** Checks texts in threads of their own, so that no request waits for the checks of another text. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Finding } from '../../checks/check.ts'
import { lexiconBytes } from '../../checks/lexicon/load.ts'
import type { CheckFailure, CheckJob, SentJob, WorkerAnswer } from './check-job.ts'
import { threadTime } from './thread-time.ts'

export type { CheckJob, KeptTerms } from './check-job.ts'

export type Checked =
  /** `failures`: checks that broke down; the findings are those of the others */
  | { readonly outcome: 'ready'; readonly findings: readonly Finding[]; readonly failures: readonly CheckFailure[] }
  /**
   * `slow`: it took longer than the limit; `superseded`: a newer job of the same lane came before this one was begun, or nobody waited
   * for it any longer, or the pool was closed before it ended
   */
  | { readonly outcome: 'slow' | 'superseded' }
  | { readonly outcome: 'failed'; readonly why: string }

export interface CheckPool {
  /**
   * Never rejects. @param how `lane`: of the waiting jobs of one lane (a desk's tab) only the newest is run; `background`: others go
   * before it, and never all threads work on such jobs where there are several; `gone`: nobody waits for it any longer, so it need
   * not be begun
   */
  check(
    job: CheckJob,
    how?: {
      readonly lane?: string | undefined
      readonly background?: boolean
      readonly gone?: AbortSignal | undefined
    },
  ): Promise<Checked>
  /** Ends the threads, and with them what is under way or waits. */
  close(): Promise<void>
}

export interface PoolSettings {
  /** how long one text may take, ms that the thread works on it */
  readonly limit: number
  /** the most threads; they are started as they are needed, and all but one end when they are needed no longer */
  readonly threads: number
  /** how long one that works in the background may keep others waiting before another thread is started, ms */
  readonly grace: number
  /** what a thread runs; the checks, unless a test has another */
  readonly worker: URL
}

interface Waiting {
  readonly job: CheckJob
  readonly lane: string | undefined
  readonly background: boolean
  readonly done: (checked: Checked) => void
}

interface UnderWay {
  readonly job: Waiting
  readonly began: number
  /** how long the thread had worked before, ms */
  readonly before: Promise<number>
  timer: NodeJS.Timeout | undefined
}

/** A thread, and what it works on. */
interface Thread {
  readonly worker: Worker
  now: UnderWay | null
  idle: NodeJS.Timeout | undefined
  /** stamp of the terms that it was sent last */
  terms: string | undefined
}

/** Without the terms, where the thread has them. */
function sentTo(thread: Thread, { terms, ...job }: CheckJob): SentJob {
  if (terms === undefined) return job
  const known = thread.terms === terms.stamp
  thread.terms = terms.stamp
  return { ...job, terms: known ? { stamp: terms.stamp } : terms }
}

/** The lexicon lies outside of it. A text that needs more is given up, and the program goes on. */
const megabytesOfThread = 1024

/** Threads give way to others. One that is kept from working is given up after so many times the limit. */
const mostLimits = 10
/** ms: shorter is not looked again */
const shortest = 50

/** How long a thread beside the first is kept that has nothing to do, ms: each holds the lexicon, some 100 MB. */
const idleTime = 60_000

/** Two threads share a machine of two cores with the server; more cores do not make one desk quicker. */
const usualThreads = (): number => Math.max(1, Math.min(2, availableParallelism()))

export function createCheckPool(settings: Partial<PoolSettings> = {}): CheckPool {
  const {
    limit,
    threads: most,
    grace,
    worker: file,
  } = {
    limit: 20_000,
    threads: usualThreads(),
    grace: 500,
    worker: new URL('./check-worker.ts', import.meta.url),
    ...settings,
  } // prettier-ignore
  const threads = new Set<Thread>()
  let waiting: Waiting[] = []
  let closed = false
  let wake: NodeJS.Timeout | undefined

  const start = (): Thread => {
    const worker = new Worker(file, {
      execArgv: [],
      workerData: { lexicon: lexiconBytes() },
      resourceLimits: { maxOldGenerationSizeMb: megabytesOfThread, maxYoungGenerationSizeMb: 4 },
    })
    const thread: Thread = { worker, now: null, idle: undefined, terms: undefined }
    // an idle thread keeps nobody waiting for the end of the program
    worker.unref()
    worker.on('message', (answer: WorkerAnswer) =>
      finish(
        thread,
        'error' in answer
          ? { outcome: 'failed', why: answer.error }
          : { outcome: 'ready', findings: answer.findings, failures: answer.failures ?? [] },
      ),
    )
    worker.on('error', (error: Error) => end(thread, { outcome: 'failed', why: error.stack ?? error.message }))
    worker.on('exit', code => end(thread, { outcome: 'failed', why: `the thread ended with code ${code}` }))
    threads.add(thread)
    return thread
  }

  const finish = (thread: Thread, checked: Checked): void => {
    const { now } = thread
    if (!now) return
    clearTimeout(now.timer)
    thread.now = null
    thread.worker.unref()
    now.job.done(checked)
    work()
    if (!thread.now && threads.size > 1) thread.idle = setTimeout(() => retire(thread), idleTime).unref()
  }

  const retire = (thread: Thread): void => {
    if (thread.now || threads.size < 2) return
    threads.delete(thread)
    void thread.worker.terminate()
  }

  /** A thread that has died, or is to: the next job gets a new one. */
  const end = (thread: Thread, checked: Checked): void => {
    threads.delete(thread)
    clearTimeout(thread.idle)
    void thread.worker.terminate()
    finish(thread, checked)
  }

  const watch = (thread: Thread, now: UnderWay, ms: number): void => {
    const look = async (): Promise<void> => {
      const worked = (await threadTime(thread.worker)) - (await now.before)
      if (thread.now !== now) return
      const isOver = worked >= limit || performance.now() - now.began >= limit * mostLimits
      if (isOver) end(thread, { outcome: 'slow' })
      else watch(thread, now, Math.max(limit - worked, shortest))
    }
    now.timer = setTimeout(() => void look(), ms)
  }

  const give = (thread: Thread, job: Waiting): void => {
    clearTimeout(thread.idle)
    thread.now = { job, began: performance.now(), before: threadTime(thread.worker), timer: undefined }
    watch(thread, thread.now, limit)
    thread.worker.ref()
    thread.worker.postMessage(sentTo(thread, job.job))
  }

  const next = (): Waiting | undefined => {
    const busy = [...threads].filter(thread => thread.now?.job.background).length
    const mayBackground = busy < Math.max(1, most - 1)
    return waiting.find(job => !job.background) ?? (mayBackground ? waiting[0] : undefined)
  }

  /** Starting a thread takes longer than most texts: one that is soon done is waited for. */
  const mayStart = (): boolean => {
    if (threads.size >= most) return false
    const soon = [...threads].some(({ now }) => now?.job.background && performance.now() - now.began < grace)
    if (soon)
      wake ??= setTimeout(() => {
        wake = undefined
        work()
      }, grace)
    return !soon
  }

  const work = (): void => {
    while (!closed) {
      const free = [...threads].find(thread => thread.now === null)
      if (!free && (waiting.length === 0 || !mayStart())) return
      const job = next()
      if (!job) return
      waiting = waiting.filter(other => other !== job)
      give(free ?? start(), job)
    }
  }

  /** Those meant that still wait are not run. */
  const leave = (isMeant: (job: Waiting) => boolean): void => {
    const left = waiting.filter(isMeant)
    waiting = waiting.filter(job => !isMeant(job))
    for (const { done } of left) done({ outcome: 'superseded' })
  }

  return {
    check: (job, { lane, background = false, gone } = {}) =>
      new Promise(done => {
        if (closed || gone?.aborted) return done({ outcome: 'superseded' })
        if (lane !== undefined) leave(other => other.lane === lane)
        const asked: Waiting = { job, lane, background, done }
        waiting.push(asked)
        gone?.addEventListener('abort', () => leave(other => other === asked), { once: true })
        work()
      }),
    async close() {
      closed = true
      clearTimeout(wake)
      for (const { done } of waiting.splice(0)) done({ outcome: 'superseded' })
      for (const thread of threads) finish(thread, { outcome: 'superseded' })
      const ended = [...threads].map(({ worker }) => {
        // the program may have nothing else left to wait for, and would end before what is to be done after this
        worker.ref()
        return worker.terminate()
      })
      await Promise.all(ended)
    },
  }
}
