/** Rows of a table → documents: those of one article and one system are one, a row a segment. */
import { diffParagraph } from '../../text/diff/index.ts'
import { enterText } from '../../text/entry.ts'
import type { Span } from '../../text/span.ts'
import {
  roles as allRoles,
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
import { headingMeans } from './names.ts'

/** A table without articles is cut so that each part can be reviewed at one desk: into so many rows, or characters. */
const partAtMost = { rows: 1000, characters: 100_000 }
/** Of a title, in characters. */
const titleAtMost = 500
/** Beyond so many names in one document the column is no author's. */
const authorsAtMost = 10
/** No segment is longer, in characters, that is compared for where its error stands. */
const comparedAtMost = 10_000
/** More than anybody finds in one segment. */
const errorsAtMost = 100

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

const noFlags: Entry['flags'] = []

/** Several errors of one segment stand line by line in its fields, as `segments.ts` writes them. */
function labelsOf(category: string, severity: string, comment: string): Entry['flags'] {
  const [names, degrees, comments] = [category, severity, comment].map(field => field.split('\u2028')) as [
    string[],
    string[],
    string[],
  ]
  const many =
    names.length > 1 &&
    names.length <= errorsAtMost &&
    degrees.length === names.length &&
    comments.length === names.length
  if (!many && category === '' && severity === '' && comment === '') return noFlags
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
  const hunks = mt === corrected || mt.length > comparedAtMost ? [] : diffParagraph(mt, corrected)
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
  readonly placeOf: (row: number) => RowPlace
}

/** What a row says of its document. */
interface RowHead {
  readonly system: string
  /** null where the table has no column for it */
  readonly article: string | null
  readonly title: string
  readonly address: string
  /** of its text, in characters */
  readonly length: number
}

/** Which document a row belongs to: the article's by its system. A row that names no article goes on with the one above. */
class Groups {
  readonly #byKey = new Map<string, Group>()
  /** of each system, the part that is being filled */
  readonly #parts = new Map<string, { number: number; rows: number; characters: number }>()
  readonly #hasSystems: boolean
  readonly #stem: string
  #article = ''

  constructor(roles: readonly Role[], file: string) {
    this.#hasSystems = roles.includes('system')
    this.#stem = file.replace(/\.[^.]*$/, '')
  }

  of({ article, system, title, address, length }: RowHead): Group {
    if (article !== null) {
      this.#article = article || this.#article
      return this.#group(this.#article, system, title || this.#article, address)
    }
    const part = this.#partFor(system, length)
    const key = this.#hasSystems || part > 1 ? `part ${part}` : ''
    return this.#group(key, system, title || (part > 1 ? `${this.#stem} ${part}` : ''), address)
  }

  /** The number of the part, from 1, that one more row of a system goes into. */
  #partFor(system: string, length: number): number {
    const part = this.#parts.get(system) ?? { number: 1, rows: 0, characters: 0 }
    const isFull = part.rows === partAtMost.rows || part.characters + length > partAtMost.characters
    if (isFull && part.rows > 0) Object.assign(part, { number: part.number + 1, rows: 0, characters: 0 })
    part.rows += 1
    part.characters += length
    this.#parts.set(system, part)
    return part.number
  }

  #group(key: string, system: string, title: string, address: string): Group {
    const id = `${key}\n${system}`
    const found = this.#byKey.get(id)
    if (found) return found
    const made = { key, system, title: title.slice(0, titleAtMost).toWellFormed(), address, entries: [] }
    this.#byKey.set(id, made)
    return made
  }

  all = (): Group[] => [...this.#byKey.values()]
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
  const { roles } = columns
  const at = Object.fromEntries(allRoles.map(role => [role, roles.indexOf(role)])) as Record<Role, number>
  const field = (row: readonly string[], role: Role): string => (at[role] < 0 ? '' : (row[at[role]] ?? ''))
  const groups = new Groups(roles, name)
  let [translated, untranslated] = [0, 0]
  for (const [number, row] of rows.entries()) {
    const [mt, source] = [segment(field(row, 'mt')), segment(field(row, 'source'))]
    if (mt.trim() !== '') translated++
    else if (source.trim() !== '') untranslated++
    const article = roles.includes('article') ? line(field(row, 'article')) : null
    // by the source the parts of several systems are the same
    const { length } = at.system < 0 ? mt : source
    const about = (role: Role): string => line(field(row, role))
    const group = groups.of({
      article,
      system: about('system'),
      title: about('title'),
      address: about('address'),
      length,
    })
    group.entries.push({
      row: number,
      source,
      mt,
      corrected: correctedOf(segment(field(row, 'corrected')), mt),
      author: line(field(row, 'author')),
      flags: labelsOf(segment(field(row, 'category')), segment(field(row, 'severity')), segment(field(row, 'comment'))),
    })
  }
  const all = groups.all()
  const [documentAt, lineAt] = [new Int32Array(rows.length), new Int32Array(rows.length)]
  for (const [document, { entries }] of all.entries())
    for (const [i, { row }] of entries.entries()) [documentAt[row], lineAt[row]] = [document, i]
  const languages = {
    sourceLanguage: headingMeans(columns.names[at.source] ?? '').language,
    language: headingMeans(columns.names[at.mt] ?? '').language,
  }
  const told: Warning[] = [...warnings]
  if (translated === 0) told.push({ code: 'no-translations' })
  else if (untranslated > 0) told.push({ code: 'untranslated', n: untranslated })
  return {
    reading: { documents: all.map(group => documentOf(group, languages)), terms: [], warnings: told, columns },
    placeOf: row => ({ document: documentAt[row] ?? 0, line: lineAt[row] ?? 0 }),
  }
}
