/** The data files of the checks: UTF-8, a line an entry, `#` begins a comment line, tabs between fields. */
import { readFileSync } from 'node:fs'

/** The entries of a data file, each with its fields, trimmed. @param name as in `calques.tsv` */
export const readRows = (name: string): readonly (readonly string[])[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => line.split('\t').map(field => field.trim()))
