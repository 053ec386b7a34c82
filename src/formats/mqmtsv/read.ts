/** Gathered rows as documents: a translation by a system each, its segments as lines, what is marked as flags of its raters. */
import { errorOfNames, isNoError } from '../../mqm/wmt-categories.ts'
import { emptyDocument, type Document, type ReadFlag } from '../document.ts'
import { FormatError } from '../fault.ts'
import { CorrectedLines } from '../annotations/corrected-lines.ts'
import { commentOf } from '../annotations/named-errors.ts'
import { placeIn, targetOf } from './place.ts'
import { label } from './rows.ts'
import type { GatheredDocument, Judgement } from './segments.ts'

/** What became of the rows, for warnings. */
export interface Tally {
  /** segments of a document that a system has not translated */
  untranslated: number
  /** flags that stand on the whole segment, since the file does not say where, or says it of the source */
  unplaced: number
  /** rows that test the rater (Anthea's HOTW), and no translation */
  tests: number
}

const isTest = (severity: string): boolean => /^hotw[-_ ]test$/i.test(severity)
const isMetadataOnly = ({ category, severity }: Judgement): boolean => category === '' && severity === ''

/** What a segment's name or a system's may not have in it here. */
const oneLine = (name: string): string => name.replace(/[\n\r\u2028]/g, ' ')

function flagOf(judgement: Judgement, text: string, start: number, tally: Tally): ReadFlag {
  const { rater, source, metadata } = judgement
  const place = placeIn(text, judgement)
  // an omission that is marked in the source may be mended anywhere in the segment
  if (!place) tally.unplaced++
  const { from, to } = place ?? { from: 0, to: text.length }
  const { category, severity, exact } = errorOfNames(judgement)
  const named = exact ? null : { category: judgement.category, severity: judgement.severity }
  return {
    from: start + from,
    to: start + to,
    author: rater,
    layer: rater || 'shared',
    at: metadata.timestamp,
    revision: 0,
    category,
    severity,
    comment: commentOf({ named, source, note: metadata.note }),
    suggestion: metadata.suggestion,
  }
}

function documentOf(
  { name, segments }: GatheredDocument,
  sourceText: string,
  system: string,
  judged: ReadonlyMap<string, readonly Judgement[]>,
  tally: Tally,
): Document {
  const lines: string[] = []
  const flags: ReadFlag[] = []
  const corrected = new CorrectedLines()
  let start = 0
  for (const [i, id] of segments.entries()) {
    const judgements = judged.get(id) ?? []
    const text = targetOf(judgements)
    if (judgements.length === 0) tally.untranslated++
    for (const judgement of judgements) {
      const { category, severity, rater, metadata } = judgement
      if (metadata.corrected !== null) {
        corrected.add(rater || metadata.correctedBy, i, metadata.corrected, metadata.timestamp)
      }
      if (isTest(severity)) tally.tests++
      else if (!isNoError(category) && !isMetadataOnly(judgement)) flags.push(flagOf(judgement, text, start, tally))
    }
    lines.push(text)
    start += text.length + 1
  }
  return {
    ...emptyDocument,
    key: name,
    title: oneLine(name),
    system: oneLine(system),
    sourceText,
    text: lines.join('\n'),
    revisions: corrected.revisionsOf(lines),
    flags,
    fixed: true,
  }
}

type Languages = Pick<Document, 'sourceLanguage' | 'language'>

/** The languages that one of the rows names; null where none does. */
function languagesIn(judged: ReadonlyMap<string, readonly Judgement[]>): Languages | null {
  for (const judgements of judged.values())
    for (const { sourceLanguage, targetLanguage } of judgements.map(({ metadata }) => metadata))
      if (targetLanguage !== '' || sourceLanguage !== '') return { sourceLanguage, language: targetLanguage }
  return null
}

/**
 * One document for each system that has translated one of the file's. The languages stand in the first row of the file, if anywhere.
 * @param most segments of all documents together: every system has all segments of a document, though it has translated only one of them
 * @throws FormatError rows where there are more
 */
export function documentsOf(gathered: readonly GatheredDocument[], tally: Tally, most: number): Document[] {
  const lines = gathered.reduce((sum, { segments, systems }) => sum + segments.length * systems.size, 0)
  if (lines > most) throw new FormatError(label, 'rows', { limit: most })
  let first: Languages = { sourceLanguage: '', language: '' }
  return gathered.flatMap(document => {
    // one text for all of them
    const sourceText = document.segments.map(id => document.sources.get(id) ?? '').join('\n')
    return [...document.systems].map(([system, judged]) => {
      const own = languagesIn(judged)
      if (own && first.language === '') first = own
      return { ...documentOf(document, sourceText, system, judged, tally), ...(own ?? first) }
    })
  })
}
