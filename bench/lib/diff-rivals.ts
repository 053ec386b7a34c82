import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { countTokens } from './diff-minimal.ts'

/** Median milliseconds and tokens marked; null where it did not end in time. */
export type Measured = { readonly ms: number; readonly marked: number } | null

/** The median of up to 15 runs, or of as many as 1.5 s hold; small inputs are warmed up first. */
export function medianTime(run: () => unknown): number {
  const begin = performance.now()
  run()
  for (let warm = 0; warm < 200 && performance.now() - begin < 200; warm++) run()
  const times: number[] = []
  const start = performance.now()
  while (times.length < 15 && (times.length < 3 || performance.now() - start < 1500)) {
    const at = performance.now()
    run()
    times.push(performance.now() - at)
  }
  return times.sort((left, right) => left - right)[times.length >> 1]!
}

/** jsdiff's diffWords, in a worker that is ended after `capMs` without a first result. */
export async function measureDiffWords(a: string, b: string, capMs: number): Promise<Measured> {
  const worker = new Worker(new URL('./diff-words-worker.ts', import.meta.url), { workerData: { a, b } })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate()
      resolve(null)
    }, capMs)
    worker.on('message', (message: { readonly removed: string; readonly ms?: number }) => {
      clearTimeout(timer)
      if (message.ms === undefined) return
      resolve({ ms: message.ms, marked: countTokens(message.removed) })
    })
    worker.on('error', reject)
  })
}

/** git's word diff, the start of its process and the reading of its answer included. */
export function measureGit(a: string, b: string): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'rodpenna-diff-'))
  try {
    writeFileSync(join(folder, 'a'), a + '\n')
    writeFileSync(join(folder, 'b'), b + '\n')
    let output = ''
    const run = (): void => {
      const args = ['diff', '--no-index', '--no-color', '--word-diff=porcelain', 'a', 'b']
      const done = spawnSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 29 })
      if (done.error) throw done.error
      output = done.stdout
    }
    run()
    const times = Array.from({ length: 3 }, () => {
      const at = performance.now()
      run()
      return performance.now() - at
    })
    const marked = output.split('\n').filter(line => /^[+-](?!\+\+ |-- )/.test(line))
    return {
      ms: times.sort((left, right) => left - right)[1]!,
      marked: countTokens(marked.map(line => line.slice(1)).join('\n')),
    }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true })
  }
}
