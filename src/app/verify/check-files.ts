import { createHash } from 'node:crypto'
import type { Mark } from '../../formats/document.ts'
import { allMarkPlaces, documentsWithMt, keptFiles, type DocumentWithMt } from '../../store/integrity.ts'
import { partsOf } from '../../store/files.ts'
import type { Db } from '../../store/schema.ts'

/** Something of a file that does not hold, and of which translation it is; '' where it is the file's own. */
export interface FileFault {
  readonly articleId: string
  readonly translationId: string
  readonly number: number
  readonly why: string
}

async function bytesFault(db: Db, file: { readonly id: string; readonly sha256: string }): Promise<string | null> {
  const hash = createHash('sha256')
  for await (const bytes of partsOf(db, file.id)) hash.update(bytes)
  return hash.digest('hex') === file.sha256 ? null : `the bytes of file ${file.id} have another hash`
}

function marksOf({ marks }: DocumentWithMt): readonly Mark[] | null {
  try {
    const read: unknown = JSON.parse(marks)
    return Array.isArray(read) ? (read as Mark[]) : null
  } catch {
    return null
  }
}

function markFault(document: DocumentWithMt): string | null {
  const marks = marksOf(document)
  if (!marks) return 'its marks cannot be read'
  const { length } = document.mt
  const outside = marks.find(({ from, to }) => !(from >= 0 && from <= to && to <= length))
  return outside ? `mark ${outside.id} stands outside of the machine translation` : null
}

/** That files have the bytes that came, marks stand in their MT, and marks put elsewhere are there and of revisions that are. */
export async function fileFaults(db: Db): Promise<FileFault[]> {
  const faults: FileFault[] = []
  for (const file of await keptFiles(db)) {
    const why = await bytesFault(db, file)
    if (why !== null) faults.push({ articleId: '', translationId: '', number: 0, why })
  }
  for await (const document of documentsWithMt(db)) {
    const { article_id: articleId, translation_id: translationId } = document
    const why = markFault(document)
    if (why !== null) faults.push({ articleId, translationId, number: 0, why })
  }
  for (const place of await allMarkPlaces(db)) {
    const { article_id: articleId, translation_id: translationId, revision, head_number, marks } = place
    const known = marks === null ? [] : (JSON.parse(marks) as readonly Mark[])
    const why = !known.some(({ id }) => id === place.mark)
      ? `mark ${place.mark} was put elsewhere, and there is none`
      : revision > head_number || place.span_from > place.span_to
        ? `mark ${place.mark} was put where there is no text`
        : null
    if (why !== null) faults.push({ articleId, translationId, number: revision, why })
  }
  return faults
}
