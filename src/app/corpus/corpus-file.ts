/** An article in the form of a corpus that came in an archive: kept as one file, the JSON of all that its folder held. */
import type { CorpusArticle } from '../../formats/corpus.ts'
import { emptyDocument, type Document } from '../../formats/document.ts'
import { aboutDocuments } from '../imports/about-reading.ts'
import type { ToldFile } from '../imports/read-job.ts'

/** What such a file's format is called; it is none that a person can send by itself. */
export const corpusFormat = 'corpus'

export const readCorpusFile = (bytes: Uint8Array): CorpusArticle =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as CorpusArticle

const documentsOf = ({ title, address, sourceLanguage, source, translations }: CorpusArticle): Document[] =>
  translations.map(({ system, language, mt, revisions, flags }) => ({
    ...emptyDocument,
    title,
    address,
    sourceLanguage,
    sourceText: source,
    system,
    language,
    text: mt,
    revisions: revisions.map(({ author, at, summary, text }) => ({ author, at, summary, text })),
    flags,
  }))

/** @throws Problem text-too-large */
export const aboutCorpus = (bytes: Uint8Array, textBytes: number): ToldFile =>
  aboutDocuments({ documents: documentsOf(readCorpusFile(bytes)), terms: [], warnings: [] }, corpusFormat, textBytes)
