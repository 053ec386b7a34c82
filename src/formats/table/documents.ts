/** Rows of a table → documents: those of one article and one system are one, a row a segment. */
import { diffParagraph } from '../../text/diff/index.ts'
import { enterText } from '../../text/entry.ts'
import type { Span } from '../../text/span.ts'
import {
  emptyDocument,
  type Columns,
  type Document,
  type ReadFlag,
  type ReadRevision,
  type Reading,
  type Role,
} from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import { labelOf } from './labels.ts'
import { nameOf } from './names.ts'

/** A table without articles is cut so that each part can be reviewed at one desk. */
export const rowsOfPart = 1000
/** Beyond so many names in one document the column is no author's. */
const authorsAtMost = 20

/** The text of a field, as one segment. */
const segment = (field: string): string => enterText(field).replaceAll('\n', '\u2028')

/** A name or title: one line. */
const line = (field: string): string =>
  enterText(field)
    .replace(/[\n\t\u2028]+/g, ' ')
    .trim()

interface Entry {
  /** which of the table's rows, from 0 */
  readonly row: number
  readonly source: string
  readonly mt: string
  /** the MT where nothing was corrected */
  readonly corrected: string
  readonly author: string
  readonly flags: readonly Pick<ReadFlag, 'category' | 'severity' | 'comment'>[]
}

interface Group {
  readonly key: string
  readonly system: string
  readonly title: string
  readonly address: string
  readonly entries: Entry[]
}

/** An empty field is not corrected yet; one space says that nothing is left of the segment, and is one more than any spaces that are. */
const correctedOf = (field: string, mt: string): string =>
  field === '' || field === mt ? mt : /^ +$/.test(field) ? field.slice(1) : field

/** The field that says so. */
export const correctedField = (text: string, mt: string): string =>
  text !== mt && /^ *$/.test(text) ? ` ${text}` : text

/** Several errors of one segment stand line by line in its fields, as `segments.ts` writes them. */
function labelsOf(category: string, severity: string, comment: string): Entry['flags'] {
  const [names, degrees, comments] = [category, severity, comment].map(field => field.split('\u2028')) as [
    string[],
    string[],
    string[],
  ]
  const many = names.length > 1 && degrees.length === names.length && comments.length === names.length
  const labels = many
    ? names.map((name, i) => labelOf(name, degrees[i] ?? '', comments[i] ?? ''))
    : [labelOf(category.replaceAll('\u2028', ' '), severity, comment)]
  return labels.filter(label => label !== null)
}

/** The MT with each author's corrections, one author after the other, in the order of their first row. */
function revisionsOf(entries: readonly Entry[]): ReadRevision[] {
  const changed = entries.filter(({ mt, corrected }) => mt !== corrected)
  const names = [...new Set(changed.map(({ author }) => author))]
  const authors = names.length > authorsAtMost ? [''] : names
  const lines = entries.map(({ mt }) => mt)
  return authors.map(author => {
    for (const [i, entry] of entries.entries())
      if (authors.length === 1 || entry.author === author) lines[i] = entry.corrected
    return { author, at: null, summary: '', text: lines.join('\n') }
  })
}

/** The words of a segment that an error is about: those that were corrected, where they are in one place; else all of it. */
function flaggedSpan({ mt, corrected }: Entry): Span {
  const hunks = mt === corrected ? [] : diffParagraph(mt, corrected)
  const [only] = hunks
  return only && hunks.length === 1 ? { from: only.fromA, to: only.toA } : { from: 0, to: mt.length }
}

function flagsOf(entries: readonly Entry[]): ReadFlag[] {
  let start = 0
  return entries.flatMap(entry => {
    const at = start
    start += entry.mt.length + 1
    if (entry.flags.length === 0) return []
    const { from, to } = flaggedSpan(entry)
    const place = {
      from: at + from,
      to: at + to,
      author: entry.author,
      layer: 'shared',
      at: null,
      revision: 0,
      suggestion: '',
    }
    return entry.flags.map(flag => ({ ...place, ...flag }))
  })
}

function documentOf(
  { key, system, title, address, entries }: Group,
  languages: Pick<Document, 'sourceLanguage' | 'language'>,
): Document {
  const sourceText = entries.map(({ source }) => source).join('\n')
  return {
    ...emptyDocument,
    ...languages,
    key,
    system,
    title,
    address,
    sourceText: /[^\n]/.test(sourceText) ? sourceText : '',
    text: entries.map(({ mt }) => mt).join('\n'),
    revisions: revisionsOf(entries),
    flags: flagsOf(entries),
    fixed: true,
  }
}

/** Where a row of the table has become a line. */
export interface RowPlace {
  readonly document: number
  readonly line: number
}

export interface TableReading {
  readonly reading: Reading
  /** of each row, by its number */
  readonly places: ReadonlyMap<number, RowPlace>
}

/**
 * @param rows without the heading @param name of the file, for titles of its parts
 * @throws FormatError empty; Problem text-has-nul, text-has-lone-surrogate
 */
export function readRows(
  format: string,
  rows: readonly (readonly string[])[],
  columns: Columns,
  name: string,
  warnings: readonly Warning[],
): TableReading {
  if (rows.length === 0) throw new FormatError(format, 'empty')
  const at = (role: Role): number => columns.roles.indexOf(role)
  const places = Object.fromEntries(columns.roles.map(role => [role, at(role)])) as Partial<Record<Role, number>>
  const field = (row: readonly string[], role: Role): string => {
    const place = places[role]
    return place === undefined ? '' : (row[place] ?? '')
  }
  const hasArticles = places.article !== undefined
  const isParted = !hasArticles && rows.length > rowsOfPart
  const groups = new Map<string, Group>()
  const counts = new Map<string, number>()
  const group = (row: readonly string[]): Group => {
    const system = line(field(row, 'system'))
    let article = line(field(row, 'article'))
    let part = 0
    if (!hasArticles) {
      const count = counts.get(system) ?? 0
      counts.set(system, count + 1)
      part = Math.floor(count / rowsOfPart)
      article = places.system === undefined ? '' : `part ${part + 1}`
    }
    const id = JSON.stringify([article, part, system])
    let found = groups.get(id)
    if (!found) {
      const stem = name.replace(/\.[^.]*$/, '')
      const own = hasArticles ? article : isParted ? `${stem} ${part * rowsOfPart + 1}–` : ''
      const title = line(field(row, 'title')) || own
      found = {
        key: article,
        system,
        title: title.slice(0, 500).toWellFormed(),
        address: line(field(row, 'address')),
        entries: [],
      }
      groups.set(id, found)
    }
    return found
  }
  for (const [number, row] of rows.entries()) {
    const mt = segment(field(row, 'mt'))
    group(row).entries.push({
      row: number,
      source: segment(field(row, 'source')),
      mt,
      corrected: correctedOf(segment(field(row, 'corrected')), mt),
      author: line(field(row, 'author')),
      flags: labelsOf(
        ...((['category', 'severity', 'comment'] as const).map(role => segment(field(row, role))) as [
          string,
          string,
          string,
        ]),
      ),
    })
  }
  const all = [...groups.values()]
  const entries = all.flatMap(each => each.entries)
  const untranslated = entries.filter(({ source, mt }) => mt.trim() === '' && source.trim() !== '').length
  const none = entries.every(({ mt }) => mt.trim() === '')
  const languages = {
    sourceLanguage: nameOf(columns.names[at('source')] ?? '').language,
    language: nameOf(columns.names[at('mt')] ?? '').language,
  }
  return {
    reading: {
      documents: all.map(each => documentOf(each, languages)),
      terms: [],
      warnings: [
        ...warnings,
        ...(none
          ? [{ code: 'no-translations' } as const]
          : untranslated > 0
            ? [{ code: 'untranslated', n: untranslated } as const]
            : []),
      ],
      columns,
    },
    places: new Map(
      all.flatMap(({ entries: own }, document) => own.map(({ row }, i) => [row, { document, line: i }] as const)),
    ),
  }
}
