/** What is asked of a thread that reads or writes files, and what it answers. One job at a time; documents come and go some at a time. */
import type { ReadTerm } from '../../formats/document.ts'
import type { Warning } from '../../formats/fault.ts'
import type { ExportedArticle, Original, Outgoing, WriteOptions } from '../../formats/format.ts'
import type { Limits } from '../../formats/limits.ts'
import type { AboutFile, Refusal } from './about-file.ts'
import type { PreparedDocument } from './prepare-document.ts'
import type { FileToRead } from './read-file.ts'

export interface ReadLimits {
  readonly files: Limits
  readonly textBytes: number
}

export type WriteAsked =
  /** `format`: id of the one that writes the file back */
  | { readonly ask: 'patch'; readonly format: string; readonly original: Original }
  /** one more of its documents; each is a message, so that none is long */
  | { readonly ask: 'outgoing'; readonly outgoing: Outgoing }
  | { readonly ask: 'write'; readonly format: string; readonly options: WriteOptions }
  | { readonly ask: 'article'; readonly article: ExportedArticle }
  /** the file, of all that was sent */
  | { readonly ask: 'finish' }

export type ReadAsked =
  | WriteAsked
  | { readonly ask: 'read'; readonly file: FileToRead; readonly limits: ReadLimits }
  | { readonly ask: 'unpack'; readonly file: FileToRead; readonly limits: ReadLimits }
  /** the next documents or members, as many as fit; `from`: the number of the first document */
  | { readonly ask: 'next'; readonly from: number }

/** A file as it was read, without its texts. */
export interface ToldFile {
  /** id of the format */
  readonly format: string
  readonly about: AboutFile
  /** SHA-256 of each document's MT; '' where it has none */
  readonly mtHashes: readonly string[]
  readonly terms: readonly ReadTerm[]
}

export interface UnpackedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** id of the format that a person need not say: `corpus` of an article in that form; else undefined */
  readonly format?: string | undefined
}

export type ReadAnswer =
  | { readonly kind: 'told'; readonly told: ToldFile }
  | { readonly kind: 'unpacked'; readonly number: number }
  | { readonly kind: 'documents'; readonly documents: readonly PreparedDocument[]; readonly upTo: number }
  | { readonly kind: 'member'; readonly member: UnpackedFile | null }
  | { readonly kind: 'taken' }
  | { readonly kind: 'written'; readonly bytes: Uint8Array; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** a defect: in English, for the log */
  | { readonly kind: 'failed'; readonly why: string }
