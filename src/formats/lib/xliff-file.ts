/** An XLIFF file as it came: its characters, its elements, and how it is written back. */
import { FormatError, type Warning } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { characterReference, decodeNamed, encode, xmlEncoding, type Encoded } from './encoding.ts'
import { patchSource, readXml, type SourceEdit, type XmlElement } from './xml.ts'

export interface XliffFile extends Encoded {
  readonly root: XmlElement
  readonly warnings: readonly Warning[]
}

/** @throws FormatError bytes, xml, entities, depth, root; Problem of decoding */
export function openXliff(bytes: Uint8Array, format: string, limits: Limits): XliffFile {
  if (bytes.length > limits.bytes) throw new FormatError(format, 'bytes', { limit: limits.bytes })
  const encoded = decodeNamed(bytes, xmlEncoding(bytes), format)
  const { root, warnings } = readXml(encoded.text, { format, limits })
  if (root.local !== 'xliff') throw new FormatError(format, 'root', { line: root.line, detail: `<${root.name}>` })
  const told: Warning[] = encoded.encoding === 'utf-8' ? [] : [{ code: 'encoding', detail: encoded.encoding }]
  return { ...encoded, root, warnings: [...warnings, ...told] }
}

/** The file with some ranges replaced, in the encoding that it came in. */
export const closeXliff = (file: XliffFile, edits: readonly SourceEdit[]): Uint8Array =>
  encode(patchSource(file.text, edits), file, characterReference)
