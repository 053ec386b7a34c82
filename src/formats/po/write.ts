/** A new PO file of one article: its segments or paragraphs, each with its source. */
import type { ExportedArticle } from '../format.ts'
import { flagJson } from '../lib/flag-json.ts'
import { linesOf } from '../lib/lines.ts'
import { flagComment } from './catalog.ts'
import { escapeString, quoted } from './strings.ts'

const layout = { between: '\n', emptyFirst: true }
const field = (keyword: string, text: string): string => {
  const content = escapeString(text)
  return `${keyword} ${content === '' ? '""' : quoted(content, layout, keyword.length + 1)}\n`
}

/** `2025-06-18 09:00+0000` */
const date = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')}+0000`

function header(article: ExportedArticle): string {
  const { title, language, sourceLanguage, sourceText, system, address, revisions, exportedAt } = article
  const last = revisions.at(-1)
  const fields = [
    ['Project-Id-Version', title],
    ['PO-Revision-Date', date(last?.at ?? exportedAt)],
    ['Last-Translator', last?.author ?? ''],
    ['Language-Team', ''],
    ['Language', language.replaceAll('-', '_')],
    ['MIME-Version', '1.0'],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Content-Transfer-Encoding', '8bit'],
    ['X-Generator', 'Rödpenna'],
    ...(sourceText === '' ? [] : [['X-Source-Language', sourceLanguage.replaceAll('-', '_')]]),
    ...(system === '' ? [] : [['X-Rodpenna-System', system]]),
    ...(address === '' ? [] : [['X-Rodpenna-Address', address]]),
  ]
  const lines = fields.map(([name, value = '']) => `"${escapeString(`${name}: ${value.replace(/[\n\u2028]/g, ' ')}`)}\\n"\n`) // prettier-ignore
  return `msgid ""\nmsgstr ""\n${lines.join('')}`
}

/**
 * The corrected text, a line an entry. Its source is its `msgid`, where there is one beside it; else a name of the line (`p1`, `p2`), as in files of one
 * language. What stands in several entries, or is empty, gets a `msgctxt`, since no two may be alike. Flags are translator's comments.
 */
export function writeCatalog(article: ExportedArticle): string {
  const { text, sourceText, flags } = article
  const [lines, sources] = [linesOf(text), sourceText.split('\n')]
  const beside = sourceText !== '' && sources.length === lines.length
  const seen = new Set([''])
  const entries = lines.map((line, i) => {
    const id = beside ? (sources[i] ?? '') : `p${i + 1}`
    const context = seen.has(id) ? field('msgctxt', String(i + 1)) : ''
    seen.add(id)
    const comments = flags.flatMap(flag => {
      if (!flag.place || flag.place.from < line.from || flag.place.to > line.to) return []
      const span = { from: flag.place.from - line.from, to: flag.place.to - line.from }
      return [`# ${flagComment}${flagJson(flag, span)}\n`]
    })
    return `\n${comments.join('')}${context}${field('msgid', id)}${field('msgstr', text.slice(line.from, line.to))}`
  })
  return header(article) + (text === '' ? '' : entries.join(''))
}
