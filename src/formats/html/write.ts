/** A page that is ready for the web. */
import { bodyOf } from '../lib/body.ts'
import type { ExportedArticle } from '../format.ts'
import { writeBlocks } from './signs.ts'

export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char,
  )

const contentOf = (line: string): string =>
  /^[ \t\u2028]*$/.test(line) ? '<br>' : escapeHtml(line).replaceAll('\u2028', '<br>')
const writeLine = (line: string): string => `      <p>${contentOf(line)}</p>\n`

/** A `<p>` a paragraph; of an empty line one with a break. */
export const writeParagraphs = (text: string): string => text.split('\n').map(writeLine).join('')

/** `<article>` with a heading and a `<p>` a paragraph, on a page of its own; what came as Markdown has its headings, lists and quotations. */
export function writePage(article: ExportedArticle): string {
  const title = escapeHtml(article.title)
  const body = bodyOf(article)
  const written = article.isMarkdown ? writeBlocks(body, contentOf) : writeParagraphs(body)
  return `<!doctype html>
<html lang="${escapeHtml(article.language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
  </head>
  <body>
    <article>
      <h1>${title}</h1>
${written}    </article>
  </body>
</html>
`
}
