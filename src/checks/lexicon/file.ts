/** The binary form of the lexicon: a table of contents in JSON, then typed arrays, each from a multiple of 8 on; brotli over all, in pieces. */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const kinds = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const
type Kind = keyof typeof kinds
export type Column = Uint8Array | Uint16Array | Uint32Array

interface Contents {
  readonly data: unknown
  readonly columns: readonly { readonly name: string; readonly kind: Kind; readonly length: number }[]
}

const aligned = (n: number): number => (n + 7) & ~7

const kindOf = (column: Column): Kind =>
  column instanceof Uint8Array ? 'u8' : column instanceof Uint16Array ? 'u16' : 'u32'

/** @param data what is not an array of numbers, as JSON */
export function packFile(data: unknown, columns: Readonly<Record<string, Column>>): Buffer {
  const list = Object.entries(columns)
  const contents: Contents = {
    data,
    columns: list.map(([name, column]) => ({ name, kind: kindOf(column), length: column.length })),
  }
  const head = Buffer.from(JSON.stringify(contents))
  const size = Buffer.alloc(8)
  size.writeUInt32LE(head.length)
  const pad = (part: Buffer): Buffer => Buffer.concat([part, Buffer.alloc(aligned(part.length) - part.length)])
  const parts = list.map(([, c]) => pad(Buffer.from(c.buffer, c.byteOffset, c.byteLength)))
  const whole = Buffer.concat([size, pad(head), ...parts])
  return inPieces(whole)
}

/** Unpacked as one, the file would take twice its memory for a while. */
const pieceSize = 4 * 1024 * 1024

const uint32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
}

/** The length of the whole; then each piece, its packed length before it. */
function inPieces(whole: Buffer): Buffer {
  const pieces = Array.from({ length: Math.ceil(whole.length / pieceSize) }, (_, i) => {
    const packed = brotliCompressSync(whole.subarray(i * pieceSize, (i + 1) * pieceSize), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 },
    })
    return Buffer.concat([uint32(packed.length), packed])
  })
  return Buffer.concat([uint32(whole.length), ...pieces])
}

export interface Unpacked {
  readonly data: unknown
  column<K extends Kind>(name: string, kind: K): InstanceType<(typeof kinds)[K]>
}

/** The bytes of the file as they are read: in memory that threads share, so that it is there once. */
export function decompress(bytes: Buffer): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(bytes.readUInt32LE(0))
  const whole = new Uint8Array(shared)
  let done = 0
  for (let at = 4; at < bytes.length;) {
    const from = at + 4
    at = from + bytes.readUInt32LE(at)
    const piece = brotliDecompressSync(bytes.subarray(from, at), { chunkSize: pieceSize })
    whole.set(piece, done)
    done += piece.length
  }
  return shared
}

/** @param whole as `decompress` gives it */
export function unpackFile(whole: SharedArrayBuffer): Unpacked {
  const headLength = new DataView(whole).getUint32(0, true)
  const head = new TextDecoder().decode(new Uint8Array(whole, 8, headLength).slice())
  const { data, columns } = JSON.parse(head) as Contents
  const at = new Map<string, { readonly from: number; readonly length: number }>()
  let from = 8 + aligned(headLength)
  for (const { name, kind, length } of columns) {
    at.set(name, { from, length })
    from += aligned(length * kinds[kind].BYTES_PER_ELEMENT)
  }
  return {
    data,
    column: <K extends Kind>(name: string, kind: K) => {
      const place = at.get(name)
      if (place === undefined)
        throw new Error(`The lexicon has no column ${name}: build it again (scripts/lexicon/build.ts)`)
      const Kind = kinds[kind] as unknown as new (buffer: SharedArrayBuffer, from: number, length: number) => unknown
      return new Kind(whole, place.from, place.length) as InstanceType<(typeof kinds)[K]>
    },
  }
}
