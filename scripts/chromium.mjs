/** Finds the Chromium that the browser tests drive, or installs Debian's, or says what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fail } from './ready.mjs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const found = () => places.find(place => place && existsSync(place))

/** Can this process install Debian's packages by itself? */
export const isRootOnDebian = () =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/** Installs one of Debian's packages; true where it is there afterwards. */
export function installDebian(name) {
  console.error(`Installing Debian’s package ${name} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env }).status === 0
  return (
    run('install', '-y', '-qq', '--no-install-recommends', name) ||
    (run('update', '-qq') && run('install', '-y', '-qq', '--no-install-recommends', name))
  )
}

export function findChromium() {
  const there = found()
  if (there) return there
  if (isRootOnDebian() && installDebian('chromium') && found()) return found()
  return fail(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one in CHROMIUM, and run npm test again.',
  )
}
