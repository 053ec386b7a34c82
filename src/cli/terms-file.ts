import type { Term } from '../checks/check.ts'
import { usage } from './command.ts'
import { readText } from './read-file.ts'

/** A field in quotes, with `""` for one, or without; and what ends it. */
const fieldOf = /(?:"((?:[^"]|"")*)"|([^",;\t\n]*))([,;\t\n]|$)/y

/** The fields of comma-separated values, line by line (RFC 4180); semicolons and tabs serve too. */
function rowsOf(csv: string, file: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  fieldOf.lastIndex = 0
  while (fieldOf.lastIndex < csv.length) {
    const at = fieldOf.lastIndex
    const match = fieldOf.exec(csv)
    if (!match) throw usage(`${file} is no CSV from character ${at} on`)
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain.trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows.filter(row => row.some(field => field.trim() !== ''))
}

/** Terms of a file with the columns `preferred` and `variants`, the variants split by `|`. @throws Problem usage */
export async function readTerms(file: string): Promise<readonly Term[]> {
  const [head = [], ...rows] = rowsOf(await readText(file), file)
  const columns = head.map(name => name.trim().toLowerCase())
  const [preferred, variants] = [columns.indexOf('preferred'), columns.indexOf('variants')]
  if (preferred < 0 || variants < 0) throw usage(`${file} needs the columns preferred and variants`)
  return rows
    .map(row => ({
      preferred: (row[preferred] ?? '').trim(),
      variants: (row[variants] ?? '')
        .split('|')
        .map(variant => variant.trim())
        .filter(variant => variant !== ''),
    }))
    .filter(term => term.preferred !== '' && term.variants.length > 0)
}
