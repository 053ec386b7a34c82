import { readFile } from 'node:fs/promises'
import { Problem } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}

/** Why a file or folder could not be opened, in words where the system has only a code. */
export function whyUnreadable(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException
  return reasons[code] ?? code
}

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Problem('file-unreadable', { file, why: whyUnreadable(error) })
  }
}

/** The text of a file, as it would enter the store. */
export async function readText(file: string): Promise<string> {
  return enterText(decodeBytes(await readBytes(file)).text)
}
