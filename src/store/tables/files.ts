/** The tables of what comes in as files: imports, the files themselves, and which article is which part of which file. */

/** Files that were sent together, from their preview to their articles. */
export interface ImportJobTable {
  id: string
  person_id: string
  at: number
  /** ready (previewed), importing, done, dropped */
  state: string
  /** JSON: `ImportOptions` of `app/imports/about-file.ts` */
  options: string
}

/** A file as it came. Its bytes are kept, so that it can be given back with what was corrected in it. */
export interface FileTable {
  id: string
  job_id: string
  number: number
  name: string
  /** id of the format that reads it; '' where none does */
  format: string
  /** bytes */
  size: number
  /** SHA-256 of the bytes, hex */
  sha256: string
  /** arriving (its bytes are being stored), read, refused, waiting, importing, imported, left (not chosen) */
  state: string
  /** of its documents, the first so many are articles: where an import that was broken off goes on */
  imported_documents: number
  /** JSON: `AboutFile` of `app/imports/about-file.ts` */
  about: string
  /** JSON: `Mapping` of `formats/document.ts`, as a person said it; null where it was guessed */
  mapping: string | null
  at: number
}

/** That a process is taking a file in. */
export interface FileClaimTable {
  file_id: string
  /** an id of its own for each taking in */
  claimant: string
  /** counts no longer then; whoever holds it says so again and again */
  until: number
}

/** So much of a file's bytes that no statement takes long. */
export interface FilePartTable {
  file_id: string
  number: number
  bytes: Uint8Array
}

/** Which document of which file a translation came as. */
export interface DocumentTable {
  translation_id: string
  file_id: string
  /** which of the documents that reading the file gives, from 0 */
  number: number
  /** that of `formats/document.ts`: documents of a file that have the same are translations of one article */
  key: string
  /** JSON: `Mark[]` of `formats/document.ts`, on the MT */
  marks: string
  /** JSON: `FileStates` of `text/file-state.ts`; null where the file says nothing */
  states: string | null
  /** JSON: `SourceCodes` of `app/imports/prepare-document.ts`; null where there are none */
  source_codes: string | null
}

/** Who has looked for errors in a translation, as its file says: where no flag of their layer stands, they found none. */
export interface AnnotatorTable {
  translation_id: string
  /** of their flags */
  layer: string
  person_id: string
  /** JSON: numbers of the lines of the MT that they have looked at, from 0; null where all */
  segments: string | null
  /** JSON: layers whose marks they could have seen before they began, or went on; null where the file does not say */
  saw: string | null
}

/** Where a person has put a mark of a file. Only added to: the last one of a mark holds. */
export interface MarkPlaceTable {
  id: string
  translation_id: string
  mark: string
  /** the revision whose text the span is of */
  revision: number
  span_from: number
  span_to: number
  person_id: string
  at: number
}
