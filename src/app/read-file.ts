import { detect } from '../formats/detect.ts'
import type { Mapping, Reading } from '../formats/document.ts'
import { FormatError } from '../formats/fault.ts'
import type { Format } from '../formats/format.ts'
import { usualLimits, type Limits } from '../formats/limits.ts'

export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mapping?: Mapping | undefined
}

export interface ReadFile {
  readonly format: Format
  readonly reading: Reading
}

/** What a file holds, by whatever format it is of. @throws FormatError, and the Problems of `text/` */
export async function readFile({ name, bytes, mapping }: FileToRead, limits: Limits = usualLimits): Promise<ReadFile> {
  if (bytes.length > limits.bytes) throw new FormatError('', 'bytes', { limit: `${limits.bytes / 1_000_000} MB` })
  const format = detect(bytes, name)
  return { format, reading: await format.read(bytes, { name, limits, mapping }) }
}
