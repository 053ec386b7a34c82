/** A Markdown file with what was corrected in it, and nothing else changed. */
import { changeBetween, editsOf } from '../../text/change.ts'
import { FormatError } from '../fault.ts'
import type { ExportedArticle, Original, Outgoing, Written } from '../format.ts'
import { correctParagraphs, type CorrectedParagraphs } from '../lib/correct-paragraphs.ts'
import { placeMarks, weave } from '../lib/marks.ts'
import { openSource, patchFile } from '../lib/source-file.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import { blocksOf, type Block } from './blocks.ts'
import { contentOf, type Roles } from './content.ts'
import { writeInline, writeLiterally } from './escape.ts'
import { continuationOf, layOut, type Item } from './layout.ts'
import { lineOf, type MarkdownLine, type MarkdownMark } from './lines.ts'
import { readMarkdown, type MarkdownFile } from './read.ts'
import { writeLine } from './write.ts'

/** How the touched paragraphs are written: as lightly as they can be, with empty lines around, or literally too. The next is tried where the last does not read right. */
const ways = ['lightly', 'apart', 'literally'] as const
type Way = (typeof ways)[number]

function rolesOf({ lines }: MarkdownFile): Roles {
  const roles = new Map<string, MarkdownMark['role']>()
  for (const [number, line] of lines.entries())
    for (const mark of line?.marks ?? []) if (mark.role !== '') roles.set(`${number}.${mark.id}`, mark.role)
  return roles
}

/** A paragraph that was joined with the one before it has its sign, and stands where that stood: among the items of its list. */
function hostOf(lines: MarkdownFile['lines'], number: number | null, first: number | null): MarkdownLine | null {
  const [own, joined] = [number, first].map(each => (each === null ? null : (lines[each] ?? null)))
  return (own?.block.kind === 'text' && joined?.block.kind === 'text' ? joined : own) ?? null
}

function bodyEdits(
  file: MarkdownFile,
  source: string,
  corrected: CorrectedParagraphs,
  roles: Roles,
  way: Way,
): SourceEdit[] {
  const { lines, labels, titleLine } = file
  const standing = new Set<Block>()
  // the first heading of a file would be its title
  const isTitle = (text: string): boolean => way === 'literally' && !titleLine && text.startsWith('#')
  const removedLines = new Set(corrected.removed)
  const items = corrected.lines.map((line): Item => {
    const place = line.host !== null && line.begins !== null && removedLines.has(line.begins) ? line.begins : line.host
    const host = hostOf(lines, line.host, place)
    const keeps = line.marks.some(({ mark }) => mark.kept || mark.kind === 'point')
    if (line.text === '' && host?.block.kind !== 'fence' && !keeps) return { kind: 'empty' }
    if (host && line.untouched && (host.block.kind === 'fence' || !isTitle(line.text))) {
      standing.add(host.block)
      return { kind: 'host', block: host.block, text: line.text, content: null }
    }
    const like = lines[line.like] ?? null
    const kind = host ?? (line.split ? like : null)
    const [from] = host?.block.lines ?? []
    const sign = host && from ? { text: host.block.sign, written: source.slice(host.block.from, from.from + leading(source, from.from, from.to)) } : null // prettier-ignore
    const { text } = line
    const inFence = host?.block.kind === 'fence'
    const paragraph = { from: line.from, to: line.to, whole: corrected.text, marks: line.marks, sign, indentation: continuationOf(kind, source) } // prettier-ignore
    const content = inFence
      ? text
      : isTitle(text)
        ? writeLiterally(text)
        : contentOf(paragraph, roles, labels, way === 'literally')
    if (!host) return { kind: 'new', text, content, splitFrom: line.split ? (like?.block ?? null) : null }
    standing.add(host.block)
    return { kind: 'host', block: host.block, text, content }
  })
  const blocks = lines.flatMap(line => line?.block ?? [])
  const removed = blocks.filter(block => !standing.has(block))
  const lastBlock = lines.findLastIndex(line => line !== null)
  const isFirst = titleLine && (blocks[0] === undefined || titleLine.block.lead < blocks[0].lead)
  return layOut({
    source, items, removed, title: isFirst ? titleLine.block : null, trailing: lines.length - 1 - lastBlock, apart: way !== 'lightly',
  }) // prettier-ignore
}

const leading = (source: string, from: number, to: number): number => {
  const words = source.slice(from, to)
  return words.length - words.trimStart().length
}

/** A value of YAML on one line, in the quotes that it had. */
function writeField(title: string, quote: string): string {
  if (quote === '"') return JSON.stringify(title).slice(1, -1)
  if (quote === "'") return title.replaceAll("'", "''")
  return /^[\w\u00c0-\uffff](?:[^:#]|:(?! |$)|(?<! )#)*$/u.test(title) ? title : JSON.stringify(title)
}

function titleEdits(file: MarkdownFile, source: string, title: string): SourceEdit[] {
  const { document, titleLine, titleField } = file
  if (document.title === '' || title === '' || title === document.title) return []
  const edits: SourceEdit[] = []
  if (titleLine) {
    const { block, text, marks } = titleLine
    const plain = text.replaceAll('\u2028', ' ')
    const placed = placeMarks(plain, marks, editsOf(changeBetween(plain, title))).filter(each => each.mark.kind !== 'pair' || !each.gone) // prettier-ignore
    const trailer =
      marks.findLast(mark => mark.kind === 'raw' && mark.from === mark.to && mark.to === text.length)?.open ?? ''
    const before = source.slice(block.lead, block.from)
    const reads = (written: string): boolean => {
      const whole = before + written
      const [only, ...more] = blocksOf(whole).blocks
      return only !== undefined && more.length === 0 && only.sign.startsWith('#') && lineOf({ ...only, sign: '', from: only.lines[0]?.from ?? 0 }, whole, file.labels).text === title // prettier-ignore
    }
    const candidates = [
      weave(title, placed, { from: 0, to: title.length }, writeInline),
      writeInline(title) + trailer,
      writeLiterally(title) + trailer,
    ]
    edits.push({ from: block.from, to: block.to, insert: candidates.find(reads) ?? writeLiterally(title) + trailer })
  }
  if (titleField?.text === document.title) {
    const quote = source.charAt(titleField.from - 1)
    edits.push({ from: titleField.from, to: titleField.to, insert: writeField(title, /["']/.test(quote) ? quote : '') })
  }
  return edits
}

/** All paragraphs anew, behind what stands before the first of them. */
function wholeEdits(file: MarkdownFile, source: string, { text }: ExportedArticle): SourceEdit[] {
  const first = file.lines.find(line => line !== null)?.block
  const title = file.titleLine?.block
  const from = Math.min(first?.border ?? source.length, title && (!first || title.lead < first.lead) ? title.to + 1 : source.length)
  const behind = title && first && title.lead > first.lead ? source.slice(title.lead, title.to) : ''
  return [{ from: Math.min(from, source.length), to: source.length, insert: `${from > 0 ? '\n' : ''}${behind}${behind ? '\n\n' : ''}${text.split('\n').map(line => (!title && line.startsWith('#') ? writeLiterally(line) : writeLine(line))).join('\n\n')}\n` }]
} // prettier-ignore

/** @throws Problem as reading does */
export function patchMarkdown({ bytes }: Original, [outgoing]: readonly Outgoing[]): Written {
  if (!outgoing) return { bytes, warnings: [] }
  const opened = openSource(bytes, '', 'Markdown')
  const source = opened.entered
  const file = readMarkdown(source)
  const { article } = outgoing
  const corrected = correctParagraphs(file.document, outgoing)
  const titles = titleEdits(file, source, article.title)
  const roles = rolesOf(file)
  const isSame = article.text === file.document.text && outgoing.placed.size === 0
  // a file without a heading cannot begin with empty lines
  const settled = (text: string): string => (file.titleLine ? text : text.replace(/^\n+/, ''))
  const readsRight = (edits: readonly SourceEdit[]): boolean => {
    try {
      return settled(readMarkdown(patchSource(source, edits)).document.text) === settled(article.text)
    } catch (error) {
      if (error instanceof RangeError || error instanceof FormatError) return false
      throw error
    }
  }
  for (const way of ways) {
    const edits = isSame ? titles : [...titles, ...bodyEdits(file, source, corrected, roles, way)]
    if (edits.length > 0 && !readsRight(edits)) continue
    const { bytes: written, warnings } = patchFile(opened, edits, true)
    return { bytes: written, warnings: [...corrected.warnings, ...warnings] }
  }
  const { bytes: written, warnings } = patchFile(opened, wholeEdits(file, source, article), true)
  const n = file.document.marks.filter(mark => mark.kept || mark.kind === 'pair').length
  return { bytes: written, warnings: [...corrected.warnings, ...warnings, { code: 'markup-lost', n }] }
}
