import { parseFragment } from 'parse5'

/** A run of plain characters or one sign, and whether it was written so that it means itself. */
interface Piece {
  readonly text: string
  readonly literal: boolean
}

/**
 * CommonMark 0.31, section 6: code, escapes, entities, autolinks, images and links, HTML, plain text. What has an end is looked
 * for 2,000 characters ahead, not to the end of a line that may be megabytes.
 */
const token = new RegExp(
  [
    /(?<ticks>`+)(?!`)(?<code>[^`](?:.{0,2000}?[^`])?)\k<ticks>(?!`)/,
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)/,
    /<(?<address>[a-z][a-z\d+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,200}@[\w.-]{1,200})>/,
    /!?\[(?<label>(?:\\.|[^\\[\]]){0,2000})\]\((?:<[^<>\n]{0,2000}>|(?:\\.|[^\s()\\]){0,2000})(?:\s{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'))?\s{0,9}\)/,
    /(?<tag><!--.{0,2000}?-->|<\/?[a-z][^<>]{0,2000}>)/,
    /(?<plain>[^\\`&<[!*_~]+|.)/,
  ]
    .map(part => part.source)
    .join('|'),
  'gisu',
)

const entity = (written: string): string => {
  const node = parseFragment(written).childNodes[0]
  return node && 'value' in node ? node.value : written
}

const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = []
  for (const { 0: whole, groups = {} } of line.matchAll(token)) {
    const { code, escaped, entity: reference, address, label, tag, plain } = groups
    const literal = code ?? escaped ?? address
    if (literal !== undefined) pieces.push({ text: literal, literal: true })
    else if (reference !== undefined) pieces.push({ text: entity(reference), literal: true })
    else if (label !== undefined) pieces.push(...(whole.startsWith('!') ? [] : piecesOf(label)))
    else if (tag !== undefined) pieces.push({ text: /^<br\s*\/?>$/i.test(tag) ? '\u2028' : '', literal: true })
    else pieces.push({ text: plain ?? '', literal: false })
  }
  return pieces
}

/** Marks that may still close: more than this many open at once are no emphasis. */
const mostOpen = 50

/** Takes away what marks emphasis: `*` and `_` that open and close, and pairs of `~~`. Stars that stand alone stay. */
const withoutEmphasis = (pieces: readonly Piece[]): string => {
  const gone = new Set<number>()
  const open: { readonly sign: string; readonly at: number }[] = []
  for (let first = 0, end = 0; first < pieces.length; first = end) {
    const sign = pieces[first]?.text ?? ''
    end = first + 1
    if (pieces[first]?.literal || !/^[*_~]$/.test(sign)) continue
    while (pieces[end]?.text === sign && !pieces[end]?.literal) end++
    const before = pieces[first - 1]?.text ?? ' '
    const after = pieces[end]?.text ?? ' '
    const intraword = sign === '_' && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)
    if (intraword || end - first > 3 || (sign === '~' && end - first < 2)) continue
    const mayClose = !/(?:^|\s)$/u.test(before)
    const mayOpen = !/^(?:$|\s)/u.test(after)
    for (let at = first; at < end; at++) {
      const match = mayClose ? open.findLastIndex(mark => mark.sign === sign && mark.at < first) : -1
      if (match >= 0) {
        gone.add(at).add(open[match]?.at ?? at)
        open.splice(match)
      } else if (mayOpen) open.push({ sign, at })
    }
    if (open.length > mostOpen) open.splice(0, open.length - mostOpen)
  }
  return pieces.filter((_, at) => !gone.has(at)).map(piece => piece.text).join('') // prettier-ignore
}

/** The words of a line of Markdown, without what only says how they look; a link is its label. */
export const readInline = (line: string): string => withoutEmphasis(piecesOf(line))

/** A piece of a line as Markdown: an escape where CommonMark would read a sign, and nowhere else. */
export const writeInline = (line: string): string =>
  line
    .replace(/[\\`*[]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')

/** The same for lines where that is not enough: every sign escaped, spaces at the ends and line breaks as entities. */
export const writeLiterally = (line: string): string =>
  line.replace(/^\s+|\s+$|\u2028|[!-/:-@[-`{-~]/gu, part =>
    /\s/u.test(part) ? Array.from(part, space => `&#${space.charCodeAt(0)};`).join('') : `\\${part}`,
  )
