import { parseFragment } from 'parse5'

/** A character of a line, and whether it was written so that it means itself. */
interface Piece {
  readonly text: string
  readonly literal: boolean
}

/** CommonMark 0.31, section 6: code, escapes, entities, autolinks, images and links, HTML; the rest one character at a time. */
const token =
  /(`+)(?!`)([^`](?:.*?[^`])?)\1(?!`)|\\([!-/:-@[-`{-~])|(&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});)|<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>|!?\[((?:\\.|[^\\[\]])*)\]\((?:<[^<>\n]*>|(?:\\.|[^\s()\\])*)(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)|(<!--.*?-->|<\/?[a-z][^<>]*>)|(.)/gisu

const entity = (written: string): string => {
  const node = parseFragment(written).childNodes[0]
  return node && 'value' in node ? node.value : written
}

const piecesOf = (line: string): Piece[] => {
  const pieces: Piece[] = []
  for (const match of line.matchAll(token)) {
    const [whole, , code, escaped, reference, address, label, tag, plain] = match
    if (code !== undefined) pieces.push({ text: code, literal: true })
    else if (escaped !== undefined) pieces.push({ text: escaped, literal: true })
    else if (reference !== undefined) pieces.push({ text: entity(reference), literal: true })
    else if (address !== undefined) pieces.push({ text: address, literal: true })
    else if (label !== undefined) pieces.push(...(whole.startsWith('!') ? [] : piecesOf(label)))
    else if (tag !== undefined) pieces.push({ text: /^<br\s*\/?>$/i.test(tag) ? '\u2028' : '', literal: true })
    else pieces.push({ text: plain ?? '', literal: false })
  }
  return pieces
}

const isSpace = (piece: Piece | undefined): boolean => piece === undefined || /^\s*$/u.test(piece.text)
const isWord = (piece: Piece | undefined): boolean => piece !== undefined && /^[\p{L}\p{N}]/u.test(piece.text)

/** Takes away what marks emphasis: `*` and `_` that open and close, and pairs of `~~`. Stars that stand alone stay. */
const withoutEmphasis = (pieces: readonly Piece[]): string => {
  const gone = new Set<number>()
  const open: { readonly sign: string; readonly at: number }[] = []
  pieces.forEach((piece, at) => {
    if (piece.literal || !/^[*_~]$/.test(piece.text)) return
    const sign = piece.text
    const same = (i: number): boolean => pieces[i]?.text === sign && !pieces[i]?.literal
    let [first, last] = [at, at]
    while (same(first - 1)) first--
    while (same(last + 1)) last++
    if (sign === '~' && last === first) return
    const [before, after] = [pieces[first - 1], pieces[last + 1]]
    const intraword = sign === '_' && isWord(before) && isWord(after)
    if (intraword) return
    const match = isSpace(before) ? -1 : open.findLastIndex(mark => mark.sign === sign && mark.at < first)
    if (match >= 0) {
      gone.add(at).add(open[match]?.at ?? at)
      open.splice(match)
    } else if (!isSpace(after)) open.push({ sign, at })
  })
  return pieces.filter((_, at) => !gone.has(at)).map(piece => piece.text).join('') // prettier-ignore
}

/** The words of a line of Markdown, without what only says how they look; a link is its label. */
export const readInline = (line: string): string => withoutEmphasis(piecesOf(line))

/** A line of text as Markdown that reads as just that. */
export const writeInline = (line: string): string =>
  line
    .replace(/[\\`*[]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(/^\s|\s$/g, space => (space === '\u2028' ? space : `&#${space.charCodeAt(0)};`))
