import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

async function filesOf(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

async function hashFiles(paths: readonly string[]): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const files = (await Promise.all(paths.map(path => filesOf(join(root, path))))).flat()
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('base64url').slice(0, 12)
}

/** The hash of files and folders under `src`, worked out when it is first asked for. */
function versionOf(...paths: readonly string[]): () => Promise<string> {
  let known: Promise<string> | undefined
  return () =>
    (known ??= hashFiles(paths).catch((error: unknown) => {
      known = undefined
      throw error
    }))
}

/** Names the checks as they are, code and data: another text whenever any of it has changed. Some 50 ms, once. */
export const checksVersion = versionOf('checks')

/** Names the rules by which corrections are derived: how texts are compared, who made what, and what is proposed. */
export const correctionsVersion = versionOf(
  'mqm',
  'text',
  ...['derive-corrections', 'correction-category', 'place-reasons', 'settle-corrections'].map(
    name => `app/corrections/${name}.ts`,
  ),
  'app/terms/follow-terms.ts',
)

/** Names the rules by which translations are measured: how their sentences are paired, the metrics, what counts as an error, and whose. */
export const measuringVersion = versionOf(
  'text',
  'app/measure',
  'app/annotate/agreed-places.ts',
  'app/annotate/comparable-layers.ts',
  'app/annotate/disclosed.ts',
  'mqm/wmt-categories.ts',
  'formats/annotations/named-errors.ts',
  'metrics/agreement/pairing.ts',
  ...['words', 'ter', 'chrf'].map(name => `metrics/${name}.ts`),
  'metrics/ter',
  'metrics/chrf',
)

/** Names the rules by which pairs are found and heard. */
export const voicesVersion = versionOf('app/pairs/voice.ts', 'app/pairs/ordinary.ts', 'text/anchor.ts', 'text/fold.ts')
