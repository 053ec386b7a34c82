import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../checks')
let known: Promise<string> | undefined

async function hashFiles(): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file))
  return hash.digest('base64url').slice(0, 12)
}

/** Names the checks as they are, code and data: another text whenever any of it has changed. Some 50 ms, once. */
export const checksVersion = (): Promise<string> =>
  (known ??= hashFiles().catch((error: unknown) => {
    known = undefined
    throw error
  }))
