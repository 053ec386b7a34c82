/** Articles as a new XLIFF 1.2 file. */
import type { ExportedArticle } from '../format.ts'
import { contentOf, linesBeside, quoted } from '../xliff/write.ts'
import { notesToAdd } from '../xliff/flags.ts'
import { escapeXml } from '../lib/xml.ts'

const states: Readonly<Record<string, string>> = { approved: 'final', corrected: 'translated' }

function fileOf(article: ExportedArticle): string {
  const { state, title, sourceLanguage, language, text } = article
  const notes = Map.groupBy(notesToAdd(article), ({ line }) => line)
  const approved = state === 'approved' ? ' approved="yes"' : ''
  const sources = linesBeside(article)
  const units = text.split('\n').map((line, i) => {
    const own = notes.get(i) ?? []
    const noted = own.map(({ flag, note }) => `\n        <note${flag.author === '' ? '' : ` from="${quoted(flag.author)}"`} annotates="target">${escapeXml(note)}</note>`) // prettier-ignore
    return `      <trans-unit id="${i + 1}"${approved}>
        <source>${contentOf(sources[i] ?? '')}</source>
        <target state="${states[state] ?? 'needs-review-translation'}">${contentOf(line)}</target>${noted.join('')}
      </trans-unit>
`
  })
  return `  <file original="${quoted(title)}" source-language="${quoted(sourceLanguage || 'und')}" target-language="${quoted(language || 'sv')}" datatype="plaintext" xml:space="preserve">
    <body>
${units.join('')}    </body>
  </file>
`
}

export const writeFiles = (articles: readonly ExportedArticle[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
${articles.map(fileOf).join('')}</xliff>
`
