/**
 * The form of a backup: gzipped lines of JSON. A header; then of each table a line that names it and its columns, and a line a row;
 * at the end the counts and the SHA-256 of all the lines before. The same for every database.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { Problem } from '../../errors.ts'
import { rowsOf } from '../../store/backup.ts'
import { areColumnsOf, columnsOf, isLater, isValueOf, tables, type Table, type Values } from '../../store/shapes.ts'
import type { Db } from '../../store/schema.ts'

export interface Header {
  readonly format: 'rodpenna-backup'
  readonly version: 1
  /** when it was taken, epoch milliseconds */
  readonly at: number
}

export interface Trailer {
  readonly rows: Readonly<Partial<Record<Table, number>>>
  readonly sha256: string
}

/** Lines are gathered to chunks of so many characters. */
const chunkLength = 65_536
/** No line of ours comes near this, in bytes: a text of 1 GB could not be kept in one string. */
const longestLine = 500_000_000

const damaged = (why: string): Problem => new Problem('backup-damaged', { why })

/**
 * The whole of a database as the bytes of a backup, not yet compressed.
 * @param tx must be one unchanging state of it
 * @param done is told the trailer
 */
export async function* writeLines(tx: Db, header: Header, done: (trailer: Trailer) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const rows: Partial<Record<Table, number>> = {}
  let pending = ''
  const take = (): Buffer => {
    const chunk = Buffer.from(pending)
    hash.update(chunk)
    pending = ''
    return chunk
  }
  pending += `${JSON.stringify(header)}\n`
  for (const table of tables) {
    pending += `${JSON.stringify({ table, columns: columnsOf(table) })}\n`
    let count = 0
    for await (const row of rowsOf(tx, table)) {
      pending += `${JSON.stringify(row)}\n`
      count++
      if (pending.length > chunkLength) yield take()
    }
    rows[table] = count
  }
  yield take()
  const trailer = { rows, sha256: hash.digest('hex') }
  done(trailer)
  yield Buffer.from(`${JSON.stringify(trailer)}\n`)
}

/** Each line of a file with its bytes. Split at `\n` only: a text may have U+2028 in it, which other readers take for a line's end. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  const unzipped = source.pipe(createGunzip())
  source.on('error', error => unzipped.destroy(error))
  let pieces: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of unzipped as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        yield Buffer.concat([...pieces, chunk.subarray(start, end + 1)])
        pieces = []
        length = 0
        start = end + 1
      }
      pieces.push(chunk.subarray(start))
      length += chunk.length - start
      if (length > longestLine) throw damaged('a line has no end')
    }
  } finally {
    source.destroy()
  }
  if (length > 0) throw damaged('the last line has no end')
}

/** What a backup tells, in order: the header, rows, the trailer. */
export type Entry =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'row'; readonly table: Table; readonly columns: readonly string[]; readonly row: Values }
  | { readonly kind: 'trailer'; readonly trailer: Trailer }

/**
 * Reads a backup line by line. What comes before the trailer is not yet to be trusted: only the trailer tells that it is whole.
 * @throws Problem backup-damaged, file-unreadable
 */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const reader = new LineReader()
  try {
    for await (const line of linesOf(file)) {
      const entry = reader.read(line)
      if (entry) yield entry
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code, message } = error as NodeJS.ErrnoException
    if (code?.startsWith('E') && !code.startsWith('ERR_')) throw new Problem('file-unreadable', { file, why: message })
    if (code?.startsWith('Z_') || error instanceof SyntaxError) throw damaged(message)
    throw error
  }
  if (!reader.ended) throw damaged('it ends too early')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Makes sense of the lines, and checks that they follow one another as `writeLines` writes them, or wrote them before there were some
 * of the tables and columns.
 */
class LineReader {
  readonly #hash = createHash('sha256')
  readonly #rows: Partial<Record<Table, number>> = {}
  #columns: readonly string[] = []
  #started = false
  #next = 0
  ended = false

  read(bytes: Buffer): Entry | null {
    if (this.ended) throw damaged('something follows its end')
    const line: unknown = JSON.parse(bytes.toString('utf8'))
    if (isObject(line) && 'sha256' in line) return this.#end(line)
    this.#hash.update(bytes)
    if (!this.#started) return this.#start(line)
    return Array.isArray(line) ? this.#row(line) : this.#table(line)
  }

  #start(line: unknown): Entry {
    if (!isObject(line) || line['format'] !== 'rodpenna-backup') throw damaged('it is no backup of this program')
    if (line['version'] !== 1) throw damaged(`it has version ${String(line['version'])}, and only 1 can be read`)
    this.#started = true
    return { kind: 'header', header: line as unknown as Header }
  }

  #table(line: unknown): null {
    const { table: name, columns } = isObject(line) ? line : {}
    this.#skipLater(name)
    const table = tables[this.#next]
    if (!table || table !== name || !Array.isArray(columns) || !areColumnsOf(table, columns))
      throw damaged(`it has other tables: ${JSON.stringify(line)}`)
    this.#columns = columns
    this.#rows[table] = 0
    this.#next++
    return null
  }

  /** Past the tables that an older backup has not. */
  #skipLater(name?: unknown): void {
    for (let table = tables[this.#next]; table && table !== name && isLater(table); table = tables[this.#next])
      this.#next++
  }

  #row(row: readonly unknown[]): Entry {
    const table = tables[this.#next - 1]
    if (!table || this.#columns.length === 0) throw damaged('a row stands before the first table')
    const fits = row.every((value, i) => isValueOf(table, this.#columns[i], value))
    if (!fits || row.length !== this.#columns.length) throw damaged(`a row of ${table} does not fit`)
    this.#rows[table] = (this.#rows[table] ?? 0) + 1
    return { kind: 'row', table, columns: this.#columns, row }
  }

  #end(line: Readonly<Record<string, unknown>>): Entry {
    this.#skipLater()
    if (this.#next !== tables.length) throw damaged('tables are missing')
    const sha256 = this.#hash.digest('hex')
    if (line['sha256'] !== sha256) throw damaged('its SHA-256 is another one')
    if (JSON.stringify(line['rows']) !== JSON.stringify(this.#rows)) throw damaged('it has not as many rows as it says')
    this.ended = true
    return { kind: 'trailer', trailer: { rows: this.#rows, sha256 } }
  }
}
