import { readFile } from 'node:fs/promises'
import { Problem } from '../errors.ts'
import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'

export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Problem('file-unreadable', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}

/** The text of a file, as it would enter the store. */
export async function readText(file: string): Promise<string> {
  return enterText(decodeBytes(await readBytes(file)).text)
}
