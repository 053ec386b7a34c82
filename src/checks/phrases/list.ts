/** Phrases of data files, compiled once for a lexicon and found in one walk over a text. */
import type { Found, Said } from '../check.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Span } from '../../text/span.ts'
import type { Reading, Token } from '../reading.ts'
import { startsWithCapital } from '../words/capital.ts'
import { sequencesOf } from './compile.ts'
import { compileContexts, contextsHold, type CompiledContexts, type Sightings } from './contexts.ts'
import { fixesOf, type Fixed } from './fix.ts'
import { SequenceIndex, type Hit } from './index-of-sequences.ts'
import type { Parts } from './pattern.ts'
import { readPhraseRows, type Row } from './rows.ts'
import { saidOf } from './said.ts'

/** A row in a text: the words that it matched, and what to write. */
export interface PhraseHit extends Span {
  readonly row: Row
  /** the words matched; the span may have grown over what stands before a noun */
  readonly text: string
  readonly fixes: readonly string[]
  /** the compound of which only the first or last part was matched */
  readonly compound: Token | null
}

export interface PhraseList {
  readonly rows: readonly Row[]
  /** those of all rows, bad and good */
  readonly examples: readonly string[]
  /**
   * In the order of the text, none overlapping: of those that do, the first and longest. Linear in the text's length.
   * @param accepts one that it does not is as if it were not there
   */
  hits(reading: Reading, accepts?: (hit: PhraseHit) => boolean): readonly PhraseHit[]
  /** the same as findings @param message instead of the row's own */
  find(reading: Reading, message?: (hit: PhraseHit) => Said, accepts?: (hit: PhraseHit) => boolean): readonly Found[]
}

/** @param files in `data/`; read when they are first needed */
export function phraseList(...files: readonly string[]): PhraseList {
  let rows: readonly Row[] | null = null
  const read = (): readonly Row[] => (rows ??= readPhraseRows(files))
  return phrasesOf(read)
}

/** The same for rows that are in no file. */
export function phrasesOf(read: () => readonly Row[]): PhraseList {
  const compiled = new WeakMap<Lexicon, SequenceIndex<Owner>>()
  const hits: PhraseList['hits'] = (reading, accepts = () => true) => {
    const known = compiled.get(reading.lexicon) ?? compile(read(), reading.lexicon)
    compiled.set(reading.lexicon, known)
    return hitsIn(known, reading, accepts)
  }
  return {
    get rows() {
      return read()
    },
    get examples() {
      return read().flatMap(({ bad, good }) => [...bad, ...good])
    },
    hits,
    find: (reading, message = saidOf, accepts = undefined) =>
      hits(reading, accepts).map(hit => findingOf(hit, message(hit))),
  }
}

const findingOf = ({ row, from, to, fixes }: PhraseHit, message: Said): Found => ({
  from,
  to,
  fixes,
  message,
  ...(row.category === undefined ? {} : { category: row.category }),
  ...(row.severity === undefined ? {} : { severity: row.severity }),
  ...(row.confidence === undefined ? {} : { confidence: row.confidence }),
})

interface Ready {
  readonly row: Row
  readonly contexts: CompiledContexts
}

/** What a sequence is looked for: a row, or a phrase of its contexts by its number. */
type Owner = Ready | number

/** A list to which rows are added as texts need them. */
export interface GrowingList {
  add(rows: readonly Row[]): void
  readonly hits: PhraseList['hits']
}

/** @param lexicon that of the readings */
export function growingList(lexicon: Lexicon): GrowingList {
  const index = new SequenceIndex<Owner>()
  const numbers = new Map<Parts, number>()
  return {
    add: rows => addRows(rows, index, numbers, lexicon),
    hits: (reading, accepts = () => true) => hitsIn(index, reading, accepts),
  }
}

function compile(rows: readonly Row[], lexicon: Lexicon): SequenceIndex<Owner> {
  const index = new SequenceIndex<Owner>()
  addRows(rows, index, new Map(), lexicon)
  return index
}

function addRows(
  rows: readonly Row[],
  index: SequenceIndex<Owner>,
  numbers: Map<Parts, number>,
  lexicon: Lexicon,
): void {
  for (const row of rows) {
    try {
      const contexts = compileContexts(row.contexts, lexicon, (phrase, sequences) => {
        const known = numbers.get(phrase)
        if (known !== undefined) return known
        const number = numbers.size
        numbers.set(phrase, number)
        for (const sequence of sequences()) index.add(number, sequence)
        return number
      })
      const ready: Ready = { row, contexts }
      for (const sequence of sequencesOf(row.pattern, lexicon)) index.add(ready, sequence)
    } catch (error) {
      throw new Error(`“${row.written}”: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

type RowHit = Hit<Ready>

function hitsIn(
  index: SequenceIndex<Owner>,
  reading: Reading,
  accepts: (hit: PhraseHit) => boolean,
): readonly PhraseHit[] {
  const hits: RowHit[] = []
  const sightings: Map<number, Set<number>> = new Map()
  for (const hit of index.matches(reading)) {
    const { owner } = hit
    if (typeof owner !== 'number') hits.push({ ...hit, owner })
    else {
      const sentence = reading.tokens[hit.starts[0] ?? -1]?.sentence ?? -1
      const seen = sightings.get(owner)
      if (seen === undefined) sightings.set(owner, new Set([sentence]))
      else seen.add(sentence)
    }
  }
  const found: PhraseHit[] = []
  let taken = -1
  for (const hit of hits.sort(firstAndLongest)) {
    const start = hit.starts[0] ?? 0
    if (start < taken || !holds(hit, sightings, reading)) continue
    const one = phraseHit(hit, reading)
    if (one === null || !accepts(one)) continue
    const before = found.at(-1)
    if (before !== undefined && one.from < before.to) continue
    found.push(one)
    taken = hit.starts.at(-1) ?? 0
  }
  return found
}

/** Finite, for infinities have no difference. */
const orderOf = ({ owner }: RowHit): number => Math.min(owner.row.order ?? 0, Number.MAX_SAFE_INTEGER)

const firstAndLongest = (a: RowHit, b: RowHit): number =>
  (a.starts[0] ?? 0) - (b.starts[0] ?? 0) || (b.starts.at(-1) ?? 0) - (a.starts.at(-1) ?? 0) || orderOf(a) - orderOf(b)

function holds({ owner, starts }: RowHit, sightings: Sightings, reading: Reading): boolean {
  const [start, end] = [starts[0] ?? 0, starts.at(-1) ?? 0]
  if (owner.row.case !== null) {
    const capitals = reading.tokens.slice(start, end).filter(token => startsWithCapital(token.text))
    const inside = capitals.filter(token => !token.opens)
    if (owner.row.case === 'lower' ? inside.length > 0 : inside.length === 0) return false
  }
  return contextsHold(owner.contexts, start, end, sightings, reading)
}

function phraseHit({ owner: { row }, sequence, starts }: RowHit, reading: Reading): PhraseHit | null {
  const [first, last] = [reading.tokens[starts[0] ?? -1], reading.tokens[(starts.at(-1) ?? 0) - 1]]
  if (first === undefined || last === undefined) return null
  const text = reading.text.slice(first.from, last.to)
  const matched = { pattern: row.pattern, sequence, starts }
  const fixed = row.fixes.flatMap((fix): readonly Fixed[] =>
    fix === null ? [{ text: '', before: null }] : fixesOf(fix, matched, reading),
  )
  const from = Math.min(first.from, ...fixed.map(({ before }) => reading.tokens[before?.from ?? -1]?.from ?? Infinity))
  const fixes = fixed.map(({ text, before }) => {
    const start = reading.tokens[before?.from ?? -1]?.from ?? first.from
    return reading.text.slice(from, start) + (before?.text ?? '') + text
  })
  const others = [...new Set(fixes)].filter(fix => fix !== reading.text.slice(from, last.to))
  // every fix gives the words as they are: nothing is wrong
  if (others.length === 0 && row.fixes.length > 0 && fixes.length > 0) return null
  const joined = sequence.findIndex(({ kind }) => kind === 'last' || kind === 'first')
  return {
    ...withGap({ from, to: last.to }, others, reading.text),
    row,
    text,
    fixes: others,
    compound: reading.tokens[starts[joined] ?? -1] ?? null,
  }
}

/** Words that go take the space before them along. */
function withGap(span: Span, fixes: readonly string[], text: string): Span {
  if (fixes[0] !== '' || fixes.length > 1) return span
  if (text[span.from - 1] === ' ') return { from: span.from - 1, to: span.to }
  return text[span.to] === ' ' ? { from: span.from, to: span.to + 1 } : span
}
