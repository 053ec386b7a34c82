/** An XLIFF file as it came: its characters, its elements, and how it is written back. */
import { FormatError, type Warning } from '../fault.ts'
import type { Head } from '../format.ts'
import type { Limits } from '../limits.ts'
import { characterReference, decodeNamed, encode, xmlEncoding, type Encoded } from '../lib/encoding.ts'
import { readXml, type XmlElement } from '../lib/xml.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'

export interface XliffFile extends Encoded {
  readonly root: XmlElement
  readonly warnings: readonly Warning[]
}

/**
 * The version of an XLIFF file, as far as its beginning tells: `2.1`, '' where it says none; null where it is no XLIFF. A root behind a long
 * comment is looked for in more of it.
 */
export function versionOf({ root, bytes, extension }: Head): string | null {
  // what its elements are is said by their namespace, whatever the attribute says
  if (root)
    return root.name === 'xliff' ? (/:xliff:document:(\d\.\d)$/.exec(root.namespace)?.[1] ?? root.version) : null
  if (!/^(?:xlf|xliff|sdlxliff|mqxliff|mxliff)$/.test(extension)) return null
  const start = Buffer.from(bytes.subarray(0, 500_000)).toString('latin1')
  const tag = /<(?:[\w.-]{1,50}:)?xliff\s[^>]*>/.exec(start.replace(/<!--[^]*?(?:-->|$)/g, ''))?.[0]
  if (tag === undefined) return null
  const said = /:xliff:document:(\d\.\d)["']/.exec(tag) ?? /\sversion\s{0,9}=\s{0,9}["']([\d.]*)/.exec(tag)
  return said?.[1] ?? ''
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
