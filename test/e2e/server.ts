/** The whole program as a person starts it: a process of its own, on a folder and a port of its own, that can be killed and started again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { countNext } from '../../src/app/findings/count-findings.ts'
import { createDeps } from '../../src/app/create-deps.ts'
import { loadCorpus } from '../../src/app/corpus/load-corpus.ts'
import { shippedCorpus } from '../../src/cli/open.ts'
import { openDatabase } from '../../src/store/db/open.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface Served {
  readonly address: string
  readonly dataDir: string
  /** as when the power goes: nothing can be tidied */
  kill(): Promise<void>
  /** starts it again where it was: same folder, same port */
  again(): Promise<void>
  /** Ctrl-C; gives the exit code */
  stop(): Promise<number | null>
  /** Ctrl-C, and the folder goes too */
  end(): Promise<void>
}

async function start(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', main, 'serve', '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stderr?.on('data', chunk => (complained += String(chunk)))
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      said += String(chunk)
      const line = /^\{.*\}$/m.exec(said)
      if (line) resolve((JSON.parse(line[0]) as { address: string }).address)
    })
    child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}${complained}`)))
  })
  return { child, address }
}

/** A folder as a program leaves it that was started once and had time to check what it ships with: every other start costs as much. */
async function startedOnce(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rodpenna-e2e-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const deps = createDeps(await openDatabase({ dataDir }))
  await loadCorpus(deps, shippedCorpus)
  const failed: string[] = []
  while (await countNext(deps, (id, why) => failed.push(`${id}: ${why}`)));
  await Promise.all([deps.checks.close(), deps.reader.close()])
  await deps.store.close()
  if (failed.length > 0) throw new Error(failed.join('\n'))
  return dataDir
}
let ready: Promise<string> | undefined

/** @param env further settings; DATABASE_URL puts it on PostgreSQL, where it starts for the first time */
export async function serve(env: NodeJS.ProcessEnv = {}): Promise<Served> {
  const dataDir = await mkdtemp(join(tmpdir(), 'rodpenna-e2e-'))
  if (!env['DATABASE_URL']) await cp(await (ready ??= startedOnce()), dataDir, { recursive: true })
  const settings: NodeJS.ProcessEnv = { DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1', ...env }
  let { child, address } = await start(settings)
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit')
    child.kill(name)
    return ((await ended) as [number | null])[0]
  }
  return {
    get address() {
      return address
    },
    dataDir,
    kill: async () => void (await signal('SIGKILL')),
    again: async () => {
      ;({ child, address } = await start({ ...settings, PORT: new URL(address).port }))
    },
    stop: () => signal('SIGINT'),
    end: async () => {
      await signal('SIGINT')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
