/** A page with what was corrected in it, and nothing else changed. */
import { changeBetween, editsOf } from '../../text/change.ts'
import { FormatError } from '../fault.ts'
import type { ExportedArticle, Original, Outgoing, Written } from '../format.ts'
import { correctParagraphs, type CorrectedParagraphs, type CorrectedParagraph } from '../lib/correct-paragraphs.ts'
import { placeMarks, weave, type PlacedMark } from '../lib/marks.ts'
import { patchFile } from '../lib/source-file.ts'
import { patchSource, type SourceEdit } from '../lib/patch-source.ts'
import { insertionAt, removalOf } from './elements.ts'
import { escapeText, escapeVerbatim } from './lines.ts'
import { openPage, readPage, type Page } from './read.ts'
import { writeParagraphs } from './write.ts'

type BodyLine = Page['lines'][number]

/** How much of the page is kept; the next is tried where a page would not read as it should. */
type Care = 'all' | 'elements' | 'words'

/** As reading leaves it: spaces are one, none at the ends or beside a break. */
const settled = (line: string): string =>
  line
    .replace(/[ \t\n\f\r]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\u2028')
    .replace(/^[ \u2028]+|[ \u2028]+$/g, '')
const settledText = (text: string): string => text.split('\n').map(settled).join('\n')

const isBreak = ({ mark }: PlacedMark): boolean => /^(?:<br\b[^>]*>|\s)+$/i.test(mark.open)

/** White space that stands for no character stays where it can be none. */
function fits(placed: PlacedMark, line: CorrectedParagraph, text: string): boolean {
  const { mark, from, to } = placed
  if (mark.kind !== 'raw' || from < to || !isBreak(placed)) return true
  if (/<br/i.test(mark.open)) return line.text === ''
  const atEdge = from === line.from || from === line.to
  return atEdge || /[ \u2028]/.test(text.charAt(from - 1) + text.charAt(from))
}

/** The inside of a paragraph. */
function contentOf(line: CorrectedParagraph, text: string, verbatim: boolean, care: Care): string {
  const marks = line.marks.filter(
    each => fits(each, line, text) && (care === 'all' || each.mark.kept || each.mark.kind === 'point' || (care === 'elements' && each.mark.kind !== 'raw')),
  ) // prettier-ignore
  const content = weave(text, marks, line, verbatim ? escapeVerbatim : escapeText)
  return settled(line.text) === '' && !marks.some(each => /<br/i.test(each.mark.open)) ? `${content}<br>` : content
}

function bodyEdits(page: Page, source: string, corrected: CorrectedParagraphs, care: Care): SourceEdit[] {
  const edits: SourceEdit[] = []
  const { lines } = page
  const lineAt = (number: number | null): BodyLine | undefined => (number === null ? undefined : lines[number])
  const nextHosted: (BodyLine | undefined)[] = []
  for (let i = corrected.lines.length - 1, next: BodyLine | undefined; i >= 0; i--) {
    nextHosted[i] = next
    next = lineAt(corrected.lines[i]?.host ?? null) ?? next
  }
  let last: BodyLine | undefined
  for (const [i, line] of corrected.lines.entries()) {
    const host = lineAt(line.host)
    const like = lineAt(line.like)
    if (host) {
      last = host
      if (line.untouched) continue
      const insert = contentOf(line, corrected.text, host.verbatim, care)
      if (insert !== source.slice(host.from, host.to)) edits.push({ from: host.from, to: host.to, insert })
      continue
    }
    const next = nextHosted[i]
    const beside = next && (next === like || !last) ? { line: next, before: true } : last ? { line: last, before: false } : null // prettier-ignore
    const verbatim = beside?.line.verbatim === true && beside.line.fills
    const content = contentOf(line, corrected.text, verbatim, care)
    edits.push(insertionAt(beside, page.root, source, content, line.split))
  }
  for (const number of corrected.removed) {
    const line = lineAt(number)
    if (line) edits.push(removalOf(line, source, corrected.left.get(number) ?? [], care === 'all'))
  }
  return edits
}

function titleEdits(page: Page, title: string): SourceEdit[] {
  const old = page.document.title
  if (old === '' || title === '' || title === old) return []
  const edits: SourceEdit[] = []
  const [first, ...others] = page.titleLines
  if (first) {
    const plain = first.text.replaceAll('\u2028', ' ')
    const placed = placeMarks(plain, first.marks, editsOf(changeBetween(plain, title)))
    const marks = placed.filter(each => !each.gone || each.mark.kind !== 'pair' || each.mark.kept)
    const insert =
      others.length > 0 ? escapeText(title) : weave(title, marks, { from: 0, to: title.length }, escapeText)
    edits.push({ from: first.from, to: first.to, insert })
    for (const { from, to } of others) edits.push({ from, to, insert: '' })
  }
  const { titleTag } = page
  if (titleTag?.text.startsWith(old))
    edits.push({ from: titleTag.from, to: titleTag.to, insert: escapeText(title + titleTag.text.slice(old.length)) })
  return edits
}

/** The article anew, in the place of all that it was. */
function wholeEdits(page: Page, article: ExportedArticle): SourceEdit[] {
  const { from, to } = page.root
  const first = page.titleLines[0]
  const title = page.document.title === '' ? '' : article.title || page.document.title
  const heading = first && first.from >= from && first.to <= to ? `<h1>${escapeText(title)}</h1>\n` : ''
  return [{ from, to, insert: `\n${heading}${writeParagraphs(article.text)}` }]
}

/** @throws Problem as reading does */
export function patchPage({ bytes }: Original, [outgoing]: readonly Outgoing[]): Written {
  if (!outgoing) return { bytes, warnings: [] }
  const file = openPage(bytes)
  const source = file.entered
  const page = readPage(source)
  const { article } = outgoing
  const corrected = correctParagraphs(page.document, outgoing)
  const isSame = article.text === page.document.text && outgoing.placed.size === 0
  const wanted = settledText(article.text)
  const titles = titleEdits(page, article.title)
  const readsRight = (edits: readonly SourceEdit[]): boolean => {
    try {
      return settledText(readPage(patchSource(source, edits)).document.text) === wanted
    } catch (error) {
      // two edits of one place, in a page whose tree is not as it is written; or more markup than is read
      if (error instanceof RangeError || error instanceof FormatError) return false
      throw error
    }
  }
  for (const care of ['all', 'elements', 'words'] as const) {
    const edits = isSame ? titles : [...titles, ...bodyEdits(page, source, corrected, care)]
    if (edits.length > 0 && !readsRight(edits)) continue
    const { bytes: written, warnings } = patchFile(file, edits, true)
    return { bytes: written, warnings: [...corrected.warnings, ...warnings] }
  }
  const written = patchFile(file, wholeEdits(page, article), true)
  const codes = page.document.marks.filter(mark => mark.kept || mark.kind === 'pair').length
  return {
    bytes: written.bytes,
    warnings: [...corrected.warnings, ...written.warnings, { code: 'markup-lost', n: codes }],
  }
}
