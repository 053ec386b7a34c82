import { enterText } from '../text/entry.ts'
import { decodeBytes } from '../text/decode.ts'
import { documentsOf, warningsOf } from './annotations/documents.ts'
import type { Reading } from './document.ts'
import { itemsIn, label, type Item } from './esa/items.ts'
import { gather, itemReader, type ItemTally } from './esa/read.ts'
import { writeEsa } from './esa/write.ts'
import { FormatError, type Warning } from './fault.ts'
import type { Format, Head, ReadContext } from './format.ts'
import type { Limits } from './limits.ts'
import { isDeeper } from './table/json-places.ts'

/** How much of a file is looked at. */
const enough = 1_000_000

/** JSON with fields that only such annotations have: spans, or a translation beside its source in a campaign of Pearmut. */
function isIt({ bytes, start }: Head): boolean {
  if (!/^\ufeff?\s*[[{]/.test(start)) return false
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(enough, bytes.byteLength))
  const has = (...names: readonly string[]): boolean => names.every(name => source.includes(`"${name}"`))
  const isTranslation = has('tgt') || has('tgt_text') || has('targetText') || has('target') || has('mt')
  return (
    isTranslation &&
    (has('start_i') || has('error_spans') || has('esa_spans') || has('esa_score') || has('campaign_id', 'tgt') ||
      has('sourceText', 'mqm') || has('src_text', 'scores'))
  ) // prettier-ignore
}

const parse = (json: string, line: number, limits: Limits): unknown => {
  if (isDeeper(json, limits.depth)) throw new FormatError(label, 'depth', { line, limit: limits.depth })
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new FormatError(label, 'json', { line, detail: (error as Error).message.slice(0, 100).toWellFormed() })
  }
}

/** One value of the whole file, or one a line. */
function valuesOf(text: string, limits: Limits): unknown[] {
  const lines = text.split('\n')
  const first = lines.findIndex(line => line.trim() !== '')
  const isWhole = (line: string): boolean => {
    try {
      return typeof JSON.parse(line) === 'object'
    } catch {
      return false
    }
  }
  const rest = lines.slice(first + 1).some(line => line.trim() !== '')
  if (!rest || isDeeper(lines[first] ?? '', limits.depth) || !isWhole(lines[first] ?? ''))
    return [parse(text, 1, limits)]
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [parse(line, i + 1, limits)]))
}

/** @throws FormatError rows, field */
function* within(items: Iterable<Item>, { rows, fieldLength }: Limits): Generator<Item> {
  let count = 0
  for (const item of items) {
    if (++count > rows) throw new FormatError(label, 'rows', { limit: rows })
    if (Math.max(item.source.length, item.target.length) > fieldLength)
      throw new FormatError(label, 'field', { part: String(count), limit: fieldLength })
    yield item
  }
}

function read(bytes: Uint8Array, { limits }: ReadContext): Reading {
  if (bytes.length > limits.bytes) throw new FormatError(label, 'bytes', { limit: limits.bytes })
  let skipped = 0
  const tally: ItemTally = { untranslated: 0, unplaced: 0, beyond: 0 }
  const values = valuesOf(enterText(decodeBytes(bytes).text), limits)
  const items = values.values().flatMap(value => itemsIn(value, () => skipped++))
  const documents = documentsOf(gather(within(items, limits)), itemReader(tally), limits.rows)
  if (documents.length === 0) throw new FormatError(label, 'empty')
  const warnings: Warning[] = [
    ...(skipped > 0 ? [{ code: 'skipped', n: skipped, detail: 'attention checks, tutorials' } as const] : []),
    ...(tally.beyond > 0 ? [{ code: 'skipped', n: tally.beyond, detail: 'scores beyond 0–100' } as const] : []),
    ...warningsOf(tally),
  ]
  return { documents, terms: [], warnings }
}

/** Error Span Annotation (Kocmi et al. 2024) as Pearmut, Appraise and WMT's releases have it in JSON. */
export const esa = {
  id: 'esa',
  label,
  extensions: ['json'],
  mediaType: 'application/json',
  purpose: 'data',
  byAnnotator: true,
  isIt,
  read,
  writeAll: writeEsa,
} as const satisfies Format
