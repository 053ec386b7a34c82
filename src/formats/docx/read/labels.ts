/** What a person is shown of the codes of a document: where a link leads, what a field is for, which note. */
import { shortened } from './inline.ts'

/** Bookmarks that Word sets by itself for its tables of contents: what leads there is made anew by Word. */
const isOfContents = (anchor: string): boolean => /^_Toc/i.test(anchor)

/** Of a link: its address, or the bookmark it leads to; '' where it is one that Word makes by itself. */
export function linkLabel(address: string, anchor: string): string {
  if (address === '' && isOfContents(anchor)) return ''
  return shortened(address || (anchor && `#${anchor}`)) || '<a>'
}

/** Fields that show nothing where they stand, and those that hold many paragraphs. */
const unseen = new Set(['XE', 'TC', 'TA', 'RD', 'SET', 'ASK', 'TOC', 'INDEX', 'BIBLIOGRAPHY', 'TOA'])

/** Of a field, by its instruction (ECMA-376 part 1, 17.16.5); '' where it is none to a reader. */
export function fieldLabel(instruction: string): string {
  const [, name = '', rest = ''] = /^\s*(\S+)\s*([^]*)$/.exec(instruction) ?? []
  const kind = name.toUpperCase()
  if (unseen.has(kind)) return ''
  if (kind === 'HYPERLINK') {
    const anchor = /\\l\s+"?([^"\s]+)/i.exec(rest)?.[1] ?? ''
    return linkLabel(
      /^"([^"]*)"|^([^\\"\s]\S*)/
        .exec(rest)
        ?.slice(1)
        .find(part => part) ?? '',
      anchor,
    )
  }
  if (/REF$/.test(kind) && isOfContents(rest.trim())) return ''
  // of those that a document has many of, which one it is
  const which = /^(?:ADDIN|MERGEFIELD|DOCPROPERTY)$/.test(kind) ? (/^"?([^"\\\s]*)/.exec(rest)?.[1] ?? '') : ''
  return `{${shortened(`${kind} ${which}`) || '…'}}`
}

/** Of a reference to a note, by its number among its like: as Markdown writes it. */
export const noteLabel = (kind: 'footnote' | 'endnote', number: number): string =>
  kind === 'footnote' ? `[^${number}]` : `[^e${number}]`
