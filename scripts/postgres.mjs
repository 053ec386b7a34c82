/**
 * A PostgreSQL server for the tests: the one named in TEST_DATABASE_URL; else one of its own, in a folder that is removed
 * afterwards, run by the PostgreSQL found on this machine, or installed as Debian's package when we are root on Debian.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { installDebian, isRootOnDebian } from './debian.mjs'

/** @typedef {{ url: string, stop: () => Promise<void>, restart: () => Promise<void> }} Postgres a server; `restart` only of our own */

const isRoot = process.getuid?.() === 0

/** Runs a program and gives its output. `as`: the user it is to run as. @throws Error with what it said */
function run(
  /** @type {string} */ program,
  /** @type {string[]} */ args,
  /** @type {{uid: number, gid: number} | null} */ as,
) {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: tmpdir(), ...as })
  if (done.status !== 0)
    throw new Error(`${program} ${args[0] ?? ''}: ${done.error?.message ?? `${done.stdout}${done.stderr}`}`)
  return done.stdout
}

/** The newest folder with initdb and pg_ctl in it, or null. */
export function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(v => join(debian, v, 'bin')), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find(folder => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/** The user a server is run as: initdb refuses root. */
function findUser() {
  if (!isRoot) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL cannot be run as root, and there is no user `postgres` or `nobody`')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** @returns {Promise<number>} a port nobody listens on */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })

/** @returns {Promise<Postgres | null>} null where PostgreSQL is not to be had, which is said */
export async function startPostgres() {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {}, restart: () => Promise.reject(new Error('not our server')) }
  const programs = findPrograms() ?? (isRootOnDebian() && installDebian('postgresql') ? findPrograms() : null)
  if (!programs) {
    const sentence =
      'PostgreSQL is left out of the tests: name a server in TEST_DATABASE_URL, or install PostgreSQL (Debian: apt-get install postgresql).'
    if (process.env.CI && process.env.CI !== 'false') throw new Error(sentence)
    console.warn(`\n${'='.repeat(80)}\n${sentence}\n${'='.repeat(80)}\n`)
    return null
  }
  // what the tests write is not to outlive them: nothing waits for the disk
  return startOwn(programs, '-c fsync=off -c synchronous_commit=off -c full_page_writes=off')
}

/** @returns {Promise<Postgres>} a server of our own; without other `settings` as they come: fsync on */
export async function startOwn(programs = findPrograms(), settings = '') {
  if (!programs) throw new Error('PostgreSQL is not installed')
  const as = findUser()
  const folder = mkdtempSync(join(tmpdir(), 'rodpenna-pg-'))
  if (as) chownSync(folder, as.uid, as.gid)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const port = await freePort()
  const control = (/** @type {string[]} */ ...args) =>
    run(join(programs, 'pg_ctl'), ['-D', data, '-w', '-s', ...args], as)
  const listen = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=200 ${settings}`
  const start = () => control('-l', join(folder, 'log'), '-o', listen, 'start')
  const clean = () => rmSync(folder, { recursive: true, force: true })
  try {
    run(join(programs, 'initdb'), ['-D', data, '-U', 'rodpenna', '-A', 'trust', '-E', 'UTF8', '--locale=C'], as)
    start()
  } catch (error) {
    clean()
    throw error
  }
  let running = true
  const stop = () => {
    if (!running) return
    running = false
    control('-m', 'immediate', 'stop')
    clean()
  }
  // it is a process of its own, which would outlive an interrupted run
  process.once('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  return {
    url: `postgres://rodpenna@127.0.0.1:${port}/postgres`,
    stop: () => Promise.resolve(stop()),
    restart: () => Promise.resolve([control('-m', 'fast', 'stop'), start()]).then(() => undefined),
  }
}
