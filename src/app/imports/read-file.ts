import { detect, readerOf } from '../../formats/detect.ts'
import type { Mapping, Reading } from '../../formats/document.ts'
import { FormatError } from '../../formats/fault.ts'
import type { Format } from '../../formats/format.ts'
import { usualLimits, type Limits } from '../../formats/limits.ts'

export interface FileToRead {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mapping?: Mapping | undefined
  /** id of the format that a person says it is of; found out where undefined */
  readonly format?: string | undefined
}

export interface ReadFile {
  readonly format: Format
  readonly reading: Reading
}

/** What a file holds, by whatever format it is of. @throws Problem format-unknown; FormatError, and the Problems of `text/` */
export async function readFile(
  { name, bytes, mapping, format: named }: FileToRead,
  limits: Limits = usualLimits,
): Promise<ReadFile> {
  if (bytes.length > limits.bytes) throw new FormatError('', 'bytes', { limit: `${limits.bytes / 1_000_000} MB` })
  const format = named === undefined ? detect(bytes, name) : readerOf(named)
  return { format, reading: await format.read(bytes, { name, limits, mapping }) }
}
