/**
 * The rows of a data file of phrases. A row is `pattern → fix | fix`; what else is known of it follows as `key: value`, after a tab
 * or on lines that begin with one. A line `@ key: value` sets what holds for the rows after it, until the next; `@ set name: …`
 * names a list. Keys:
 *
 *     near, around, text        holds only where one of these phrases, commas between, stands in the sentence (in it or the next to it;
 *                               anywhere in the text); `not near` …: where none does
 *     before, after             just before or after the match; START and END are the sentence's own, COMMA is the sign; `not before` …
 *     case                      `lower`: not capitalised, but where a sentence opens; `capital`: capitalised though none does
 *     de, en, no, da            the words of the source that it comes from
 *     note                      why, in a sentence, Swedish // English
 *     category, severity, confidence
 *     bad, good                 examples, with brackets and without
 */
import { isCategory, type CategoryId } from '../../mqm/typology.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'
import type { Said } from '../check.ts'
import { readRows } from '../data/read.ts'
import { readPhrase, type Lists, type Parts } from './pattern.ts'

export const reaches = ['near', 'around', 'text', 'before', 'after'] as const
export type Reach = (typeof reaches)[number]

/** Where the words of a context must, or must not, be. */
export interface Context {
  readonly reach: Reach
  readonly wanted: boolean
  readonly phrases: readonly Parts[]
  /** for `before` and `after`: does the edge of the sentence do as well? */
  readonly edge: boolean
}

const sourceLanguages = ['de', 'en', 'no', 'da'] as const
export type SourceLanguage = (typeof sourceLanguages)[number]

export interface Row {
  readonly written: string
  readonly pattern: Parts
  /** null: the words are to go */
  readonly fixes: readonly (Parts | null)[]
  readonly contexts: readonly Context[]
  readonly case: 'lower' | 'capital' | null
  readonly from: { readonly language: SourceLanguage; readonly words: string } | null
  readonly note: Said | null
  readonly category: CategoryId | undefined
  readonly severity: Severity | undefined
  readonly confidence: number | undefined
  readonly bad: readonly string[]
  readonly good: readonly string[]
  /** of those that match the same words the lowest is taken; where not told, the first */
  readonly order?: number
}

type Properties = readonly (readonly [string, string])[]

const readProperties = (fields: readonly string[]): Properties =>
  fields
    .filter(field => field !== '')
    .map(field => {
      const colon = field.indexOf(':')
      if (colon < 1) throw new Error(`“${field}” is no “key: value”`)
      return [field.slice(0, colon).trim(), field.slice(colon + 1).trim()]
    })

/** @param names of files in `data/`; the lists of one hold in those after it */
export function readPhraseRows(names: readonly string[]): readonly Row[] {
  const lists = new Map<string, string>()
  return names.flatMap(name => phraseRows(readRows(name), name, lists))
}

/** @param lines each with its fields, as of a data file; errors name the file and the row */
export function phraseRows(
  lines: readonly (readonly string[])[],
  name: string,
  lists = new Map<string, string>(),
): readonly Row[] {
  const rows: Row[] = []
  let common: Properties = []
  let pending: { readonly phrase: string; readonly fields: string[] } | null = null
  const close = (): void => {
    if (pending === null) return
    const { phrase, fields } = pending
    pending = null
    try {
      rows.push(readRow(phrase, [...common, ...readProperties(fields)], lists))
    } catch (error) {
      throw new Error(`${name}, “${phrase}”: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const [first = '', ...rest] of lines) {
    if (first === '') pending?.fields.push(...rest)
    else if (first.startsWith('@ set ')) {
      close()
      const [[key, value] = ['', '']] = readProperties([first.slice(6)])
      lists.set(key, withLists(value, lists).join('|'))
    } else if (first.startsWith('@')) {
      close()
      common = readProperties([first.slice(1).trim(), ...rest])
    } else {
      close()
      pending = { phrase: first, fields: rest }
    }
  }
  close()
  return rows
}

/** The items of a list, commas between, those of lists that it names among them. */
const withLists = (written: string, lists: Lists): readonly string[] =>
  written.split(',').flatMap(each => {
    const item = each.trim()
    if (!item.startsWith('$')) return item === '' ? [] : [item]
    const list = lists.get(item.slice(1))
    if (list === undefined) throw new Error(`there is no list “${item}”`)
    return list.split('|')
  })

function readRow(phrase: string, properties: Properties, lists: Lists): Row {
  const [written = '', fixes, tooMuch] = phrase.split(' → ').map(part => part.trim())
  if (tooMuch !== undefined) throw new Error('one arrow is enough')
  const own = new Map(properties)
  for (const key of own.keys()) if (!isKey(key)) throw new Error(`there is no property “${key}”`)
  const all = (key: string): readonly string[] => properties.flatMap(([k, value]) => (k === key ? [value] : []))
  const language = sourceLanguages.find(known => own.has(known))
  const category = own.get('category')
  const severity = own.get('severity')
  const order = own.get('case')
  if (category !== undefined && !isCategory(category)) throw new Error(`there is no category ${category}`)
  if (order !== undefined && order !== 'lower' && order !== 'capital') throw new Error('case is lower or capital')
  return {
    written: phrase,
    pattern: readPhrase(written.replace(/ →$/u, ''), lists),
    fixes: splitFixes(fixes ?? '').map(fix => (fix === '-' ? null : readFix(fix, lists))),
    contexts: reaches.flatMap(reach =>
      [true, false].flatMap(wanted =>
        all(wanted ? reach : `not ${reach}`).map(value => readContext(reach, wanted, value, lists)),
      ),
    ),
    case: order ?? null,
    from: language === undefined ? null : { language, words: own.get(language) ?? '' },
    note: readNote(own.get('note')),
    category,
    severity: severity === undefined ? undefined : readSeverity(severity),
    confidence: own.has('confidence') ? Number(own.get('confidence')) : undefined,
    bad: all('bad'),
    good: all('good'),
  }
}

function readFix(written: string, lists: Lists): Parts {
  const parts = readPhrase(written, lists)
  if (parts.some(({ kind }) => kind === 'optional')) throw new Error('a fix has no optional words')
  return parts
}

const keys = new Set<string>([
  ...reaches,
  ...reaches.map(reach => `not ${reach}`),
  ...sourceLanguages,
  ...['case', 'note', 'category', 'severity', 'confidence', 'bad', 'good'],
])
const isKey = (key: string): boolean => keys.has(key)

/** `|` inside a bracket is the bracket's. */
const splitFixes = (written: string): readonly string[] =>
  (written.match(/(?:\[[^\]]*\]|[^|[])+/g) ?? []).map(fix => fix.trim()).filter(fix => fix !== '')

const items = new Map<string, Parts>()

/** A phrase of a context, read once: the lists of whole subjects stand in hundreds of rows. */
function readItem(written: string, lists: Lists): Parts {
  if (written.includes('$')) return readPhrase(written, lists)
  const known = items.get(written) ?? readPhrase(written, lists)
  items.set(written, known)
  return known
}

function readContext(reach: Reach, wanted: boolean, value: string, lists: Lists): Context {
  const list = withLists(value, lists)
  const edge = (item: string): boolean => item === 'START' || item === 'END'
  return {
    reach,
    wanted,
    phrases: list.filter(item => !edge(item)).map(item => readItem(item === 'COMMA' ? ',' : item, lists)),
    edge: list.some(edge),
  }
}

function readNote(note: string | undefined): Said | null {
  if (note === undefined) return null
  const [sv, en] = note.split(' // ')
  if (sv === undefined || en === undefined) throw new Error('a note is in Swedish and English, // between')
  return { sv, en }
}

function readSeverity(written: string): Severity {
  const severity = severities.find(known => known === written)
  if (severity === undefined) throw new Error(`there is no severity ${written}`)
  return severity
}
