/** Reads and writes files in threads of their own, one file after another in each; so that nobody else waits for them. */
import type { ExportedArticle, Original, Outgoing, WriteOptions, Written } from '../../formats/format.ts'
import { gift } from './gift.ts'
import type { PreparedDocument } from './prepare-document.ts'
import type { FileToRead } from './read-file.ts'
import type { ReadLimits, ToldFile, UnpackedFile } from './read-job.ts'
import { createTurns, type Thread, type ThreadSettings } from './thread-turns.ts'

/** Documents that are written together; `upTo`: how many of the file's have been read then. */
export interface Batch {
  readonly documents: readonly PreparedDocument[]
  readonly upTo: number
}

/** A file that was read. Its documents are asked for only as fast as they are taken. */
export interface OpenFile {
  readonly told: ToldFile
  /** from a document on, in the file's order */
  readonly batches: (from: number) => AsyncGenerator<Batch>
}

export interface ReadThread {
  /**
   * Reads a file and gives what `use` makes of it; the next file waits until then.
   * @param why `import` where all of it is taken in, which may take minutes: nobody's preview waits for that
   * @throws Problem: those of the formats; file-heavy where it takes too long or too much memory, file-defect where the reader broke down
   */
  read<T>(
    file: FileToRead,
    limits: ReadLimits,
    use: (open: OpenFile) => Promise<T>,
    why?: 'preview' | 'import',
  ): Promise<T>
  /** The files of an archive, one by one. @throws as `read` */
  unpack<T>(
    file: FileToRead,
    limits: ReadLimits,
    use: (members: AsyncGenerator<UnpackedFile>) => Promise<T>,
  ): Promise<T>
  /**
   * A file as it came, with what was corrected in it. Documents are taken as they come, and not kept here.
   * @param format id of the format that writes it back
   * @param original its bytes go over to the thread: the caller has them no longer
   * @throws as `read`, and what `outgoing` throws
   */
  patch(format: string, original: Original, outgoing: AsyncIterable<Outgoing>): Promise<Written>
  /** A new file of articles. @param format id of a format that is written @throws as `read` */
  write(format: string, articles: Iterable<ExportedArticle>, options?: WriteOptions): Promise<Uint8Array>
  /** Ends the threads, and with them what is under way. */
  close(): Promise<void>
}

export function createReadThread(settings: Partial<ThreadSettings> = {}): ReadThread {
  const reading = createTurns(settings)
  const importing = createTurns(settings)
  // a thread of its own: who takes a file away does not wait for a long import
  const writing = createTurns(settings)
  return {
    read: (file, limits, use, why = 'preview') =>
      (why === 'import' ? importing : reading).inTurn(async of => {
        const answer = await of.ask({ ask: 'read', file, limits })
        if (answer.kind !== 'told') throw new Error('the thread answered something else')
        return use({ told: answer.told, batches: from => batchesOf(of, from, answer.told.mtHashes.length) })
      }),
    unpack: (file, limits, use) =>
      reading.inTurn(async of => {
        await of.ask({ ask: 'unpack', file, limits })
        return use(membersOf(of))
      }),
    patch: (format, original, outgoing) =>
      writing.inTurn(async of => {
        await of.ask({ ask: 'patch', format, original }, gift(original.bytes))
        for await (const each of outgoing) await of.ask({ ask: 'outgoing', outgoing: each })
        return written(of)
      }),
    write: (format, articles, options = {}) =>
      writing.inTurn(async of => {
        await of.ask({ ask: 'write', format, options })
        for (const article of articles) await of.ask({ ask: 'article', article })
        return (await written(of)).bytes
      }),
    async close() {
      await Promise.all([reading.close(), importing.close(), writing.close()])
    },
  }
}

async function written(thread: Thread): Promise<Written> {
  const answer = await thread.ask({ ask: 'finish' })
  if (answer.kind !== 'written') throw new Error('the thread answered something else')
  return { bytes: answer.bytes, warnings: answer.warnings }
}

async function* batchesOf(thread: Thread, from: number, documents: number): AsyncGenerator<Batch> {
  for (let at = from; at < documents;) {
    const answer = await thread.ask({ ask: 'next', from: at })
    if (answer.kind !== 'documents') return
    yield answer
    at = answer.upTo
  }
}

async function* membersOf(thread: Thread): AsyncGenerator<UnpackedFile> {
  for (;;) {
    const answer = await thread.ask({ ask: 'next', from: 0 })
    if (answer.kind !== 'member' || answer.member === null) return
    yield answer.member
  }
}
