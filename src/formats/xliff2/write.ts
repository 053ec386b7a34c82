/** Articles as a new XLIFF 2.1 file. */
import type { ExportedArticle } from '../format.ts'
import { notesToAdd } from '../xliff/flags.ts'
import { contentOf, linesBeside, quoted } from '../xliff/write.ts'
import { noteElement } from './note.ts'

const states: Readonly<Record<string, string>> = { approved: 'final', corrected: 'reviewed' }

function fileOf(article: ExportedArticle, i: number): string {
  const { title, text, state } = article
  const notes = Map.groupBy(notesToAdd(article), ({ line }) => line)
  const sources = linesBeside(article)
  const units = text.split('\n').map((line, at) => {
    const own = (notes.get(at) ?? []).map(({ flag, note }) => `\n        ${noteElement('note', flag, note)}`) // prettier-ignore
    const noted = own.length === 0 ? '' : `\n      <notes>${own.join('')}\n      </notes>`
    return `    <unit id="u${at + 1}">${noted}
      <segment state="${states[state] ?? 'translated'}">
        <source>${contentOf(sources[at] ?? '')}</source>
        <target>${contentOf(line)}</target>
      </segment>
    </unit>
`
  })
  return `  <file id="f${i + 1}" original="${quoted(title)}" xml:space="preserve">
${units.join('')}  </file>
`
}

/** One language of a file, as the root says it: that of all articles, `mul` where they differ, `und` where none is known. */
const common = (languages: readonly string[], otherwise: string): string => {
  const different = new Set(languages.map(language => language || otherwise))
  return different.size > 1 ? 'mul' : ([...different][0] ?? otherwise)
}

export const writeFiles = (articles: readonly ExportedArticle[]): string => {
  const srcLang = common(articles.map(({ sourceLanguage }) => sourceLanguage), 'und') // prettier-ignore
  const trgLang = common(articles.map(({ language }) => language), 'sv') // prettier-ignore
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${quoted(srcLang)}" trgLang="${quoted(trgLang)}">
${articles.map(fileOf).join('')}</xliff>
`
}
