/** Finds the Chromium that the browser tests drive, or installs Debian's, or says what to install. */
import { existsSync } from 'node:fs'
import { installDebian, isRootOnDebian } from './debian.mjs'
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

export function findChromium() {
  const there = found()
  if (there) return there
  if (isRootOnDebian() && installDebian('chromium') && found()) return found()
  return fail(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name one in CHROMIUM, and run npm test again.',
  )
}
