/**
 * What has to be there before anything of the project runs: its packages, among them the Node that runs it. This file and those
 * that start with it (`start`, `test`, `rodpenna`) are plain JavaScript, because the machine's own Node, whatever its age, runs them first.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The oldest Node that runs the TypeScript as it stands and has the SQLite that the store uses. */
export const oldestNode = 24

const stamp = join(root, 'node_modules', '.rodpenna-installed')
const majorOf = version => Number(version.replace(/^v/, '').split('.')[0])

function wanted() {
  const hash = createHash('sha256').update(process.platform + process.arch)
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

export function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}

/** Installs the packages where they are missing or older than package.json says. */
export function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return
  console.error('Installing the packages that Rödpenna needs …')
  const npm = process.env.npm_execpath
  const [command, ...first] = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const result = spawnSync(
    command,
    [...first, 'install', '--include=dev', '--include=optional', '--no-save', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: !npm && process.platform === 'win32',
    },
  )
  if (result.status !== 0) fail('The packages could not be installed: see npm’s message above. Is the network there?')
  writeFileSync(stamp, wanted())
}

/** The path of a Node that can run the project: the one installed with it, or the machine's own. */
export function suitableNode() {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  for (const candidate of [own, process.execPath]) {
    if (!existsSync(candidate)) continue
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
    if (stdout && majorOf(stdout) >= oldestNode) return candidate
  }
  return fail(
    `Rödpenna needs Node ${oldestNode} or newer; this machine has ${process.version}, and no packaged Node fits ${process.platform}-${process.arch}. Install Node ${oldestNode} and try again.`,
  )
}

/** Makes sure that this very process is a Node that can run the project; otherwise runs the same script in one and ends with its exit code. */
export function runHere() {
  install()
  if (majorOf(process.version) >= oldestNode) {
    // stripped and compiled once, the TypeScript starts in two thirds of the time; threads and child processes look at the variable
    process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'rodpenna')
    module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
    return
  }
  const stop = () => undefined // Ctrl-C reaches the child as well: it ends, and then this process does
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const { status } = spawnSync(suitableNode(), process.argv.slice(1), { stdio: 'inherit' })
  process.exit(status ?? 1)
}
