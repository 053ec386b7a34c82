import { Problem } from '../../errors.ts'

/** The code a database's error carries: SQLite's extended result code as a number, PostgreSQL's SQLSTATE or a system error's name. */
function codeOf(error: unknown): string | number | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode
  if ('code' in error && typeof error.code === 'string') return error.code
  return undefined
}

/** SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE, _ROWID; unique_violation. https://sqlite.org/rescode.html, PostgreSQL's appendix A */
const uniqueViolations = new Set<string | number>([1555, 2067, 2579, '23505'])
/** SQLITE_CONSTRAINT_FOREIGNKEY, _TRIGGER (where a cascade finds it); foreign_key_violation */
const foreignKeyViolations = new Set<string | number>([787, 1811, '23503'])
/** serialization_failure, deadlock_detected */
const conflicts = new Set<string | number>(['40001', '40P01'])

const has = (codes: ReadonlySet<string | number>, error: unknown): boolean => {
  const code = codeOf(error)
  return code !== undefined && codes.has(code)
}

/** Whether a row with the same unique value is there already. On PostgreSQL the transaction it happens in is lost. */
export const isUniqueViolation = (error: unknown): boolean => has(uniqueViolations, error)

export const isForeignKeyViolation = (error: unknown): boolean => has(foreignKeyViolations, error)

/** Whether the same transaction, run again, may succeed. */
export const isConflict = (error: unknown): boolean => has(conflicts, error)

/** SQLITE_BUSY or SQLITE_LOCKED with any extension: another process is writing. */
export const isBusy = (error: unknown): boolean => {
  const code = codeOf(error)
  return typeof code === 'number' && ((code & 0xff) === 5 || (code & 0xff) === 6)
}

/** SQLITE_READONLY, _IOERR, _FULL, _CANTOPEN, _NOTADB; and what making the folder says */
const unwritable = new Set<string | number>([
  8,
  10,
  13,
  14,
  26,
  'EACCES',
  'EEXIST',
  'ENOTDIR',
  'EROFS',
  'ENOSPC',
  'EPERM',
  'ENOENT',
])

/** Whether the embedded database cannot be kept in its folder. */
export const isUnwritable = (error: unknown): boolean => {
  const code = codeOf(error)
  return code !== undefined && unwritable.has(typeof code === 'number' ? code & 0xff : code)
}

const lostSystem = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOENT',
  'EAI_AGAIN',
])
/** class 08 connection exceptions, 57P01–57P05 shutdowns, 53300 too many connections */
const lostState = /^(08...|57P0[1-5]|53300)$/
/** What pg says without a code when the socket closes under a query. */
const lostMessage =
  /connection terminated|connection ended|client has encountered a connection error|timeout exceeded when trying to connect|connection has been discarded|client was closed/i

/** Whether the server is away: nothing is known of the statement that was under way. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof Problem) return error.code === 'database-unreachable'
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost)
  const code = codeOf(error)
  if (typeof code === 'string' && (lostSystem.has(code) || lostState.test(code))) return true
  return error instanceof Error && code === undefined && lostMessage.test(error.message)
}

/** The Problem a lost connection is told as, with the cause kept. */
export function unreachable(error: unknown): Problem {
  if (error instanceof Problem) return error
  const problem = new Problem('database-unreachable', {
    reason: error instanceof Error ? error.message || error.name : String(error),
  })
  problem.cause = error
  return problem
}
