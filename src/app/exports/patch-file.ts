import type { Format, Outgoing, Written } from '../../formats/format.ts'
import { documentsOfFile, fileOfTranslation, touchedDocuments } from '../../store/documents.ts'
import type { Row } from '../../store/schema.ts'
import type { Deps } from '../deps.ts'
import { exportedHead } from './exported-article.ts'
import { findBareHead, withSteadyHead, type Which } from '../find-head.ts'
import { markedHead } from '../marks/placed-marks.ts'
import { fileToRead } from '../imports/preview-files.ts'

/** The file that a translation came in; null where it came without one, or the file is gone. @throws as `findBareHead` */
export async function fileOf(deps: Deps, which: Which): Promise<Row<'file'> | null> {
  const { db } = deps.store
  const { id } = await findBareHead(db, which)
  return fileOfTranslation(db, id)
}

type Patcher = Format & Required<Pick<Format, 'patch'>>

/** Does the format write this file back? */
export const patches = (format: Format, file: Row<'file'> | null): format is Patcher =>
  file !== null && format.patch?.of === file.format

/** What has become of its documents that anything has become of, read as they are asked for. */
async function* outgoingOf(deps: Deps, file: Row<'file'>): AsyncGenerator<Outgoing> {
  const { db } = deps.store
  const all = await documentsOfFile(db, file.id)
  // of many, most are as they came: a format leaves alone what it is told nothing of
  const told = all.length > 1 ? await touchedDocuments(db, file.id) : all
  for (const { translation_id: translationId, number } of told)
    yield withSteadyHead(db, { translationId }, async head => {
      const [article, marked] = [await exportedHead(deps, head), await markedHead(deps, head)]
      return { number, article, edits: marked?.edits ?? [], placed: marked?.put ?? new Map() }
    })
}

/**
 * A file as it came, with all that has been corrected in it by now; made in a thread.
 * @throws FormatError, file-heavy, file-defect, and Problems of whatever was purged meanwhile
 */
export async function patchFile(deps: Deps, file: Row<'file'>, format: Patcher): Promise<Written> {
  const { name, bytes, mapping } = await fileToRead(deps.store.db, file)
  return deps.reader.patch(format.id, { name, bytes, mapping }, outgoingOf(deps, file))
}
