/** The blocks of a Markdown file with their places in it: what is a paragraph of the text, and what stands around. */
import type { Span } from '../../text/span.ts'

/** A paragraph of the file: its sign (`## `, `- `, `> `), its lines, and how many empty lines stood before it. Offsets are of the source. */
export interface Block extends Span {
  readonly sign: string
  readonly kind: 'text' | 'fence' | 'row'
  /** of the words of each line, white space at their ends included */
  readonly lines: readonly Span[]
  /** `from`, `to`: from the sign to the last word, or to what closes a heading; `lead`: where its first line begins */
  readonly lead: number
  readonly gap: number
  /** where these end: at `lead`, or where the fence begins of which it is the first line */
  readonly border: number
}

export interface Blocks {
  readonly blocks: readonly Block[]
  /** labels that links refer to, folded */
  readonly labels: ReadonlySet<string>
  /** empty lines of the text at its end */
  readonly trailing: number
}

const item = /^[ \t]*([-+*]|\d{1,9}[.)])[ \t]+(?=\S)/
/** A number that no list begins with in the midst of a paragraph: a year at the beginning of a line. */
const numbered = /^ {0,3}(?!0*1[.)])\d/
const quote = /^ {0,3}>[ \t]?/
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
/** Characters of a rule: the pattern needs a stack as deep as a line is long. */
const longestRule = 10_000
const table = /^ {0,3}\|/
const underline = /^ {0,3}(=+|-+)[ \t]*$/
const hashes = /^ {0,3}(#{1,6})(?=[ \t]|$)/
const definition =
  /^ {0,3}\[(?!\^)((?:\\.|[^\\[\]]){1,999})\]:[ \t]*(?:<[^<>]{0,2000}>|[^\s<]\S{0,2000})[ \t]*(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\))?[ \t]*$/
const onlyTags = /^ {0,3}(?:<!--[^>]{0,2000}-->|<\/?[a-z][^<>]{0,2000}>|[ \t]){1,100}$/i
const image = /<(?:img|br|video|iframe)\b/i

/** How labels are compared: without regard to case and white space (CommonMark 0.31, 4.7). */
export const foldLabel = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()

type Open = { -readonly [K in keyof Block]: Block[K] } & { lines: Span[] }

/** Where the words of a heading end: before white space and the hashes that close it. */
function headingEnd(source: string, from: number, to: number): number {
  let end = to
  const skip = (chars: string): void => {
    while (end > from && chars.includes(source.charAt(end - 1))) end--
  }
  skip(' \t')
  const words = end
  skip('#')
  const closed = end === from || ' \t'.includes(source.charAt(end - 1))
  if (!closed || end === words) end = words
  skip(' \t')
  return end
}

/** @param start where the text begins, behind a front matter */
export function blocksOf(source: string, start = 0): Blocks {
  const blocks: Open[] = []
  const labels = new Set<string>()
  let open: Open | null = null
  let gap = 0
  let border = start
  let opening: number | null = null
  let inFence: string | null = null
  let isList = false
  const ending = source.length - (source.length > start && source.endsWith('\n') ? 1 : 0)
  const begin = (sign: string, kind: Block['kind'], lead: number, from: number, words: Span): Open => {
    const block: Open = {
      sign,
      kind,
      lead,
      from,
      to: words.to,
      lines: [words],
      gap,
      border: opening ?? (gap > 0 ? border : lead),
    }
    opening = null
    blocks.push(block)
    gap = 0
    return block
  }
  for (let lead = start; lead <= ending;) {
    const newline = source.indexOf('\n', lead)
    const to = newline < 0 || newline > ending ? ending : newline
    const line = source.slice(lead, to)
    const next = to + 1
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    const all = { from: lead, to }
    const place = (length: number): Span => ({ from: lead + length, to })
    const isText = open?.kind === 'text' ? open : null
    if (inFence !== null) {
      const closing = line.trim()
      if (closing.startsWith(inFence) && closing === inFence.charAt(0).repeat(closing.length)) {
        inFence = null
        opening = null
      } else begin('', 'fence', lead, lead, all)
    } else if (line.trim() === '') {
      gap++
      border = next
      open = null
    } else if (fence.test(line) || (isList && /^[ \t]+(?:`{3,}[^`]*|~{3,}.*)$/.test(line))) {
      opening = gap > 0 ? border : lead
      inFence = /^(`+|~+)/.exec(line.trimStart())?.[0] ?? '```'
      open = null
    } else if (isText?.sign === '' && underline.test(line)) {
      isText.sign = line.includes('=') ? '# ' : '## '
      isText.to = to
      open = null
    } else if (hashes.test(line)) {
      const head = hashes.exec(line)
      const sign = head?.[1] ?? ''
      const from = lead + (head?.[0].length ?? 0)
      const words = source.slice(from, to).length - source.slice(from, to).trimStart().length + from
      const block = begin(`${sign} `, 'text', lead, lead + indent, { from: words, to: headingEnd(source, words, to) })
      block.to = to
      open = null
      isList = false
    } else if ((line.length < longestRule && rule.test(line)) || table.test(line)) {
      begin('', 'row', lead, lead + indent, place(indent))
      open = null
    } else if (item.test(line) && (indent <= 3 || isList || !isText) && (isList || !isText || !numbered.test(line))) {
      const found = item.exec(line)
      open = begin(`${found?.[1] ?? ''} `, 'text', lead, lead + indent, place(found?.[0].length ?? 0))
      isList = true
    } else if (quote.test(line)) {
      const words = place(quote.exec(line)?.[0].length ?? 0)
      if (source.slice(words.from, words.to).trim() === '') {
        // it parts two paragraphs of a quotation
        open = null
      } else if (isText?.sign === '> ') isText.lines.push(words)
      else open = begin('> ', 'text', lead, lead + indent, words)
      isList = false
    } else if (isText) isText.lines.push(all)
    else if (definition.test(line)) {
      labels.add(foldLabel(definition.exec(line)?.[1] ?? ''))
      gap = 0
    } else if (onlyTags.test(line) && !image.test(line)) {
      gap = 0
    } else {
      if (indent === 0) isList = false
      open = begin('', 'text', lead, lead + indent, place(indent))
    }
    lead = next
  }
  return { blocks: blocks.map(block => settled(block, source)), labels, trailing: gap >> 1 }
}

/** White space at the end of the last line is none of the block's, but for a fence, where it is text. */
function settled(block: Open, source: string): Block {
  const last = block.lines.at(-1)
  if (block.kind === 'fence' || !last) return block
  let end = Math.max(block.to, last.to)
  while (end > block.from && /\s/.test(source.charAt(end - 1))) end--
  return { ...block, to: end }
}
