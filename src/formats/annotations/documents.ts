/** Documents of files whose entries say each what an annotator found in a segment of a system's translation. */
import { emptyDocument, type Annotator, type Document, type Judgement, type ReadFlag } from '../document.ts'
import { FormatError, type Warning } from '../fault.ts'
import { CorrectedLines } from './corrected-lines.ts'
import { inMap } from './in-map.ts'

/** A document of a file, its entries gathered. */
export interface GatheredDocument<Entry> {
  readonly name: string
  /** by id of the segment, in the order of the text; a line each */
  readonly sources: ReadonlyMap<string, string>
  /** by name of the system, and then by id of the segment */
  readonly systems: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>
}

/** What the entries of one segment say together. */
export interface JudgedSegment {
  /** a line */
  readonly text: string
  /** offsets are of `text` */
  readonly flags: readonly ReadFlag[]
  /** who has looked at it, by name; '' is nobody */
  readonly annotators: readonly string[]
  /** of those of whom the file says it, by name, whose marks they could have seen */
  readonly saw: ReadonlyMap<string, readonly string[]>
  /** how good they find it, 0 to 100 */
  readonly scores: readonly { readonly author: string; readonly score: number }[]
  /** what annotators would have it read; `at`: epoch ms, null where it is not known */
  readonly corrected: readonly { readonly author: string; readonly text: string; readonly at: number | null }[]
}

const untranslated: JudgedSegment = { text: '', flags: [], annotators: [], saw: new Map(), scores: [], corrected: [] }

/** What became of the entries, for warnings. */
export interface Tally {
  /** segments of a document that a system has not translated */
  untranslated: number
  /** flags that stand on the whole segment, since the file does not say where */
  unplaced: number
}

export const warningsOf = ({ untranslated, unplaced }: Tally): Warning[] => [
  ...(untranslated > 0 ? [{ code: 'untranslated', n: untranslated } as const] : []),
  ...(unplaced > 0 ? [{ code: 'flags-unplaced', n: unplaced } as const] : []),
]

export type Languages = Pick<Document, 'sourceLanguage' | 'language'>

/** How the entries of a format are read. */
export interface Reader<Entry> {
  /** of the format */
  readonly label: string
  /** @param entries of one segment of one system; at least one */
  readonly judge: (entries: readonly Entry[]) => JudgedSegment
  /** @param segments of one system */
  readonly languages: (segments: ReadonlyMap<string, readonly Entry[]>) => Languages
  readonly tally: Tally
}

/** What a name may not have in it here. */
const oneLine = (name: string): string => name.replace(/[\n\r\u2028]/g, ' ')

/** Nothing, where no segment has a source. */
const sourceTextOf = (sources: readonly string[]): string =>
  sources.every(source => source === '') ? '' : sources.join('\n')

/** @param looked by name, the lines that they have looked at @param count of all lines */
const annotatorsOf = (
  looked: ReadonlyMap<string, readonly number[]>,
  saw: ReadonlyMap<string, readonly string[]>,
  count: number,
): Annotator[] =>
  [...looked].map(([name, lines]) => {
    const [segments, others] = [lines.length === count ? null : lines, saw.get(name)]
    return { author: name, layer: name, segments, ...(others ? { saw: others } : {}) }
  })

function documentOf<Entry>(
  { judge, tally }: Reader<Entry>,
  ids: Iterable<string>,
  entriesOf: ReadonlyMap<string, readonly Entry[]>,
): Pick<Document, 'text' | 'revisions' | 'flags' | 'annotators' | 'judgements'> {
  const lines: string[] = []
  const flags: ReadFlag[] = []
  const looked = new Map<string, number[]>()
  const seen = new Map<string, readonly string[]>()
  const judgements: Judgement[] = []
  const corrections = new CorrectedLines()
  let start = 0
  for (const id of ids) {
    const entries = entriesOf.get(id)
    if (!entries) tally.untranslated++
    const { text, flags: own, annotators, saw, scores, corrected } = entries ? judge(entries) : untranslated
    for (const flag of own) flags.push({ ...flag, from: start + flag.from, to: start + flag.to })
    for (const name of new Set(annotators)) if (name !== '') inMap(looked, name, (): number[] => []).push(lines.length)
    for (const [name, layers] of saw) seen.set(name, layers)
    // of two, the last is the one that the annotator stayed with
    for (const [author, score] of new Map(scores.map(each => [each.author, each.score])))
      judgements.push({ layer: author || 'shared', paragraph: lines.length, score })
    for (const { author, text: to, at } of corrected) corrections.add(author, lines.length, to, at)
    lines.push(text)
    start += text.length + 1
  }
  return {
    text: lines.join('\n'),
    revisions: corrections.revisionsOf(lines),
    flags,
    annotators: annotatorsOf(looked, seen, lines.length),
    judgements,
  }
}

/**
 * One document for each system that has translated one of the file's.
 * @param most segments of all documents together: every system has all segments of a document, though it has translated only one of them
 * @throws FormatError rows where there are more
 */
export function documentsOf<Entry>(
  gathered: readonly GatheredDocument<Entry>[],
  reader: Reader<Entry>,
  most: number,
): Document[] {
  const count = gathered.reduce((sum, { sources, systems }) => sum + sources.size * systems.size, 0)
  if (count > most) throw new FormatError(reader.label, 'rows', { limit: most })
  return gathered.flatMap(({ name, sources, systems }) => {
    // one text for all of them
    const sourceText = sourceTextOf([...sources.values()])
    return [...systems].map(([system, segments]) => ({
      ...emptyDocument,
      key: name,
      title: oneLine(name),
      system: oneLine(system),
      ...reader.languages(segments),
      sourceText,
      ...documentOf(reader, sources.keys(), segments),
      fixed: true,
    }))
  })
}
