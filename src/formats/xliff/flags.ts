/** Flags in XLIFF: notes of ours, notes and comments of others, and ITS 2.0 Localization Quality Issue (section 8.17). */
import type { Severity } from '../../mqm/annotation.ts'
import { isCategory, type CategoryId } from '../../mqm/typology.ts'
import { enterText } from '../../text/entry.ts'
import type { Span } from '../../text/span.ts'
import type { ReadFlag } from '../document.ts'
import type { ExportedArticle, ExportedFlag } from '../format.ts'
import { innerBreak } from '../lib/inline-codes.ts'
import { lineAt, linesOf } from '../lib/lines.ts'

/** A flag of ours as a note says it. `from`, `to`: in the text of the segment. */
interface NotedFlag extends Span {
  readonly category: CategoryId
  readonly severity: Severity
  /** from 1, among the segments of its unit */
  readonly segment: number
  readonly at: number | null
  readonly words: string
  readonly suggestion: string
  readonly comment: string
}

const severityAs: ReadonlySet<string> = new Set<Severity>(['neutral', 'minor', 'major', 'critical'])
const isSeverity = (word: string): word is Severity => severityAs.has(word)

/**
 * A flag as the text of a note:
 *
 *     [accuracy/mistranslation, major, 2:14–20, 2025-06-19T08:00:00.000Z]
 *     ”words”
 *     → suggestion
 *     comment
 *
 * `2:` is the segment of the unit. The third line is there where there is a suggestion, or the comment begins like one.
 */
export const noteOf = ({ category, severity, segment, from, to, at, words, suggestion, comment }: NotedFlag): string =>
  [
    `[${category}, ${severity}, ${segment}:${from}–${to}${at === null ? '' : `, ${new Date(at).toISOString()}`}]`,
    `”${words.replaceAll('\n', innerBreak)}”`,
    ...(suggestion !== '' || comment.startsWith('→') ? [`→ ${suggestion.replaceAll('\n', innerBreak)}`] : []),
    ...(comment === '' ? [] : [comment]),
  ].join('\n')

/** What a note says, where it is one of ours; else null. */
function notedFlag(note: string): NotedFlag | null {
  const [head = '', quoted = '', ...rest] = note.split('\n')
  const match = /^\[([a-z/-]+), ([a-z]+), (\d{1,6}):(\d{1,9})–(\d{1,9})(?:, ([\dTZ:.+-]{10,30}))?\]$/.exec(head.trim())
  if (!match || !quoted.startsWith('”') || !quoted.endsWith('”') || quoted.length < 2) return null
  const [, category = '', severity = '', segment, from, to, at] = match
  if (!isCategory(category) || !isSeverity(severity)) return null
  const suggested = rest[0]?.startsWith('→ ') === true || rest[0] === '→'
  return {
    category,
    severity,
    segment: Number(segment),
    from: Number(from),
    to: Number(to),
    at: at === undefined || Number.isNaN(Date.parse(at)) ? null : Date.parse(at),
    words: quoted.slice(1, -1),
    suggestion: suggested ? (rest[0]?.slice(2) ?? '') : '',
    comment: rest.slice(suggested ? 1 : 0).join('\n'),
  }
}

/** What marks no error in itself: a remark of another program. */
const remark = { layer: 'shared', revision: 0, category: 'other/other', severity: 'neutral', suggestion: '' } as const

export interface NoteIn {
  readonly text: string
  readonly author: string
  /** the words that it stands on, in the text of the document; undefined where it says of no words in particular */
  readonly on?: Span | undefined
  /** of the segments of its unit, in the text of the document; at least one */
  readonly lines: readonly Span[]
}

/** Where the words of a note stand in a line: where it says, else where they stand alone, else null. */
function wordsIn(line: string, { from, to, words }: NotedFlag): Span | null {
  if (to <= line.length && from <= to && line.slice(from, to) === words) return { from, to }
  const at = words === '' ? -1 : line.indexOf(words)
  return at < 0 || line.includes(words, at + 1) ? null : { from: at, to: at + words.length }
}

/** Notes on translations as flags; `unplaced`: how many of ours do not say any more where they stand. */
export function flagsOfNotes(
  notes: readonly NoteIn[],
  text: string,
): { readonly flags: ReadFlag[]; readonly unplaced: number } {
  let unplaced = 0
  const flags = notes.flatMap(({ text: raw, author, on, lines }): ReadFlag[] => {
    const comment = enterText(raw).trim()
    const whole = lines[0]
    if (comment === '' || !whole) return []
    const noted = notedFlag(comment)
    if (!noted) return [{ ...remark, ...(on ?? whole), author: author.trim(), at: null, comment }]
    const { category, severity, suggestion, at, segment } = noted
    const line = lines[segment - 1] ?? whole
    const found = wordsIn(text.slice(line.from, line.to), noted)
    if (!found) unplaced++
    const span = found ? { from: line.from + found.from, to: line.from + found.to } : line
    return [{ ...remark, ...span, author: author.trim(), at, category, severity, suggestion, comment: noted.comment }]
  })
  return { flags, unplaced }
}

/** ITS 2.0, appendix C: values of the Localization Quality Issue Type. */
const issueTypes: Readonly<Record<string, CategoryId>> = {
  terminology: 'terminology/wrong-term',
  mistranslation: 'accuracy/mistranslation',
  omission: 'accuracy/omission',
  untranslated: 'accuracy/untranslated',
  addition: 'accuracy/addition',
  duplication: 'accuracy/addition',
  inconsistency: 'style/inconsistent',
  grammar: 'linguistic-conventions/grammar',
  legal: 'other/other',
  register: 'style/register',
  'locale-specific-content': 'audience-appropriateness/culture-specific-reference',
  'locale-violation': 'locale-conventions/number-format',
  style: 'style/awkward',
  characters: 'linguistic-conventions/character-encoding',
  misspelling: 'linguistic-conventions/spelling',
  typographical: 'linguistic-conventions/punctuation',
  formatting: 'design-and-markup/layout',
  'inconsistent-entities': 'accuracy/mistranslation',
  numbers: 'accuracy/mistranslation',
  markup: 'design-and-markup/markup-tag',
  'pattern-problem': 'other/other',
  whitespace: 'linguistic-conventions/punctuation',
  internationalization: 'other/other',
  length: 'design-and-markup/truncation',
  'non-conformance': 'linguistic-conventions/unintelligible',
}

/** ITS: a number from 0 to 100, the higher the worse; 0, 50 and 90 are our limits. What says nothing is minor. */
const severityOf = (value: string | undefined): Severity => {
  const number = value === undefined || value.trim() === '' ? NaN : Number(value)
  return Number.isNaN(number) || (number > 0 && number < 50) ? 'minor' : number <= 0 ? 'neutral' : number < 90 ? 'major' : 'critical' // prettier-ignore
}

/** A quality issue of ITS as a flag. @param value an attribute by its local name; undefined where it is not there */
export function flagOfIssue(value: (name: string) => string | undefined, on: Span): ReadFlag | null {
  const type = value('locQualityIssueType')
  const comment = value('locQualityIssueComment')
  if ((type === undefined && comment === undefined) || value('locQualityIssueEnabled') === 'no') return null
  const category = Object.hasOwn(issueTypes, type ?? '') ? issueTypes[type ?? ''] : undefined
  return {
    ...remark,
    ...on,
    author: '',
    at: null,
    category: category ?? 'other/other',
    severity: severityOf(value('locQualityIssueSeverity')),
    comment: enterText(comment ?? '').trim(),
  }
}

/** What makes two flags on one line the same. */
const keyOf = (line: number, flag: Pick<ReadFlag, 'category' | 'severity' | 'comment' | 'suggestion'>): string =>
  [line, flag.category, flag.severity, flag.comment.trim(), flag.suggestion].join('\u0001')

/** What a file has of flags, and where its lines are. */
export interface NotedLines {
  readonly flags: readonly ReadFlag[]
  readonly lines: readonly Span[]
  /** the line of the file that one of the corrected text is; undefined where that is not known */
  readonly lineOf: (line: number) => number | undefined
  /** the number of a line of the file among the segments of its unit, from 1 */
  readonly segmentOf: (line: number) => number
}

/** A new file: it has no flags yet, and its lines are those of the text, each a unit. */
const newFile: NotedLines = { flags: [], lines: [], lineOf: line => line, segmentOf: () => 1 }

export interface NoteToAdd {
  /** of the file */
  readonly line: number
  readonly flag: ExportedFlag
  readonly note: string
}

/** Open flags of an article that its file does not have yet, with their notes. */
export function notesToAdd(article: ExportedArticle, file: NotedLines = newFile): NoteToAdd[] {
  const lines = linesOf(article.text)
  const numberAt = (spans: readonly Span[], offset: number): number => Math.min(lineAt(spans, offset), spans.length - 1)
  const known = new Map<string, number>()
  for (const flag of file.flags) {
    const key = keyOf(numberAt(file.lines, flag.from), flag)
    known.set(key, (known.get(key) ?? 0) + 1)
  }
  return article.flags.flatMap(flag => {
    const { place } = flag
    if (flag.status !== 'open' || !place) return []
    const number = numberAt(lines, place.from)
    const [range, line] = [lines[number], file.lineOf(number)]
    if (!range || line === undefined) return []
    const key = keyOf(line, flag)
    const left = known.get(key) ?? 0
    if (left > 0) {
      known.set(key, left - 1)
      return []
    }
    const [from, to] = [place.from, Math.min(place.to, range.to)]
    const words = article.text.slice(from, to)
    const note = noteOf({ ...flag, segment: file.segmentOf(line), from: from - range.from, to: to - range.from, words })
    return [{ line, flag, note }]
  })
}
