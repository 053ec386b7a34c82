import { languageOf } from '../../text/language.ts'

/** What the fields of a column look like. */
export interface Profile {
  /** fields that are not empty, of those looked at */
  readonly filled: number
  /** of these: does the middle one have words enough for a text? */
  readonly isText: boolean
  /** numbers, dates, truth values */
  readonly isData: boolean
  /** mean length of a filled field, in characters */
  readonly length: number
  /** the same value in rows that follow one another, each in one run, as an article's rows have it */
  readonly isRuns: boolean
  /** no two alike */
  readonly isUnique: boolean
}

const looked = 500
const data = /^[\s.,:;/+\-%]*\d[\s\d.,:;/+\-%TZ]*$|^(?:true|false|yes|no|ja|nej|null|none|nan)$/i

/** A column by its first rows. */
export function profileOf(rows: readonly (readonly string[])[], column: number): Profile {
  const fields = rows.slice(0, looked).map(row => row[column] ?? '')
  const filled = fields.filter(field => field.trim() !== '')
  const texts = filled.filter(field => field.length >= 8 && /\p{L}\s+\p{L}/u.test(field))
  const distinct = new Set(fields)
  const runs = fields.filter((field, i) => i === 0 || field !== fields[i - 1]).length
  const isShort = filled.every(field => field.length <= 100)
  return {
    filled: filled.length,
    isText: filled.length > 0 && texts.length * 2 >= filled.length,
    isData: filled.length > 0 && filled.every(field => data.test(field)),
    length: filled.length === 0 ? 0 : filled.reduce((sum, field) => sum + field.length, 0) / filled.length,
    isRuns:
      isShort &&
      filled.length === fields.length &&
      distinct.size > 1 &&
      runs === distinct.size &&
      distinct.size < fields.length,
    isUnique: filled.length === fields.length && distinct.size === fields.length,
  }
}

/** The language of a column: ISO 639-1, `und` where it cannot be told. */
export const languageOfColumn = (rows: readonly (readonly string[])[], column: number): string => {
  const fields = rows.slice(0, looked).map(row => (row[column] ?? '').slice(0, 500))
  return languageOf(fields.join('\n').slice(0, 10_000)).code
}

/** How alike two columns are: the share of rows whose fields are equal, or have most of their words in common. */
export function likeness(rows: readonly (readonly string[])[], a: number, b: number): number {
  let [alike, all] = [0, 0]
  for (const row of rows.slice(0, looked)) {
    const [first = '', second = ''] = [row[a], row[b]]
    if (first === '' || second === '') continue
    all++
    if (first === second) alike++
    else {
      const words = new Set(
        first
          .slice(0, 2000)
          .toLowerCase()
          .match(/\p{L}+/gu),
      )
      const others =
        second
          .slice(0, 2000)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? []
      if (others.filter(word => words.has(word)).length * 2.5 >= Math.min(words.size, others.length)) alike++
    }
  }
  return all === 0 ? 0 : alike / all
}
