import { guardFormula } from '../../text/formula.ts'
import type { Warning } from '../fault.ts'
import type { Original, Outgoing, Written } from '../format.ts'
import { encodeOrUtf8 } from '../lib/encoding.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import { usualLimits } from '../limits.ts'
import { correctedRows } from './correct.ts'
import { readDelimited, type Kind } from './delimited.ts'
import { rowsOf, writeCell, type Dialect } from './records.ts'

/** The file was let in once, by whatever limits held then. */
const unlimited = { ...usualLimits, rows: Infinity, fieldLength: Infinity }

/** A number alone is no formula that does anything, though it begins with a sign. */
const number = /^[+-]?\d[\d\s.,]*(?:[eE][+-]?\d+)?%?$/
const isFormula = (field: string): boolean => /^[=+\-@\t\r＝＋－＠]/u.test(field) && !number.test(field)

/** A segment as a field: its breaks as the field had them before; a table that knows no quoting can hold neither tabs nor line ends. */
const fieldOf = (segment: string, before: string, { quoting }: Dialect): string => {
  if (!quoting) return guardFormula(segment.replaceAll('\t', ' '))
  const broken = /\r\n|[\n\r\u2028]/.exec(before)?.[0] ?? '\n'
  return guardFormula(segment.replaceAll('\u2028', broken))
}

/**
 * The table with its corrected segments: in their column where it has one, else in one more, `corrected`. All else stays to the letter, but for
 * formulas: the next person opens the file in Excel.
 */
export function patchDelimited(kind: Kind, { bytes, name, mapping }: Original, outgoing: readonly Outgoing[]): Written {
  const read = readDelimited(kind, bytes, { name, limits: unlimited, mapping })
  const { dialect, encoded: source, width, reading } = read
  const corrected = correctedRows(read, outgoing)
  const column = reading.columns?.roles.indexOf('corrected') ?? -1
  const isAdded = column < 0 && corrected.isAnyChanged
  const at = column < 0 ? width : column
  const edits: SourceEdit[] = []
  let [formulas, row] = [0, reading.columns?.heading ? -1 : 0]
  for (const { cells, to } of rowsOf(source.text, dialect, kind.label, unlimited)) {
    const { field = 'corrected', isChanged = false } = row < 0 ? {} : corrected.of(row)
    row++
    for (const [i, cell] of cells.entries()) {
      const isCorrected = i === at && isChanged
      if (!isCorrected && !isFormula(cell.value)) continue
      if (!isCorrected) formulas++
      const value = isCorrected ? fieldOf(field, cell.value, dialect) : guardFormula(cell.value)
      edits.push({ from: cell.from, to: cell.to, insert: writeCell(value, dialect, cell.quoted) })
    }
    if (cells.length > at || !(isChanged || isAdded)) continue
    const value = writeCell(fieldOf(field, '', dialect), dialect)
    edits.push({ from: to, to, insert: dialect.delimiter.repeat(at - cells.length + 1) + value })
  }
  // Excel knows by its mark that a table is UTF-8
  const { bytes: written, warnings } = encodeOrUtf8(patchSource(source.text, edits), source, true)
  const guarded: Warning[] = formulas > 0 ? [{ code: 'formulas', n: formulas }] : []
  return { bytes: written, warnings: [...corrected.warnings, ...guarded, ...warnings] }
}
