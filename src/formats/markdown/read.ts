/** A Markdown file as it is read, with the place of every paragraph. */
import { emptyDocument, type Document, type Mark } from '../document.ts'
import { FormatError } from '../fault.ts'
import { blocksOf } from './blocks.ts'
import { lineOf, type MarkdownLine, type MarkdownMark } from './lines.ts'

export interface MarkdownFile {
  readonly document: Document
  /** a line of the text each; null where it is an empty line, for which the file has empty lines of its own */
  readonly lines: readonly (MarkdownLine | null)[]
  /** the heading that is the title; null where none is */
  readonly titleLine: MarkdownLine | null
  /** the words of `title:` in the front matter, with their range in the source */
  readonly titleField: { readonly text: string; readonly from: number; readonly to: number } | null
  readonly labels: ReadonlySet<string>
}

interface FrontMatter {
  readonly title: MarkdownFile['titleField']
  readonly language: string
  /** where the text begins */
  readonly end: number
}

/** `title` and `lang` of a YAML front matter, which is no text. */
function frontMatterOf(source: string): FrontMatter {
  const match = /^---\n((?:[^\n]*\n){0,200}?)---[ \t]*(?:\n|$)/.exec(source)
  const field = (name: string): MarkdownFile['titleField'] => {
    const found = new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(match?.[1] ?? '')
    if (!found) return null
    const written = (found[1] ?? '').trimEnd()
    const [, sign, inner = ''] = /^(["'])(.*)\1$/.exec(written) ?? []
    const from = 4 + found.index + found[0].length - (found[1] ?? '').length + (sign ? 1 : 0)
    const text = sign ? inner : written
    return { text, from, to: from + text.length }
  }
  const language = (field('lang') ?? field('language'))?.text ?? ''
  return { title: field('title'), language, end: match?.[0].length ?? 0 }
}

const plain = ({ id, kind, from, to, open, close, label, within, kept }: MarkdownMark): Mark => ({ id, kind, from, to, open, close, label, within, kept }) // prettier-ignore

const isNothing = (line: MarkdownLine): boolean =>
  line.text === '' && line.block.kind === 'text' && !line.marks.some(mark => mark.kept || mark.kind === 'pair')

/** Marks of a file: what is more would not fit into the memory that it is given. */
const mostMarks = 150_000
/** Paragraphs of a file, empty ones included. */
const mostLines = 150_000

/** @throws FormatError rows, markup */
export function readMarkdown(source: string): MarkdownFile {
  const { title: titleField, language, end } = frontMatterOf(source)
  const { blocks, labels, trailing } = blocksOf(source, end)
  const first = blocks.findIndex(block => block.sign.startsWith('#'))
  const titleBlock = first >= 0 && (first === 0 || blocks[first]?.sign === '# ') ? blocks[first] : undefined
  const titleLine = titleBlock ? lineOf({ ...titleBlock, sign: '', from: titleBlock.lines[0]?.from ?? 0 }, source, labels) : null // prettier-ignore
  const lines: (MarkdownLine | null)[] = []
  let found = 0
  const empty = (n: number): void => {
    if (lines.length + n > mostLines) throw new FormatError('Markdown', 'rows', { limit: mostLines })
    if (lines.length > 0 || titleBlock) for (let i = 0; i < n; i++) lines.push(null)
  }
  for (const block of blocks) {
    if (block === titleBlock) continue
    const line = lineOf(block, source, labels)
    if (isNothing(line)) continue
    found += line.marks.length
    if (found > mostMarks) throw new FormatError('Markdown', 'markup', { limit: mostMarks })
    // one empty line parts two paragraphs; two more are an empty line of the text
    empty(block.gap >> 1)
    lines.push(line)
  }
  empty(trailing)
  const texts = lines.map(line => line?.text ?? '')
  const marks: Mark[] = []
  let at = 0
  for (const [number, line] of lines.entries()) {
    const place = (id: string): string => (id === '' ? '' : `${number}.${id}`)
    for (const mark of line?.marks ?? [])
      marks.push({
        ...plain(mark),
        id: place(mark.id),
        within: place(mark.within),
        from: mark.from + at,
        to: mark.to + at,
      })
    at += (texts[number]?.length ?? 0) + 1
  }
  const title = titleLine?.text ?? titleField?.text ?? ''
  return {
    document: { ...emptyDocument, title: title.replace(/[\u2028\n]/g, ' '), text: texts.join('\n'), language, marks },
    lines, titleLine, titleField, labels,
  } // prettier-ignore
}
