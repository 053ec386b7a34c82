/** The rows of a table gathered: of each document its segments, and of each system what its raters said of them. */
import type { NamedError } from '../../mqm/wmt-categories.ts'
import type { Span } from '../../text/span.ts'
import type { GatheredDocument } from '../annotations/documents.ts'
import { inMap } from '../annotations/in-map.ts'
import { unmark } from './marked.ts'
import { readMetadata, type Metadata } from './metadata.ts'
import type { Row } from './rows.ts'

/** A row, without what it has in common with the others of its segment. */
export interface Judgement extends NamedError {
  readonly rater: string
  /** the target as this row has it, without marks */
  readonly target: string
  /** in `target`; of several the hull; null where nothing is marked */
  readonly span: Span | null
  /** the words that are marked in the source; null where none */
  readonly source: string | null
  readonly metadata: Metadata
}

interface Gathering {
  /** by id of the segment, how many rows have a source */
  readonly sources: Map<string, Map<string, number>>
  readonly systems: Map<string, Map<string, Judgement[]>>
}

const hull = (spans: readonly Span[]): Span | null =>
  spans.length === 0
    ? null
    : { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }

function judgementOf(row: Row, source: ReturnType<typeof unmark>, known: Judgement | undefined): Judgement {
  const { text, spans } = unmark(row.target)
  const { rater, category, severity } = row
  return {
    rater,
    category,
    severity,
    // mostly they are the same, and then they are kept once
    target: known?.target === text ? known.target : text,
    span: hull(spans),
    source:
      source.spans.length === 0 ? null : source.spans.map(({ from, to }) => source.text.slice(from, to)).join(' … '),
    metadata: readMetadata(row.metadata),
  }
}

/** What most rows say; of as many the first. */
const mostly = (counts: ReadonlyMap<string, number>): string => {
  let best = ''
  let most = 0
  for (const [value, count] of counts) if (count > most) [best, most] = [value, count]
  return best
}

/** By their numbers, where all have one; else as they come. */
const inOrder = (ids: readonly string[]): readonly string[] =>
  ids.every(id => /^\d{1,15}$/.test(id)) ? ids.toSorted((a, b) => Number(a) - Number(b)) : ids

/** @throws Problem of `readMetadata`, and what reading the rows throws */
export function gather(rows: Iterable<Row>): GatheredDocument<Judgement>[] {
  const documents = new Map<string, Gathering>()
  for (const row of rows) {
    const { sources, systems } = inMap(documents, row.doc, (): Gathering => ({
      sources: new Map(),
      systems: new Map(),
    }))
    const source = unmark(row.source)
    const counts = inMap(sources, row.segment, () => new Map<string, number>())
    counts.set(source.text, (counts.get(source.text) ?? 0) + 1)
    const segments = inMap(systems, row.system, () => new Map<string, Judgement[]>())
    const judgements = inMap(segments, row.segment, (): Judgement[] => [])
    judgements.push(judgementOf(row, source, judgements.at(-1)))
  }
  return [...documents].map(([name, { sources, systems }]) => ({
    name,
    sources: new Map(inOrder([...sources.keys()]).map(id => [id, mostly(sources.get(id) ?? new Map())])),
    systems,
  }))
}
