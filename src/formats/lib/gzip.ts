/** Files packed by gzip (RFC 1952), in memory, and no larger than the limits allow. */
import { gunzipSync, constants } from 'node:zlib'
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8

/** What is smaller than this, unpacked, is no attack however well it was packed. */
const small = 1_000_000

/**
 * The file as it was before it was packed.
 * @param format label of the format, for errors
 * @throws FormatError unpacked, ratio, gzip (damaged, or cut off)
 */
export function gunzip(bytes: Uint8Array, format: string, limits: Limits): Uint8Array {
  const byRatio = Math.max(small, bytes.length * limits.ratio)
  const most = Math.min(limits.unpackedBytes, byRatio)
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string }
    if (code !== 'ERR_BUFFER_TOO_LARGE') throw new FormatError(format, 'gzip', { detail: message })
    throw most < byRatio || limits.unpackedBytes === byRatio
      ? new FormatError(format, 'unpacked', { limit: limits.unpackedBytes })
      : new FormatError(format, 'ratio', { limit: limits.ratio })
  }
}

/** As much of the beginning as a few packed bytes tell; empty where they are damaged. For telling what a file is. */
export function gunzipStart(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes.subarray(0, 8_000), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}
