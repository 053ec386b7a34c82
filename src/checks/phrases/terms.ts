/** A house's terms: read from comma-separated values, and made into rows of phrases. */
import { parse } from 'csv-parse/sync'
import type { Term } from '../check.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'
import { readText } from '../reading.ts'
import type { Parts, WordPart } from './pattern.ts'
import type { Row } from './rows.ts'

/** What is wrong with a file of terms, and where. */
export class TermsError extends Error {
  readonly line: number

  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`)
    this.line = line
  }
}

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const columns = ['preferred', 'variants'] as const

/**
 * Terms of a file with the columns `preferred` and `variants`, the variants split by `|`; without a line that names them, in this
 * order. Fields are split by commas, or, where the first line has none, by semicolons or tabs. A term without variants is left out.
 * @throws TermsError
 */
export function readTerms(csv: string): readonly Term[] {
  const records = recordsOf(csv)
  const names = records[0]?.record.map(name => name.trim().toLowerCase()) ?? []
  const headed = names.some(name => columns.some(column => column === name))
  const [preferred, variants] = headed ? columns.map(column => names.indexOf(column)) : [0, 1]
  if (preferred === undefined || variants === undefined || preferred < 0 || variants < 0)
    throw new TermsError(records[0]?.info.lines ?? 1, 'the columns are preferred and variants')
  return records.slice(headed ? 1 : 0).flatMap(({ record, info }) => {
    const term = {
      preferred: (record[preferred] ?? '').trim(),
      variants: (record[variants] ?? '')
        .split('|')
        .map(variant => variant.trim())
        .filter(variant => variant !== ''),
    }
    if (term.preferred === '' && term.variants.length > 0)
      throw new TermsError(info.lines, 'the preferred term is missing')
    return term.variants.length > 0 ? [term] : []
  })
}

function recordsOf(csv: string): readonly CsvRecord[] {
  const [first = ''] = csv.split('\n', 1)
  const delimiter = [',', ';', '\t'].find(sign => first.includes(sign)) ?? ','
  try {
    return parse(csv, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as readonly CsvRecord[]
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1
    throw new TermsError(line, error instanceof Error ? error.message : String(error))
  }
}

/** A variant and what to write for it; a row of the preferred term itself, which hides variants that are part of it, has no term. */
export interface TermRow extends Row {
  readonly term: Term | null
}

const plain = {
  contexts: [],
  case: null,
  from: null,
  note: null,
  category: undefined,
  severity: undefined,
  confidence: undefined,
  bad: [],
  good: [],
} as const

/** Variants as rows: any form of them, and as the first part of compounds; those of one word as the last part too. */
export function termRows(terms: readonly Term[], lexicon: Lexicon): readonly TermRow[] {
  return terms.flatMap(term => {
    const preferred = wordsOf(term.preferred, lexicon)
    const rows = term.variants.flatMap(variant => {
      const words = wordsOf(variant, lexicon)
      const row = { ...plain, written: variant, term, fixes: [preferred] }
      const ways = [words, withLast(words, 'first'), ...(words.length === 1 ? [withLast(words, 'last')] : [])]
      return ways.map((pattern): TermRow => {
        const { joined } = pattern.at(-1) ?? {}
        const alone = joined === undefined || joined === 'alone'
        return {
          ...row,
          pattern,
          fixes: alone ? [preferred] : preferred.length === 1 ? [withLast(preferred, joined)] : [],
        }
      })
    })
    const all = [...rows, { ...plain, written: term.preferred, pattern: preferred, fixes: [], term: null }]
    return all.filter(({ pattern }) => pattern.length > 0)
  })
}

const withLast = (words: readonly WordPart[], joined: WordPart['joined']): Parts & readonly WordPart[] =>
  words.map((word, i) => (i === words.length - 1 ? { ...word, joined } : word))

/** The words of a term; nouns, adjectives and verbs in any form, and the last one whatever it is. */
function wordsOf(written: string, lexicon: Lexicon): readonly WordPart[] {
  const { tokens } = readText(written, lexicon)
  let ordinal = 0
  return tokens.map((token, i) => {
    const inflected = token.kind === 'word' && (i === tokens.length - 1 || isInflected(token.lower, lexicon))
    return {
      kind: 'word',
      text: token.text.normalize('NFC'),
      inflected,
      ordinal: inflected ? ++ordinal : 0,
      tags: 0,
      joined: 'alone',
      aloneToo: false,
    }
  })
}

function isInflected(form: string, lexicon: Lexicon): boolean {
  const { analyses } = lexicon.word(form)
  const classes = tag.noun | tag.adjective | tag.verb
  return analyses.some(({ tags }) => tags & classes) && !analyses.some(({ tags }) => has(tags, tag.other))
}
