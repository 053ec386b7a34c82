import type { ExportedArticle, WriteOptions } from '../../formats/format.ts'
import type { Writer } from '../../formats/index.ts'

/** Articles as a new file; of a format that holds one, the first. */
export const writeAnew = async (
  format: Writer,
  articles: readonly ExportedArticle[],
  options: WriteOptions = {},
): Promise<string | Uint8Array> => {
  if ('writeAll' in format && format.writeAll) return format.writeAll(articles, options)
  const [first] = articles
  return first && 'write' in format && format.write ? format.write(first) : ''
}
