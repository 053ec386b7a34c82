import { insertDocuments } from '../../store/documents.ts'
import type { Tx } from '../../store/schema.ts'
import { translationsOf } from '../../store/translations.ts'

/** That an article of a corpus came as a file: what is purged of it goes with the file. It has no marks, and is written back into nothing. */
export async function linkCorpus(tx: Tx, fileId: string, articleId: string): Promise<void> {
  const translations = await translationsOf(tx, articleId)
  await insertDocuments(
    tx,
    translations.map(({ id }, number) => ({
      translation_id: id,
      file_id: fileId,
      number,
      key: articleId,
      marks: '[]',
      states: null,
      source_codes: null,
    })),
  )
}
