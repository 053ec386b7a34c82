import { decodeBytes } from '../text/decode.ts'
import { enterText } from '../text/entry.ts'
import { reading, type Document } from './document.ts'
import type { Format } from './format.ts'
import { readInline, writeInline, writeLiterally } from './markdown-inline.ts'

/** A paragraph of the file: its sign (`## `, `- `, `> `), its lines, and how many empty lines stood before it. */
interface Block {
  readonly sign: string
  readonly lines: string[]
  readonly gap: number
  /** words of the text already: from a fence */
  readonly verbatim: boolean
}

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/
const item = /^ {0,3}([-+*]|\d{1,9}[.)])[ \t]+(?=\S)/
const quote = /^ {0,3}>[ \t]?/
const fence = /^ {0,3}(`{3,}[^`]*|~{3,}.*)$/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const table = /^ {0,3}\|/

/** `title` and `lang` of a YAML front matter, which is no text. */
const frontMatter = (source: string): { readonly title: string; readonly language: string; readonly rest: string } => {
  const match = /^---\n((?:[^\n]*\n){0,200}?)---[ \t]*(?:\n|$)/.exec(source)
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'm')
      .exec(match?.[1] ?? '')?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? ''
  return {
    title: field('title'),
    language: field('lang') || field('language'),
    rest: source.slice(match?.[0].length ?? 0),
  }
}

/** Joins lines that were only wrapped; two spaces or a backslash at the end of a line are a line break, U+2028. */
const join = (lines: readonly string[]): string => {
  const wrapped = lines.map((line, index) => {
    const text = line.trimStart()
    if (index === lines.length - 1) return text.trimEnd()
    const breaks = /(?:  +|(?<!\\)(?:\\\\)*\\)$/.exec(text)
    return breaks ? `${text.slice(0, text.endsWith('\\') ? -1 : undefined).trimEnd()}<br>` : `${text.trimEnd()} `
  })
  return readInline(wrapped.join(''))
}

const blocksOf = (source: string): Block[] => {
  const blocks: Block[] = []
  let open: Block | null = null
  let gap = 0
  let inFence: string | null = null
  const begin = (sign: string, line: string, verbatim = false): Block => {
    const block = { sign, lines: [line], gap, verbatim }
    blocks.push(block)
    gap = 0
    return block
  }
  for (const line of source.replace(/\n$/, '').split('\n')) {
    if (inFence !== null) {
      if (line.trim().startsWith(inFence) && /^(.)\1*$/.test(line.trim())) inFence = null
      else begin('', line, true)
    } else if (line.trim() === '') {
      gap++
      open = null
    } else if (fence.test(line)) {
      inFence = line.trim().slice(0, 3)
      open = null
    } else if (open?.sign === '' && /^ {0,3}(=+|-+)[ \t]*$/.test(line)) {
      blocks[blocks.length - 1] = { ...open, sign: line.includes('=') ? '# ' : '## ' }
      open = null
    } else if (heading.test(line)) {
      const [, marks = '', words = ''] = heading.exec(line) ?? []
      begin(`${marks} `, words)
      open = null
    } else if (rule.test(line) || table.test(line)) {
      begin('', line)
      open = null
    } else if (item.test(line)) {
      const sign = item.exec(line)?.[1] ?? ''
      open = begin(`${sign} `, line.replace(item, ''))
    } else if (quote.test(line)) {
      const words = line.replace(quote, '')
      if (open?.sign === '> ') open.lines.push(words)
      else open = begin('> ', words)
    } else if (open) open.lines.push(line)
    else open = begin('', line)
  }
  // two line ends more than a file needs are an empty line that ends the text
  if (gap > 1) {
    gap -= gap % 2 === 0 ? 1 : 2
    begin('', '', true)
  }
  return blocks
}

/** The line of the text that a block is. */
const lineOf = (block: Block): string => {
  const words = block.verbatim ? block.lines.join('') : join(block.lines)
  return words === '' ? block.sign.trimEnd() : block.sign + words
}

const readSource = (source: string): Pick<Document, 'title' | 'text' | 'language'> => {
  const { title: named, language, rest } = frontMatter(source)
  const blocks = blocksOf(rest)
  const first = blocks.findIndex(block => block.sign.startsWith('#'))
  const isTitle = first >= 0 && (first === 0 || blocks[first]?.sign === '# ')
  const titleBlock = isTitle ? blocks[first] : undefined
  const lines: string[] = []
  for (const block of blocks) {
    if (block === titleBlock) continue
    // one empty line parts two paragraphs; two more are an empty line of the text
    for (let empty = 1; empty < block.gap; empty += 2) if (lines.length > 0 || titleBlock) lines.push('')
    lines.push(lineOf(block))
  }
  return { title: titleBlock ? join(titleBlock.lines) : named, text: enterText(lines.join('\n')), language }
}

/** Signs that a line of the text begins with stay signs: a subheading or an item of a list is one in the file too. */
const sign = /^(?:#{1,6} |[-+*] |\d{1,9}[.)] |> |(?=\|)|(?=-{3,}$|\*{3,}$|_{3,}$))/

/** Lightly, where that reads back as the very line; else literally. An empty line is one more empty line in the file. */
const writeLine = (line: string): string => {
  if (line === '') return ''
  const marks = sign.exec(line)?.[0] ?? ''
  const light = marks + line.slice(marks.length).split('\u2028').map(writeInline).join('\\\n')
  const blocks = blocksOf(light)
  return blocks.length === 1 && blocks[0] && lineOf(blocks[0]) === line ? light : writeLiterally(line)
}

const writeTitle = (title: string): string => {
  const light = `# ${writeInline(title)}`
  return readSource(light).title === title ? light : `# ${writeLiterally(title)}`
}

/** Markdown: the first heading is the title, other block signs stay in the text, emphasis and links leave their words. */
export const markdown = {
  id: 'md',
  label: 'Markdown',
  extensions: ['md', 'markdown'],
  mediaType: 'text/markdown',
  read: bytes => reading(readSource(enterText(decodeBytes(bytes).text))),
  write: article => `${writeTitle(article.title)}\n\n${article.text.split('\n').map(writeLine).join('\n\n')}\n`,
} as const satisfies Format
