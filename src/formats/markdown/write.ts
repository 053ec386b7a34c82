/** An article as a new Markdown file. */
import { bodyOf } from '../lib/body.ts'
import type { ExportedArticle } from '../format.ts'
import { blocksOf } from './blocks.ts'
import { writeInline, writeLiterally } from './escape.ts'
import { lineOf } from './lines.ts'
import { readMarkdown } from './read.ts'

/** Signs that a line of the text begins with stay signs: a subheading or an item of a list is one in the file too. */
export const sign = /^(?:#{1,6} |[-+*] |\d{1,9}[.)] |> |(?=\|)|(?=-{3,}$|\*{3,}$|_{3,}$))/

/** Does this piece of a file read as one paragraph, and so? @param labels see `lineOf` */
export function readsAs(written: string, text: string, labels: ReadonlySet<string>): boolean {
  const { blocks } = blocksOf(written)
  const [only] = blocks
  return blocks.length === 1 && only !== undefined && lineOf(only, written, labels).text === text
}

const none: ReadonlySet<string> = new Set()

/** Lightly, where that reads back as the very line; else literally. An empty line is one more empty line in the file. */
export function writeLine(line: string): string {
  if (line === '') return ''
  const marks = sign.exec(line)?.[0] ?? ''
  const light = marks + line.slice(marks.length).split('\u2028').map(writeInline).join('\\\n')
  return readsAs(light, line, none) ? light : writeLiterally(line)
}

function writeTitle(title: string): string {
  const light = `# ${writeInline(title)}`
  return readMarkdown(light).document.title === title ? light : `# ${writeLiterally(title)}`
}

export const writeMarkdown = (article: ExportedArticle): string =>
  `${writeTitle(article.title)}\n\n${bodyOf(article).split('\n').map(writeLine).join('\n\n')}\n`
