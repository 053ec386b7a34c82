import type { ExportedArticle } from '../formats/format.ts'
import type { Writer } from '../formats/index.ts'

/** Articles as a new file; of a format that holds one, the first. */
export const writeAnew = async (format: Writer, articles: readonly ExportedArticle[]): Promise<string | Uint8Array> => {
  if ('writeAll' in format && format.writeAll) return format.writeAll(articles)
  const [first] = articles
  return first && 'write' in format && format.write ? format.write(first) : ''
}
