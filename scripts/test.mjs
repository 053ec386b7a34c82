/**
 * `npm test`: types, lint and format, then every test, on every store, in a real browser. `npm test -- PATH` runs only the tests named.
 * With CI set, a test that was left out is a failure.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runHere } from './ready.mjs'
import { findChromium } from './chromium.mjs'
import { installDebian, isRootOnDebian } from './debian.mjs'

runHere()
const chosen = process.argv.slice(2)
const bin = (...parts) => join(root, 'node_modules', ...parts)
const run = (script, args, env = process.env) =>
  spawnSync(process.execPath, [...script, ...args], { cwd: root, stdio: 'inherit', env }).status ?? 1

if (chosen.length === 0) {
  for (const [tool, ...args] of [
    [bin('typescript', 'bin', 'tsc'), '--noEmit'],
    [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0'],
    [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.'],
  ]) {
    if (run([tool], args) !== 0) process.exit(1)
  }
}

const { buildClient } = await import('./build-client.ts')
await buildClient()
const { startPostgres } = await import('./postgres.mjs')
const chromium = findChromium()
// exported diffs are applied by the real patch
if (!existsSync('/usr/bin/patch') && isRootOnDebian()) installDebian('patch')
const postgres = await startPostgres()
const reports = mkdtempSync(join(tmpdir(), 'rodpenna-test-'))
const report = join(reports, 'report.json')
let status
try {
  status = run(
    ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', bin('jest', 'bin', 'jest.js')],
    ['--json', `--outputFile=${report}`, '--testLocationInResults=false', ...chosen],
    { ...process.env, CHROMIUM: chromium, ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}) },
  )
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
  const skipped = numPendingTests + numTodoTests
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${skipped} skipped`)
  if (process.env.CI && (skipped > 0 || !postgres)) {
    console.error('CI leaves no test out: see above what was skipped, or why PostgreSQL was not there.')
    status = 1
  }
} finally {
  await postgres?.stop()
  rmSync(reports, { recursive: true, force: true })
}
process.exit(status)
