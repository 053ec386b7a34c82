/** Which format a file is of: by what its bytes say, else by its ending, else plain text. */
import { Problem } from '../errors.ts'
import { FormatError } from './fault.ts'
import { formats } from './index.ts'
import type { Format, Head } from './format.ts'

export type Reader = Format & Required<Pick<Format, 'read'>>

const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const utf16 = (bytes: Uint8Array): string | null =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null

/** The root element, found without reading what comes before it: that is the format's to refuse. */
function rootOf(start: string): Head['root'] {
  const text = start.replace(/<!--[^]*?(?:-->|$)|<\?[^]*?(?:\?>|$)/g, '')
  const match = /^\s*(?:<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>\s*)?<((?:[\w.-]+:)?[\w.-]+)([^>]*)/i.exec(text)
  if (!match) return null
  const [, name = '', attributes = ''] = match
  const [local = '', prefix = ''] = name.split(':').reverse()
  const value = (attribute: string): string =>
    new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)`).exec(attributes)?.[1] ?? ''
  return { name: local, namespace: value(prefix ? `xmlns:${prefix}` : 'xmlns'), version: value('version') }
}

/** What tells of a file what it is. */
export function headOf(bytes: Uint8Array, name: string): Head {
  const decoder = new TextDecoder(utf16(bytes) ?? 'utf-8')
  const start = decoder.decode(bytes.subarray(0, 16_000)).slice(0, 4000)
  return { bytes, extension: extensionOf(name), start, root: rootOf(start) }
}

const reads = (format: Format): format is Reader => format.read !== undefined

/** @throws FormatError format where it has the ending of no format and is not text */
export function detect(bytes: Uint8Array, name: string): Reader {
  const head = headOf(bytes, name)
  const readers = formats.filter(reads)
  const found =
    readers.find(format => format.isIt?.(head)) ?? readers.find(format => format.extensions.includes(head.extension))
  if (found) return found
  const text = readers.find(({ id }) => id === 'txt')
  if (!text || bytes.subarray(0, 8000).includes(0)) throw new FormatError('', 'format', { detail: name })
  return text
}

/** The format of this id that files are read as. @throws Problem format-unknown */
export function readerOf(id: string): Reader {
  const found = formats.find((format): format is Reader => reads(format) && format.id === id)
  if (!found) throw new Problem('format-unknown', { format: id })
  return found
}
