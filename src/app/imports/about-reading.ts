import type { Reading } from '../../formats/document.ts'
import { addStages, type StageCounts } from '../../text/file-state.ts'
import { checkSize } from '../articles/article-fields.ts'
import { mostTold, nothingKnown, type AboutFile, type Totals } from './about-file.ts'
import { sha256 } from '../hash.ts'
import type { ToldFile } from './read-job.ts'
import { summariseReading, type ReadingSummary } from './summarise-reading.ts'

const totalsOf = ({ documents, terms }: ReadingSummary, empty: number): Totals => ({
  documents: documents.length,
  segments: documents.reduce((sum, { segments }) => sum + segments, 0),
  corrections: documents.reduce((sum, { corrections }) => sum + corrections, 0),
  comments: documents.reduce((sum, { comments }) => sum + comments, 0),
  stages: documents.reduce<StageCounts>((sum, { stages = {} }) => addStages(sum, stages), {}),
  terms,
  empty,
})

/** What is told of a file that was read. @param format its id @throws Problem text-too-large */
export function aboutDocuments(reading: Reading, format: string, textBytes: number): ToldFile {
  const { documents, terms } = reading
  for (const { text, sourceText, revisions } of documents)
    for (const each of [text, sourceText, ...revisions.map(revision => revision.text)]) checkSize(each, textBytes)
  const summary = summariseReading(reading)
  const mtHashes = documents.map(({ text }) => (text.trim() === '' ? '' : sha256(text)))
  const about: AboutFile = {
    ...nothingKnown,
    documents: summary.documents.slice(0, mostTold),
    totals: totalsOf(summary, mtHashes.filter(hash => hash === '').length),
    warnings: summary.warnings,
    columns: summary.columns ?? null,
  }
  return { format, about, mtHashes, terms }
}
