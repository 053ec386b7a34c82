import { FormatError } from './fault.ts'
import type { Format, Head, Original, Outgoing, ReadContext, Written } from './format.ts'
import { decodeNamed, encode } from './lib/encoding.ts'
import { patchSource, type SourceEdit } from './lib/patch-source.ts'
import { usualLimits, type Limits } from './limits.ts'
import { correctedRows } from './table/correct.ts'
import { isDeeper, jsonPlaces } from './table/json-places.ts'
import { readObjects, type ObjectRow } from './table/objects.ts'
import { rowsOfArticles } from './table/segments.ts'

const label = 'JSON Lines'

/** A line that is not empty, with its place in the text. */
interface Line extends ObjectRow {
  readonly from: number
  readonly json: string
}

function* linesOf(text: string, limits: Limits): Generator<Line, void, void> {
  for (let [from, line] = [0, 1]; from <= text.length; line++) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const json = text.slice(from, to)
    if (json.trim() !== '') {
      if (isDeeper(json, limits.depth)) throw new FormatError(label, 'depth', { line, limit: limits.depth })
      yield { value: parse(json, line), where: { line }, from, json }
    }
    from = to + 1
  }
}

function parse(json: string, line: number): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new FormatError(label, 'json', { line, detail: (error as Error).message.slice(0, 100).toWellFormed() })
  }
}

/** One whole object on a line, and the next one begins below it. */
function isJsonl({ start, extension }: Head): boolean {
  if (extension === 'csv' || extension === 'tsv') return false
  const lines = start
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter(line => line.trim() !== '')
  if (!lines[0]?.trimStart().startsWith('{') || !lines[1]?.trimStart().startsWith('{')) return false
  try {
    return typeof JSON.parse(lines[0]) === 'object'
  } catch {
    return false
  }
}

const read = (bytes: Uint8Array, context: ReadContext) => {
  const encoded = decodeNamed(bytes, '', label)
  return { encoded, table: readObjects(label, linesOf(encoded.text, context.limits), context) }
}

/** A value that is not there yet is put in at the end of its object or list, as widely as the others stand. */
function addition(json: string, from: number, key: string, value: string): { at: number; insert: string } {
  const { values, end } = jsonPlaces(json, from)
  // what comes before the closing bracket stays there
  const at = json.slice(0, end).trimEnd().length
  const comma = values.size === 0 ? '' : /[^\\]", "|\d, "/.test(json) ? ', ' : ','
  const name = json[from] === '[' ? '' : JSON.stringify(key) + (/":\s/.test(json) ? ': ' : ':')
  return { at, insert: comma + name + value }
}

/** How one line is changed so that its field of this name (`translation.sv`) says `text`. */
function edit({ json, from }: Line, key: string, text: string): SourceEdit {
  const start = json.search(/\S/)
  const value = JSON.stringify(text)
  const whole = jsonPlaces(json, start)
  const [outer, inner] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]
  const object = key.includes('.') ? whole.values.get(outer) : undefined
  const isInside = object !== undefined && json[object.from] === '{'
  const place = whole.values.get(key) ?? (isInside ? jsonPlaces(json, object.from).values.get(inner) : undefined)
  if (place) return { from: from + place.from, to: from + place.to, insert: value }
  const { at, insert } = isInside ? addition(json, object.from, inner, value) : addition(json, start, key, value)
  return { from: from + at, to: from + at, insert }
}

/** A break within a field as the field had it before. */
const broken = (text: string, before: string | undefined): string =>
  text.replaceAll('\u2028', before?.includes('\u2028') ? '\u2028' : (/\r\n|\n/.exec(before ?? '')?.[0] ?? '\n'))

function patch({ bytes, name, mapping }: Original, outgoing: readonly Outgoing[]): Written {
  const limits = { ...usualLimits, rows: Infinity, fieldLength: Infinity }
  const { encoded, table } = read(bytes, { name, limits, mapping })
  const corrected = correctedRows(table, outgoing)
  const known = table.keys[table.reading.columns?.roles.indexOf('corrected') ?? -1]
  const key = known ?? 'corrected'
  // in lists a value says by its place what it is
  const isInAll = known === undefined && corrected.isAnyChanged && table.reading.columns?.heading === false
  const edits: SourceEdit[] = []
  let row = 0
  for (const line of linesOf(encoded.text, limits)) {
    const { field, isChanged } = corrected.of(row++)
    if (isChanged || isInAll) edits.push(edit(line, key, broken(field, valueAt(line.value, key))))
  }
  return { bytes: encode(patchSource(encoded.text, edits), encoded, escaped), warnings: corrected.warnings }
}

/** `\u00e5`, for what the encoding has not. */
const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')

function valueAt(value: unknown, key: string): string | undefined {
  const found = new Map<string, unknown>(Object.entries(value as object)).get(key)
  return typeof found === 'string' ? found : undefined
}

/** JSON Lines (jsonlines.org): a line an object, or an array. Its fields are columns of a table, guessed or as a person says. */
export const jsonl = {
  id: 'jsonl',
  label,
  extensions: ['jsonl', 'ndjson'],
  mediaType: 'application/jsonl',
  purpose: 'data',
  isIt: isJsonl,
  read: (bytes, context) => read(bytes, context).table.reading,
  writeAll: articles =>
    rowsOfArticles(articles)
      .map(row => `${JSON.stringify(row)}\n`)
      .join(''),
  patch: { of: 'jsonl', make: patch },
} as const satisfies Format
