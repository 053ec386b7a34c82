/** Objects, or arrays, as rows of a table: their fields are its columns, in the order of their first coming. */
import { enterText } from '../../text/entry.ts'
import { FormatError, type Where } from '../fault.ts'
import type { ReadContext } from '../format.ts'
import { columnsOf } from './columns.ts'
import { readRows, type TableReading } from './documents.ts'

/** A row as it stands in the file. */
export interface ObjectRow {
  readonly value: unknown
  /** line or part, for errors */
  readonly where: Where
}

const columnsAtMost = 1000
/** Fields that objects have not and others have: a few bytes a line could make tables without end. */
const gapsAtMost = 5_000_000

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What JSON.parse gives, as the field of a table. */
const fieldOf = (value: unknown): string =>
  typeof value === 'string' ? enterText(value) : value === null ? '' : JSON.stringify(value)

/** `translation.sv`: an object in an object one level down; what is deeper is one field, as JSON. */
const entriesOf = (value: object): [string, unknown][] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    isObject(inner) && !Array.isArray(inner)
      ? Object.entries(inner).map(([name, each]): [string, unknown] => [`${key}.${name}`, each])
      : [[key, inner]],
  )

export interface ObjectsReading extends TableReading {
  /** names of the columns, uncut */
  readonly keys: readonly string[]
}

/** @throws FormatError json, rows, field, invalid, columns, empty; Problem of `enterText` */
export function readObjects(
  format: string,
  objects: Iterable<ObjectRow>,
  { name, limits, mapping }: ReadContext,
): ObjectsReading {
  const columns = new Map<string, number>()
  const rows: string[][] = []
  let gaps = 0
  for (const { value, where } of objects) {
    if (!isObject(value))
      throw new FormatError(format, 'json', { ...where, detail: JSON.stringify(value).slice(0, 40) })
    if (rows.length === limits.rows) throw new FormatError(format, 'rows', { ...where, limit: limits.rows })
    const row: string[] = []
    const entries = entriesOf(value)
    for (const [key, each] of entries) {
      const field = fieldOf(each)
      if (field.length > limits.fieldLength)
        throw new FormatError(format, 'field', { ...where, limit: limits.fieldLength })
      let at = columns.get(key)
      if (at === undefined) {
        at = columns.size
        if (at === columnsAtMost) throw new FormatError(format, 'invalid', { ...where, detail: `> ${columnsAtMost}` })
        columns.set(enterText(key), at)
      }
      row[at] = field
    }
    gaps += row.length - entries.length
    if (gaps > gapsAtMost) throw new FormatError(format, 'invalid', { ...where, detail: `> ${gapsAtMost}` })
    rows.push(Array.from(row, field => field ?? ''))
  }
  const keys = [...columns.keys()]
  const isList = keys.every(key => /^\d+$/.test(key))
  const names = isList ? keys.map(() => '') : keys
  const found = columnsOf(format, { names, rows }, !isList, mapping)
  return { ...readRows(format, rows, found, name, mapping ? [] : [{ code: 'columns-guessed' }]), keys }
}
