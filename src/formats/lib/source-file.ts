/** A text file that is read with places and written back: its bytes, and its text as it entered, where every line ends with `\n`. */
import { enterText } from '../../text/entry.ts'
import { firstWhere } from '../../text/first-where.ts'
import type { Written } from '../format.ts'
import { characterReference, decodeNamed, encode, encodeOrUtf8, type Encoded } from './encoding.ts'
import { patchSource, type SourceEdit } from './patch-source.ts'

export interface SourceFile extends Encoded {
  readonly bytes: Uint8Array
  /** without byte order mark, line ends `\n`; `text` has them as they came */
  readonly entered: string
}

/** @throws Problem of decoding and of `enterText` */
export function openSource(bytes: Uint8Array, named: string, format: string): SourceFile {
  const decoded = decodeNamed(bytes, named, format)
  // only the mark of the file is no text: another one after it stays
  return { ...decoded, bytes, entered: enterText(`\ufeff${decoded.text}`) }
}

/** Where a line ends with CR LF, in `entered`; sorted. */
function pairsOf(text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) found.push(at - found.length)
  return found
}

/** What most lines end with. */
function lineEndOf(text: string, pairs: number): string {
  const [feeds, returns] = [text.split('\n').length - 1 - pairs, text.split('\r').length - 1 - pairs]
  return pairs > feeds && pairs >= returns ? '\r\n' : returns > feeds ? '\r' : '\n'
}

/**
 * The file with some ranges of `entered` replaced; its encoding, byte order mark and line ends stay. With no edits, its very bytes.
 * @param references whether a character that the encoding has not may be written as `&#8222;`; else the file becomes UTF-8, with a warning
 */
export function patchFile(file: SourceFile, edits: readonly SourceEdit[], references: boolean): Written {
  if (edits.length === 0) return { bytes: file.bytes, warnings: [] }
  const pairs = pairsOf(file.text)
  /** from an offset of `entered` to that of the text with its own line ends */
  const own = (offset: number): number => offset + firstWhere(pairs, pair => pair >= offset)
  const end = lineEndOf(file.text, pairs.length)
  const text = patchSource(
    file.text,
    edits.map(({ from, to, insert }) => ({ from: own(from), to: own(to), insert: insert.replaceAll('\n', end) })),
  )
  return references
    ? { bytes: encode(text, file, characterReference), warnings: [] }
    : encodeOrUtf8(text, file, file.bom)
}
