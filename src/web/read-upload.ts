import { readFile } from '../app/read-file.ts'
import { emptyDocument, type Document } from '../formats/document.ts'
import type { Upload } from './page.ts'

/** The first text of a file. */
export async function readUpload(upload: Upload): Promise<Document> {
  const { reading } = await readFile(upload)
  return reading.documents[0] ?? emptyDocument
}
