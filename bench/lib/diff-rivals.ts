import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** jsdiff's diffWords in a process of its own, which is killed where its first run takes longer than `capMs`. */
export async function measureDiffWords(a: string, b: string, capMs: number): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('./diff-words-child.ts', import.meta.url)), { serialization: 'advanced' })
  let measured: Measured = null
  let timer = setTimeout(() => undefined, 0)
  child.on('message', (message: 'ready' | { readonly marked: string; readonly ms?: number }) => {
    clearTimeout(timer)
    if (message === 'ready') {
      child.send({ a, b })
      timer = setTimeout(() => child.kill('SIGKILL'), capMs)
    } else if (message.ms !== undefined) measured = { ms: message.ms, marked: countTokens(message.marked) }
  })
  await once(child, 'exit')
  clearTimeout(timer)
  return measured
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
