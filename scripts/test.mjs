/**
 * `npm test`: types, lint and format, then every test, on every store, in a real browser. `npm test -- PATH` runs only the tests named.
 * With CI set, a test that was left out is a failure.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runHere } from './ready.mjs'
import { findChromium } from './chromium.mjs'
import { installDebian, isRootOnDebian } from './debian.mjs'

runHere()
const chosen = process.argv.slice(2)
const bin = (...parts) => join(root, 'node_modules', ...parts)
/** Runs a script; gives its exit code. `quiet`: what it says is told when it has ended, so that it is not lost among what others say. */
const run = (script, args, { env = process.env, quiet = false, minutes = 0 } = {}) =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [...script, ...args], { cwd: root, stdio: quiet ? 'pipe' : 'inherit', env })
    const said = []
    const limit = minutes && setTimeout(() => child.kill('SIGKILL'), minutes * 60_000)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => said.push(part))
    child.once('error', error => said.push(Buffer.from(`${error.message}\n`)))
    child.once('close', code => {
      clearTimeout(limit)
      process.stderr.write(Buffer.concat(said))
      resolve(code ?? 1)
    })
  })

/** Types, lint and form: beside the tests, which leave the machine idle where they wait for a browser or a database. */
async function checkForm() {
  let failed = 0
  for (const [tool, ...args] of [
    [bin('typescript', 'bin', 'tsc'), '--noEmit'],
    [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
    [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  ])
    failed += await run([tool], args, { quiet: true })
  return failed
}
const form = chosen.length === 0 ? checkForm() : Promise.resolve(0)

const { buildClient } = await import('./build-client.ts')
await buildClient()
const { startPostgres } = await import('./postgres.mjs')
const chromium = findChromium()
// exported diffs are applied by the real patch
if (!existsSync('/usr/bin/patch') && isRootOnDebian()) installDebian('patch')
// exported tracked changes are opened by the real LibreOffice
if (process.env.CI && !existsSync('/usr/bin/soffice') && isRootOnDebian()) installDebian('libreoffice-writer-nogui')
const postgres = await startPostgres()
const reports = mkdtempSync(join(tmpdir(), 'rodpenna-test-'))
const report = join(reports, 'report.json')
let status
try {
  status = await run(
    ['--no-warnings=ExperimentalWarning', bin('jest', 'bin', 'jest.js')],
    ['--json', `--outputFile=${report}`, '--testLocationInResults=false', ...chosen],
    {
      env: { ...process.env, CHROMIUM: chromium, ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}) },
      minutes: 30,
    },
  )
  if (!existsSync(report))
    throw new Error('The tests did not come to an end within 30 minutes: one of those not named above hangs.')
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = numPendingTests + numTodoTests
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`)
  if (process.env.CI && (skipped > 0 || !postgres)) {
    console.error('CI leaves no test out: see above what was skipped, or why PostgreSQL was not there.')
    status = 1
  }
  if ((await form) !== 0) {
    console.error('The types, the lint or the form of the code fail: see above.')
    status = 1
  }
} finally {
  await postgres?.stop()
  rmSync(reports, { recursive: true, force: true })
}
process.exit(status)
