import type { ExportedArticle } from '../format.ts'

/** The text below the title: without its first line, where that is the title. */
export function bodyOf({ text, titleIsFirstLine }: Pick<ExportedArticle, 'text' | 'titleIsFirstLine'>): string {
  if (!titleIsFirstLine) return text
  const lines = text.split('\n')
  const first = lines.findIndex(line => line.trim() !== '')
  return first < 0
    ? text
    : lines
        .slice(first + 1)
        .join('\n')
        .replace(/^(?:[^\S\n]*\n)+/, '')
}
