/** A page as it is read: its article, with the place of every paragraph. */
import iconv from 'iconv-lite'
import type { Span } from '../../text/span.ts'
import { emptyDocument, type Document, type Mark } from '../document.ts'
import { FormatError } from '../fault.ts'
import type { Limits } from '../limits.ts'
import { openSource, type SourceFile } from '../lib/source-file.ts'
import { lineOf, type PageLine } from './lines.ts'
import { segmentsOf } from './segments.ts'
import { attribute, find, isElement, isText, mostTags, treeOf, type Element, type Node } from './tree.ts'

export interface Page {
  readonly document: Document
  /** what is its text; the same number as lines of `document.text`, but none where that is empty */
  readonly lines: readonly Omit<PageLine, 'marks'>[]
  /** of the heading that is the title */
  readonly titleLines: readonly PageLine[]
  /** the words of `<title>`, with their range in the source; null where the page has none */
  readonly titleTag: { readonly text: string; readonly from: number; readonly to: number } | null
  /** the inside of what holds the article, in the source */
  readonly root: Span
}

/** The encoding that a page names in its first kilobyte (HTML standard, 13.2.3.2, simplified); '' where it has to be found out. */
function namedEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
  if (/^(utf-?8|utf-16.*|windows-1252|iso-8859-1|latin1|us-ascii|)$/.test(label) || !iconv.encodingExists(label))
    return ''
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return label
  } catch {
    return ''
  }
}

/** @throws Problem of decoding and of `enterText` */
export const openPage = (bytes: Uint8Array): SourceFile => openSource(bytes, namedEncoding(bytes), 'HTML')

function linesOfPart(root: Node, source: string, without?: Element): PageLine[] {
  const lines: PageLine[] = []
  let marks = 0
  for (const segment of segmentsOf(root, without)) {
    const line = lineOf(segment, source)
    if (!line) continue
    marks += line.marks.length
    if (marks > mostTags) throw new FormatError('HTML', 'markup', { limit: mostTags })
    lines.push(line)
  }
  return lines
}

const titleOf = (lines: readonly PageLine[]): string =>
  lines
    .map(line => line.text)
    .join(' ')
    .replaceAll('\u2028', ' ')

/** What stands between the tags of an element, or all of a page that has none. */
function insideOf(root: Node, source: string): Span {
  const place = isElement(root) ? root.sourceCodeLocation : undefined
  const from = place?.startTag?.endOffset ?? place?.startOffset ?? 0
  return { from, to: Math.max(from, place?.endTag?.startOffset ?? place?.endOffset ?? source.length) }
}

/** @throws FormatError depth, markup */
export function readPage(source: string, limits?: Limits): Page {
  const tree = treeOf(source, limits)
  const all = find(tree, 'html', 'body', 'main', 'article', 'title', 'h1')
  const only = (elements: readonly Element[]): Element | undefined => (elements.length === 1 ? elements[0] : undefined)
  const root = only(all.article) ?? only(all.main) ?? only(all.body) ?? tree
  const inside = find(root, 'h1').h1[0]
  const heading = inside ? linesOfPart(inside, source) : []
  const outside = titleOf(heading) === '' ? all.h1[0] : undefined
  const titleLines = outside && outside !== inside ? linesOfPart(outside, source) : heading
  const words = all.title.find(element => element.namespaceURI.endsWith('xhtml'))?.childNodes[0]
  const place = words && isText(words) ? words.sourceCodeLocation : undefined
  const titleTag = words && isText(words) && place ? { text: words.value.replace(/\s+/g, ' ').trim(), from: place.startOffset, to: place.endOffset } : null // prettier-ignore
  const language = attribute(all.html[0] ?? (all.body[0] as Element), 'lang') ?? ''
  const marks: Mark[] = []
  let at = 0
  const lines = linesOfPart(root, source, inside).map(({ marks: own, ...line }, number) => {
    const prefix = `${number}.`
    for (const { id, kind, from, to, open, close, label, within, kept } of own)
      marks.push({ id: prefix + id, kind, from: from + at, to: to + at, open, close, label, within: within && prefix + within, kept }) // prettier-ignore
    at += line.text.length + 1
    return line
  })
  const document: Document = {
    ...emptyDocument,
    title: titleOf(titleLines) || (titleTag?.text ?? ''),
    text: lines.map(line => line.text).join('\n'),
    language: language.split('-')[0]?.toLowerCase() ?? '',
    marks,
  }
  return { document, lines, titleLines, titleTag, root: insideOf(root, source) }
}
