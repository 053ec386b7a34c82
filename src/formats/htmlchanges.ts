import { diffTexts } from '../text/diff/index.ts'
import { escapeHtml } from './html/write.ts'
import type { ExportedArticle, ExportedCorrection, ExportedFlag, Format } from './format.ts'

const style = `
      :root { color-scheme: light dark }
      body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif }
      p { white-space: pre-line; overflow-wrap: anywhere }
      ins { background: #d7f5dc; color: #0b3d17; text-decoration: underline }
      del { background: #fde0e0; color: #6b1010; text-decoration: line-through }
      .mark { white-space: nowrap; font-size: .8em }
      th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top }
      @media (prefers-color-scheme: dark) {
        ins { background: #123d1d; color: #c4f2cd }
        del { background: #4f1717; color: #fbd3d3 }
      }
      @media print {
        body { max-width: none; margin: 0 }
        ins, del { background: none; color: inherit }
        tr { break-inside: avoid }
      }`

/** A date that `datetime` takes; nothing for a time that no calendar has. */
const dateOf = (at: number): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}

type Known = Pick<ExportedCorrection, 'from' | 'to' | 'fromB' | 'toB'> & Partial<ExportedCorrection>

/** The corrections as they are known, where they make the one text of the other; else as a comparison finds them. */
function changesOf({ mtText, text, corrections }: ExportedArticle): readonly Known[] {
  let [a, b] = [0, 0]
  const holds = corrections.every(({ from, to, fromB, toB }) => {
    const same = from >= a && from <= to && toB >= fromB && mtText.slice(a, from) === text.slice(b, fromB)
    ;[a, b] = [to, toB]
    return same
  })
  if (holds && mtText.slice(a) === text.slice(b)) return corrections
  return diffTexts(mtText, text).hunks.map(({ fromA, toA, fromB, toB }) => ({ from: fromA, to: toA, fromB, toB }))
}

/** Who, when and what kind of error, for a person who points at it and for one who listens. */
function attributesOf({ author = '', at, category, severity }: Known): string {
  const date = at === undefined ? '' : dateOf(at)
  const told = [author, date.slice(0, 16).replace('T', ' '), category ? `${category} (${severity})` : '']
  const title = escapeHtml(told.filter(part => part !== '').join(', '))
  return (date && ` datetime="${date}"`) + (title && ` title="${title}" aria-description="${title}"`)
}

/** Text with what stands in it, as paragraphs are written: an element goes over no end of a paragraph. */
class Paragraphs {
  #lines: string[] = ['']

  add(text: string, element = '', attributes = ''): void {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) this.#lines.push('')
      if (line === '') continue
      const words = escapeHtml(line).replaceAll('\u2028', '<br>')
      this.#append(element ? `<${element}${attributes}>${words}</${element}>` : words)
    }
  }

  note(written: string): void {
    this.#append(written)
  }

  #append(written: string): void {
    this.#lines[this.#lines.length - 1] += written
  }

  toString(): string {
    return this.#lines.map(line => `      <p>${line || '<br>'}</p>\n`).join('')
  }
}

/** A deleted end of a paragraph has no place of its own in what is read: it is shown by its sign. */
const deleted = (text: string): string => text.replaceAll('\n', '¶ ')

function bodyOf(article: ExportedArticle, flags: readonly ExportedFlag[]): Paragraphs {
  const { mtText, text } = article
  const written = new Paragraphs()
  const notes = flags
    .map((flag, number) => ({ at: flag.place?.to ?? -1, number: number + 1 }))
    .filter(note => note.at >= 0)
    .sort((a, b) => a.at - b.at)
  let next = 0
  const put = (from: number, to: number, element = '', attributes = ''): void => {
    let at = from
    for (let note = notes[next]; note && note.at <= to; note = notes[++next]) {
      const stop = Math.max(at, note.at)
      written.add(text.slice(at, stop), element, attributes)
      written.note(`<a class="mark" id="at-${note.number}" href="#flag-${note.number}">[${note.number}]</a>`)
      at = stop
    }
    written.add(text.slice(at, to), element, attributes)
  }
  let at = 0
  for (const change of changesOf(article)) {
    put(at, change.fromB)
    const attributes = attributesOf(change)
    const removed = mtText.slice(change.from, change.to)
    if (removed !== '') written.add(deleted(removed), 'del', attributes)
    put(change.fromB, change.toB, 'ins', attributes)
    at = change.toB
  }
  put(at, text.length)
  return written
}

function flagRow(flag: ExportedFlag, number: number): string {
  const date = dateOf(flag.at)
  const time = date ? `<time datetime="${date}">${date.slice(0, 16).replace('T', ' ')}</time>` : ''
  const back = flag.place ? `<a href="#at-${number}">[${number}]</a>` : `[${number}]`
  const cells = [flag.words, flag.category, flag.severity, flag.comment, flag.suggestion, flag.author]
  const written = cells.map(cell => `<td>${escapeHtml(cell).replace(/[\n\u2028]/g, '<br>')}</td>`).join('')
  return `        <tr id="flag-${number}"><th scope="row">${back}</th>${written}<td>${time}</td><td>${escapeHtml(flag.status)}</td></tr>\n`
}

const words = {
  sv: { flags: 'Flaggor', heads: ['Nr', 'Ord', 'Kategori', 'Allvar', 'Kommentar', 'Förslag', 'Av', 'När', 'Läge'] },
  en: { flags: 'Flags', heads: ['No.', 'Words', 'Category', 'Severity', 'Comment', 'Suggestion', 'By', 'When', 'State'] },
} // prettier-ignore

function flagTable(flags: readonly ExportedFlag[], language: keyof typeof words): string {
  if (flags.length === 0) return ''
  const heads = words[language].heads.map(head => `<th scope="col">${head}</th>`).join('')
  return `    <section lang="${language}">
      <h2>${words[language].flags}</h2>
      <table>
        <tr>${heads}</tr>
${flags.map((flag, i) => flagRow(flag, i + 1)).join('')}      </table>
    </section>
`
}

/** A page for reading what was changed: `<ins>` and `<del>` with who made each change and when, the flags listed. No script. */
export const htmlChanges = {
  id: 'htmlchanges',
  label: 'HTML, ins/del',
  extensions: ['html'],
  mediaType: 'text/html',
  purpose: 'changes',
  write: article => {
    const title = escapeHtml(article.title)
    const language = /^(?!und)[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(article.language) ? article.language : 'sv'
    return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title || '–'}</title>
    <style>${style}
    </style>
  </head>
  <body>
    <article>
${article.titleIsFirstLine ? '' : `      <h1>${title || '–'}</h1>\n`}${bodyOf(article, article.flags).toString()}    </article>
${flagTable(article.flags, language.startsWith('sv') ? 'sv' : 'en')}  </body>
</html>
`
  },
} as const satisfies Format
