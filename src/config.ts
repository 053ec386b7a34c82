/** The settings, from the environment and the command line; the only reader of `process.env`. */
import { resolve } from 'node:path'
import { Problem } from './errors.ts'
import { usualLimits, type Limits } from './formats/limits.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  /** folder of the embedded store; not used where `databaseUrl` is given */
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** largest text that is taken in, in bytes of UTF-8 */
  readonly textBytes: number
  /** how much of a file is read at most */
  readonly files: Limits
  /** how long the checks may work on one text, ms of the processor’s time */
  readonly checkMs: number
}

const loopback = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/i

/** Is this the name or address of this very machine, which nobody else can reach? */
export const isLoopback = (host: string): boolean => loopback.test(host)

function number(name: string, value: string | undefined, otherwise: number, most: number): number {
  if (value === undefined || value === '') return otherwise
  const n = Number(value)
  if (!Number.isFinite(n) || n < 0 || n > most) throw new Problem('setting-invalid', { name, value })
  return n
}

/** A whole number of at least one, where the setting is given. */
const count = (env: NodeJS.ProcessEnv, name: string, otherwise: number, unit = 1): number =>
  Math.max(1, Math.trunc(number(name, env[name], otherwise / unit, 1e9))) * unit

const fileLimits = (env: NodeJS.ProcessEnv): Limits => ({
  bytes: count(env, 'MAX_FILE_MB', usualLimits.bytes, 1_000_000),
  members: count(env, 'MAX_ARCHIVE_FILES', usualLimits.members),
  unpackedBytes: count(env, 'MAX_UNPACKED_MB', usualLimits.unpackedBytes, 1_000_000),
  ratio: count(env, 'MAX_RATIO', usualLimits.ratio),
  depth: count(env, 'MAX_DEPTH', usualLimits.depth),
  rows: count(env, 'MAX_ROWS', usualLimits.rows),
  fieldLength: count(env, 'MAX_FIELD', usualLimits.fieldLength),
})

/** @param data the folder named by `--data`, which goes before DATA_DIR and DATABASE_URL */
export function readSettings(data?: string, env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: Math.trunc(number('PORT', env['PORT'], 3000, 65535)),
    dataDir: resolve(data ?? (env['DATA_DIR'] || 'data')),
    databaseUrl: data === undefined ? env['DATABASE_URL'] || null : null,
    textBytes: number('MAX_TEXT_MB', env['MAX_TEXT_MB'], 5, 1000) * 1_000_000,
    files: fileLimits(env),
    checkMs: Math.max(1, number('CHECK_SECONDS', env['CHECK_SECONDS'], 20, 3600)) * 1000,
  }
}
