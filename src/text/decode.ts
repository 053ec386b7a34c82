import { Problem } from '../errors.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  /** with its byte order mark and its CR, so that offsets are those of the file; `enterText` takes them away */
  readonly text: string
  readonly encoding: Encoding
}

/** Bytes 80–9F of windows-1252 (WHATWG Encoding, index-windows-1252); a space stands where the code page has nothing. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Files that begin like this are not text, whatever their bytes look like. */
const signatures: readonly string[] = [
  '%PDF-',
  'PK\x03\x04',
  '\x1f\x8b',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\xd0\xcf\x11\xe0',
  'BZh',
  '7z\xbc\xaf',
]

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  bytes.length >= signature.length && [...signature].every((char, i) => bytes[i] === char.charCodeAt(0))

const isControl = (byte: number): boolean => (byte < 32 && !(byte >= 9 && byte <= 13)) || byte === 127

/** More than one control in 200 bytes (one alone is told as what it is): no text has it, compressed data and programs have one in ten. */
const tooManyControls = (bytes: Uint8Array): boolean => {
  let controls = 0
  // of 50 MB, an iterator takes a second
  for (let at = 0; at < bytes.length; at++) if (isControl(bytes[at] as number)) controls++
  return controls > 1 && controls * 200 > bytes.length
}

/**
 * Text in windows-1252 has every byte defined, no control, and few letters beyond ASCII; other single-byte scripts (Cyrillic,
 * Greek) and East Asian encodings have a third or more of them. In a few words (”Åäö”) any share may be right. What has `Ã¤` in it
 * is UTF-8 that was damaged: read so, all its å ä ö would be garbled in silence.
 */
const looksLikeWestern = (bytes: Uint8Array): boolean => {
  let high = 0
  for (const [at, byte] of bytes.entries()) {
    if (isControl(byte)) return false
    if (byte < 128) continue
    if (byte === 0xc3 && ((bytes[at + 1] ?? 0) & 0xc0) === 0x80) return false
    if (byte < 160 && upper[byte - 128] === ' ') return false
    high++
  }
  return high * 4 <= bytes.length + 16
}

const decodeWestern = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) {
    const units = Array.from(bytes.subarray(at, at + 8192), b => (b >= 128 && b < 160 ? upper.charCodeAt(b - 128) : b))
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}

const strictly = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file: UTF-8 strictly, UTF-16 by its byte order mark, windows-1252 where nothing else fits and it looks like
 * text. Throws the Problem `text-binary` (not text at all) or `text-undecodable` (text in no encoding that is read here).
 */
export const decodeBytes = (bytes: Uint8Array): Decoded => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  if (encoding !== 'utf-8') {
    const text = strictly(bytes, encoding)
    if (text === null) throw new Problem('text-undecodable')
    return { text, encoding }
  }
  if (signatures.some(signature => startsWith(bytes, signature)) || tooManyControls(bytes))
    throw new Problem('text-binary')
  const text = strictly(bytes, 'utf-8')
  if (text !== null) return { text, encoding }
  if (bytes.includes(0)) throw new Problem('text-binary')
  if (!looksLikeWestern(bytes)) throw new Problem('text-undecodable')
  return { text: decodeWestern(bytes), encoding: 'windows-1252' }
}
