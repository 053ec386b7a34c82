/** What the tests need of Debian's packages, installed where this process may. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

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
