/** Zip archives (PKWARE APPNOTE 6.3.10) from outside, in memory: every promise of the directory is checked before a byte is inflated. */
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { FormatError, type Fault, type Where } from '../fault.ts'
import type { Limits } from '../limits.ts'

export interface UnzipOptions {
  /** label of the format, for errors */
  readonly format: string
  readonly limits: Limits
  /** which members are unpacked; all where it is not given */
  readonly wanted?: ((name: string) => boolean) | undefined
}

/** Members smaller than this (bytes, unpacked) may be packed as well as they can: an empty table is, and no bomb is made of them. */
const small = 100_000

/** The bytes of an archive's directory, where the names of its members stand; empty where it has none. Nothing of it is checked. */
export function directoryOf(bytes: Uint8Array): Buffer {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = source.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > source.length) return Buffer.alloc(0)
  const from = source.readUInt32LE(end + 16)
  return source.subarray(from, from + source.readUInt32LE(end + 12))
}

type Fail = (fault: Fault, where?: Where) => FormatError

const entryNameOf = (entry: Entry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)

/** The members by their names, folders left out; what the directory says of them has been checked. */
async function listed(archive: ZipFile, limits: Limits, fail: Fail): Promise<ReadonlyMap<string, Entry>> {
  if (archive.entryCount > limits.members) throw fail('members', { limit: limits.members })
  const entries = new Map<string, Entry>()
  let unpacked = 0
  for await (const entry of archive.eachEntry()) {
    const name = entryNameOf(entry)
    const part = name.slice(0, 200)
    if (validateFileName(name) !== null || name.includes('\0')) throw fail('path', { detail: part })
    if (entries.has(name)) throw fail('twice', { detail: part })
    if (entry.isEncrypted()) throw fail('encrypted', { part })
    const { compressedSize, uncompressedSize } = entry
    unpacked += uncompressedSize
    if (unpacked > limits.unpackedBytes) throw fail('unpacked', { part, limit: limits.unpackedBytes })
    if (uncompressedSize > small && uncompressedSize > compressedSize * limits.ratio)
      throw fail('ratio', { part, limit: limits.ratio })
    if (!name.endsWith('/')) entries.set(name, entry)
  }
  return entries
}

/**
 * The members of an archive, by their names as written (backslashes are slashes). No more is inflated than the directory says, and that is within
 * the limits; a member that is longer than it says is refused as soon as it is.
 * @throws FormatError zip, members, unpacked, ratio, path, twice, encrypted
 */
export async function unzip(
  bytes: Uint8Array,
  { format, limits, wanted = () => true }: UnzipOptions,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const fail: Fail = (fault, where) => new FormatError(format, fault, where)
  let part: string | undefined
  try {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const archive = await fromBufferPromise(source, { decodeStrings: false, autoClose: false })
    const members = new Map<string, Uint8Array>()
    for (const [name, entry] of await listed(archive, limits, fail)) {
      if (!wanted(name)) continue
      part = name.slice(0, 200)
      const content = await buffer(await archive.openReadStreamPromise(entry))
      if (crc32(content) !== entry.crc32) throw fail('zip', { part, detail: 'CRC-32' })
      members.set(name, content)
    }
    return members
  } catch (error) {
    if (error instanceof FormatError) throw error
    const detail = error instanceof Error ? error.message : String(error)
    throw fail(detail.startsWith('strong encryption') ? 'encrypted' : 'zip', { part, detail })
  }
}
