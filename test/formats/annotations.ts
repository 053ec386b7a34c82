import { asExported } from '../../src/app/exports/as-exported.ts'
import type { Document } from '../../src/formats/document.ts'
import type { ExportedArticle } from '../../src/formats/format.ts'

/** An article that was imported from a document, and in which nothing was done since. */
export const imported = (document: Document): ExportedArticle => ({
  ...asExported(document, 0),
  language: document.language,
})
