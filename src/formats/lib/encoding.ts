/** Bytes to text and back in the encoding that a file names. */
import iconv from 'iconv-lite'
import { decodeBytes } from '../../text/decode.ts'
import { FormatError } from '../fault.ts'
import type { Written } from '../format.ts'

export interface Encoded {
  readonly text: string
  /** a name that `encode` takes */
  readonly encoding: string
  /** did it begin with a byte order mark? `text` is without it */
  readonly bom: boolean
}

const withoutBom = (text: string, encoding: string): Encoded =>
  text.startsWith('\ufeff') ? { text: text.slice(1), encoding, bom: true } : { text, encoding, bom: false }

/**
 * The text of a file: by its byte order mark, then by the encoding that it names itself, else as `decodeBytes` finds out. UTF-8 is strict.
 * @param named the encoding that the file names; '' where it names none
 * @throws Problem text-binary, text-undecodable; FormatError invalid where the encoding is not known
 */
export function decodeNamed(bytes: Uint8Array, named: string, format: string): Encoded {
  const label = named.toLowerCase()
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked || label === '' || /^(utf-?8|utf-?16.*|us-ascii|ascii)$/.test(label)) {
    const { text, encoding } = decodeBytes(bytes)
    return withoutBom(text, encoding)
  }
  if (!iconv.encodingExists(label)) throw new FormatError(format, 'invalid', { detail: `encoding="${named}"` })
  return withoutBom(iconv.decode(Buffer.from(bytes), label), label)
}

/** The encoding that the declaration of an XML file names, in the bytes as they are; '' where none. */
export const xmlEncoding = (bytes: Uint8Array): string => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? ''
}

/**
 * Text in an encoding that may not have all of its characters.
 * @param otherwise what to write for a character that it has not (`&#8222;`)
 */
export function encode(
  text: string,
  { encoding, bom }: Omit<Encoded, 'text'>,
  otherwise: (character: string) => string,
): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  const has = (character: string): boolean => iconv.decode(iconv.encode(character, encoding), encoding) === character
  const [known, missing] = [new Set<string>(), new Map<string, string>()]
  for (const character of marked) {
    if (character < '\x7f' || known.has(character)) continue
    known.add(character)
    if (character !== '\ufeff' && !has(character)) missing.set(character, otherwise(character))
  }
  const written = missing.size === 0 ? marked : marked.replace(/[^\0-\x7e]/gu, each => missing.get(each) ?? each)
  return iconv.encode(written, encoding, { addBOM: false })
}

/**
 * Text in the encoding that its file came in; in UTF-8, with a warning, where that lacks one of its characters: a `?` would be a loss.
 * @param bom whether the file gets a byte order mark where it becomes UTF-8
 */
export function encodeOrUtf8(text: string, original: Omit<Encoded, 'text'>, bom: boolean): Written {
  let lacks = false
  const bytes = encode(text, original, character => {
    lacks = true
    return character
  })
  return lacks ? asUtf8(text, original.encoding, bom) : { bytes, warnings: [] }
}

/** @param encoding the one in which the file came */
export const asUtf8 = (text: string, encoding: string, bom: boolean): Written => ({
  bytes: encode(text, { encoding: 'utf-8', bom }, String),
  warnings: [{ code: 'became-utf-8', detail: encoding }],
})

/** As a reference of XML and HTML. */
export const characterReference = (character: string): string => `&#${character.codePointAt(0)};`
