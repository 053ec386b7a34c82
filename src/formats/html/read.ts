/** A page as it is read: its article, with the place of every paragraph. */
import iconv from 'iconv-lite'
import { type Document, emptyDocument } from '../document.ts'
import type { Limits } from '../limits.ts'
import { openSource, type SourceFile } from '../lib/source-file.ts'
import { lineOf, type PageLine } from './lines.ts'
import { segmentsOf } from './segments.ts'
import { attribute, find, isElement, isText, treeOf, type Element, type Node } from './tree.ts'

export interface Page {
  readonly document: Document
  /** what is its text; the same number as lines of `document.text`, but none where that is empty */
  readonly lines: readonly PageLine[]
  /** of the heading that is the title */
  readonly titleLines: readonly PageLine[]
  /** the words of `<title>`, with their range in the source; null where the page has none */
  readonly titleTag: { readonly text: string; readonly from: number; readonly to: number } | null
  /** the element that holds the article; null where it has no tags */
  readonly root: Element | null
  /** whether every paragraph stands in the source where the tree has it */
  readonly ordered: boolean
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

const linesOfPart = (root: Node, source: string, without?: Element) => {
  const { segments, ordered } = segmentsOf(root, without)
  const lines = segments.flatMap(segment => lineOf(segment, source) ?? [])
  return { lines, ordered: ordered && lines.every((line, i) => line.from >= (lines[i - 1]?.to ?? 0)) }
}

const titleOf = (lines: readonly PageLine[]): string =>
  lines
    .map(line => line.text)
    .join(' ')
    .replaceAll('\u2028', ' ')

/** @throws FormatError depth */
export function readPage(source: string, limits?: Limits): Page {
  const tree = treeOf(source, limits)
  const only = (tagName: string): Element | undefined => {
    const all = find(tree, tagName)
    return all.length === 1 ? all[0] : undefined
  }
  const root = only('article') ?? only('main') ?? only('body') ?? tree
  const inside = find(root, 'h1')[0]
  const heading = inside ? linesOfPart(inside, source).lines : []
  const outside = titleOf(heading) === '' ? find(tree, 'h1')[0] : undefined
  const titleLines = outside && outside !== inside ? linesOfPart(outside, source).lines : heading
  const words = find(tree, 'title').find(element => element.namespaceURI.endsWith('xhtml'))?.childNodes[0]
  const place = words && isText(words) ? words.sourceCodeLocation : undefined
  const titleTag = words && isText(words) && place ? { text: words.value.replace(/\s+/g, ' ').trim(), from: place.startOffset, to: place.endOffset } : null // prettier-ignore
  const language = attribute(find(tree, 'html')[0] ?? (find(tree, 'body')[0] as Element), 'lang') ?? ''
  const { lines, ordered } = linesOfPart(root, source, inside)
  let at = 0
  const marks = lines.flatMap(({ text, marks: own }, number) => {
    const [start, prefix] = [at, `${number}.`]
    at += text.length + 1
    return own.map(mark => ({
      ...mark,
      id: prefix + mark.id,
      within: mark.within === '' ? '' : prefix + mark.within,
      from: mark.from + start,
      to: mark.to + start,
    }))
  })
  const document: Document = {
    ...emptyDocument,
    title: titleOf(titleLines) || (titleTag?.text ?? ''),
    text: lines.map(line => line.text).join('\n'),
    language: language.split('-')[0]?.toLowerCase() ?? '',
    marks,
  }
  const hasTags = isElement(root) && root.sourceCodeLocation
  return { document, lines, titleLines, titleTag, root: hasTags ? root : null, ordered }
}
