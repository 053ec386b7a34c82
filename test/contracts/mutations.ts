/** Files broken in every way that seeds can tell, the same whenever they are run. */
import { gunzipSync, gzipSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import { unzip } from '../../src/formats/lib/unzip.ts'
import { usualLimits } from '../../src/formats/limits.ts'

/** Numbers from 0 to below 1 (mulberry32): a seed gives the same ones everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What is put into files: markup of every format, what no text has, numbers that no program has room for. */
const insertions: readonly Buffer[] = [
  ...[
    '<', '>', '&', '"', "'", '</', '<a>', '</a>', '<x/>', '<![CDATA[', ']]>', '<!--', '-->', '<?xml version="1.0" encoding="utf-16"?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x110000;', '&#55296;', 'xmlns:a="b"', ' id="1"', '<g id="1">', '<note>', '\n', '\r', '\n\n', '\t',
    ',', ';', '|', '{', '}', '[', ']', ':', '\\', '\\u0000', '\\ud800', '""', '"\n', 'null', 'true', '[[', '{"', '```', '---', '# ', '> ', '* ', '<v>',
    '</v>', 'msgid ""', '#, fuzzy', '\u2028', '\u202e', '\u200b', '\ufeff', '🚒', 'å', '-1', '1e999', '99999999999999999999', '2147483648', '0x', 'NaN',
    '__proto__', '%s', '{0}', '=1+1', '../../x', 'a'.repeat(3000), '<b>'.repeat(300), '['.repeat(300),
  ].map(text => Buffer.from(text)),
  Buffer.from([0]),
  Buffer.from([0xed, 0xa0, 0x80]), // a surrogate in UTF-8
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc3]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]), // beyond Unicode
] // prettier-ignore

interface Source {
  readonly bytes: Buffer
  readonly below: (limit: number) => number
  /** another file of the format, to take pieces from */
  readonly other: Buffer
}

const splice = (bytes: Buffer, from: number, to: number, insert: Uint8Array = Buffer.alloc(0)): Buffer =>
  Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(to)])

const chunk = ({ bytes, below }: Source, longest = 200): { from: number; to: number } => {
  const from = below(bytes.length + 1)
  return { from, to: Math.min(bytes.length, from + 1 + below(longest)) }
}

/** Every way of breaking bytes. */
const ways: readonly ((source: Source) => Buffer)[] = [
  ({ bytes, below }) => {
    const flipped = Buffer.from(bytes)
    for (let n = 1 + below(4); n > 0; n--) {
      const at = below(bytes.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8))
    }
    return flipped
  },
  ({ bytes, below }) => bytes.subarray(0, below(bytes.length)),
  ({ bytes, below }) => bytes.subarray(below(bytes.length)),
  source => {
    const { from, to } = chunk(source)
    return splice(source.bytes, from, to)
  },
  source => {
    const { from, to } = chunk(source)
    const copies = 1 + source.below(20)
    return splice(
      source.bytes,
      from,
      from,
      Buffer.concat(Array.from({ length: copies }, () => source.bytes.subarray(from, to))),
    )
  },
  source => {
    const [one, two] = [chunk(source), chunk(source)].sort((a, b) => a.from - b.from) as [Range, Range]
    if (one.to > two.from) return splice(source.bytes, one.from, two.to)
    const [first, second] = [source.bytes.subarray(one.from, one.to), source.bytes.subarray(two.from, two.to)]
    return splice(splice(source.bytes, two.from, two.to, first), one.from, one.to, second)
  },
  source => {
    const { other, below } = source
    const from = below(other.length)
    const at = chunk(source)
    return splice(source.bytes, at.from, at.to, other.subarray(from, from + below(300)))
  },
  ...Array.from({ length: 3 }, () => ({ bytes, below }: Source) => {
    const at = below(bytes.length + 1)
    return splice(bytes, at, at, insertions[below(insertions.length)])
  }),
  // a number made another one
  ({ bytes, below }) => {
    const numbers = [...bytes.toString('latin1').matchAll(/\d+/g)]
    const found = numbers[below(numbers.length)]
    const instead = ['-1', '0', '999999999999', '2147483648', '4294967296', '1e400', ''][below(7)] ?? ''
    return found ? splice(bytes, found.index, found.index + found[0].length, Buffer.from(instead)) : bytes
  },
  // a tag, a line or a quoted piece away, or there twice
  ({ bytes, below }) => {
    const pieces = [...bytes.toString('latin1').matchAll(/<[^<>]*>|"[^"\n]*"|[^\n]+\n?/g)]
    const found = pieces[below(pieces.length)]
    if (!found) return bytes
    const end = found.index + found[0].length
    return below(2) === 0 ? splice(bytes, found.index, end) : splice(bytes, end, end, bytes.subarray(found.index, end))
  },
]
type Range = ReturnType<typeof chunk>

/** Bytes broken in one to three ways. */
function broken(bytes: Buffer, other: Buffer, random: () => number): Buffer {
  const below = (limit: number): number => Math.floor(random() * limit)
  let result = bytes
  for (let n = 1 + below(3); n > 0 && result.length > 0; n--) {
    const way = ways[below(ways.length)]
    if (way) result = way({ bytes: result, below, other })
  }
  return result
}

/** An archive of the same members with one of them broken; one may get another name, or stand there twice. */
async function brokenInside(members: readonly (readonly [string, Buffer])[], random: () => number): Promise<Buffer> {
  const below = (limit: number): number => Math.floor(random() * limit)
  const archive = new ZipFile()
  const victim = below(members.length)
  const other = members[below(members.length)]?.[1] ?? Buffer.alloc(0)
  for (const [i, [name, bytes]] of members.entries()) {
    const fate = i === victim ? below(10) : -1
    if (fate === 0) continue
    archive.addBuffer(fate >= 2 ? broken(bytes, other, random) : bytes, fate === 1 ? `${name}x` : name, {
      mtime: new Date(0),
    })
    if (fate === 2) archive.addBuffer(bytes, name, { mtime: new Date(0) })
  }
  archive.end()
  return buffer(archive.outputStream)
}

const isZip = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 4) === 'PK\x03\x04'
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** A way to break a file by a number: of archives what is in them, two times in three. */
export async function mutator(
  file: Uint8Array,
  others: readonly Uint8Array[],
): Promise<(seed: number) => Promise<Buffer>> {
  const bytes = Buffer.from(file)
  const members = isZip(bytes)
    ? [...(await unzip(bytes, { format: 'Zip', limits: usualLimits }))].map(
        ([name, content]) => [name, Buffer.from(content)] as const,
      )
    : []
  return async seed => {
    const random = randomFrom(seed)
    const other = Buffer.from(others[Math.floor(random() * others.length)] ?? bytes)
    const isInside = random() < 2 / 3
    if (isInside && members.length > 0) return brokenInside(members, random)
    if (isInside && isGzip(bytes)) return gzipSync(broken(gunzipSync(bytes), gunzipSync(other), random))
    return broken(bytes, other, random)
  }
}
