import { statesOfDocument } from '../../store/documents.ts'
import type { Db } from '../../store/schema.ts'
import type { FileStates } from '../../text/file-state.ts'

/** What the file that a translation came in says of its segments; null where it says nothing, or there was no file. */
export async function fileStatesOf(db: Db, translationId: string): Promise<FileStates | null> {
  const states = await statesOfDocument(db, translationId)
  return states === null ? null : (JSON.parse(states) as FileStates)
}
