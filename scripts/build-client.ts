/** Bundles the browser's half into build/client/, where the server finds it. Run by itself it always builds; at a start, only what is stale. */
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'build', 'client')
const made = join(out, '.made')

/** What the bundle is made of: the only folders that the client may import (see test/architecture.test.ts). */
const sources = [
  'src/client',
  'src/text',
  'src/mqm',
  'src/wire',
  'src/i18n',
  'package-lock.json',
  'scripts/build-client.ts',
]

async function newest(path: string): Promise<number> {
  const { mtimeMs } = await stat(path)
  if (!(await stat(path)).isDirectory()) return mtimeMs
  const inner = await Promise.all((await readdir(path)).map(name => newest(join(path, name))))
  return Math.max(mtimeMs, ...inner)
}

async function isFresh(): Promise<boolean> {
  if (!existsSync(made)) return false
  const since = (await stat(made)).mtimeMs
  return (await Promise.all(sources.map(source => newest(join(root, source))))).every(time => time <= since)
}

export async function buildClient({ always = false } = {}): Promise<void> {
  if (!always && (await isFresh())) return
  await build({
    absWorkingDir: root,
    entryPoints: {
      review: 'src/client/review.ts',
      annotate: 'src/client/annotate.ts',
      effort: 'src/client/effort.ts',
      pages: 'src/client/pages.ts',
      style: 'src/client/style/index.css',
    },
    outdir: out,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'esm',
    target: ['es2022'],
    logLevel: 'warning',
    legalComments: 'linked',
  })
  await writeFile(made, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildClient({ always: true })
