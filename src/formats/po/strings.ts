/** Strings of PO: escapes and back, and how they are laid out on lines. */
import iconv from 'iconv-lite'
import type { Span } from '../../text/span.ts'
import type { Field } from './entries.ts'

/** A run of characters of a text, and how the file writes them. */
export interface Piece {
  readonly text: string
  readonly written: string
  /** otherwise than `escapeString` would */
  readonly odd: boolean
}

const letters: Readonly<Record<string, string>> = { n: '\u2028', t: '\t', a: '\x07', b: '\b', f: '\f', v: '\v', r: '\u2028', '\\': '\\', '"': '"' } // prettier-ignore
const escapes: Readonly<Record<string, string>> = { '\u2028': '\\n', '\t': '\\t', '\x07': '\\a', '\b': '\\b', '\f': '\\f', '\v': '\\v', '\\': '\\\\', '"': '\\"' } // prettier-ignore

/** Text as a string literal has it, without quotation marks. A break inside a line is a line end. */
export const escapeString = (text: string): string =>
  text.replace(/[\u2028\t\x07\b\f\v\\"]/g, char => escapes[char] as string).replace(/[\r\n]/g, '\\n')

const special = /(?:\\[0-7]{1,3}|\\x[\da-fA-F]{1,2})+|\\r\\n|\\[^]|[\u2028\t\x07\b\f\v]/g

/** `\303\245`: bytes in the encoding of the file. */
function fromBytes(written: string, encoding: string): string {
  const bytes = [...written.matchAll(/\\x([\da-fA-F]+)|\\([0-7]+)/g)].map(([, hex, octal]) => (hex ? parseInt(hex, 16) : parseInt(octal ?? '0', 8) & 255)) // prettier-ignore
  const text = bytes.every(byte => byte < 128)
    ? String.fromCharCode(...bytes)
    : iconv.decode(Buffer.from(bytes), encoding)
  return text.replace(/\r\n?|\n/g, '\u2028')
}

const unescape = (written: string, encoding: string): string => {
  if (written.length === 1) return written
  if (written === '\\r\\n') return '\u2028'
  if (/^\\(?:[0-7]|x[\da-fA-F])/.test(written)) return fromBytes(written, encoding)
  // gettext knows no other; what it is was not said
  return letters[written[1] ?? ''] ?? written
}

/** What a field says. */
export function piecesOf(source: string, { literals }: Field, encoding: string): Piece[] {
  const pieces: Piece[] = []
  for (const { from, to } of literals) {
    const content = source.slice(from + 1, to - 1)
    let at = 0
    const plain = (end: number): void => {
      if (end > at) pieces.push({ text: content.slice(at, end), written: content.slice(at, end), odd: false })
    }
    for (const match of content.matchAll(special)) {
      plain(match.index)
      const text = unescape(match[0], encoding)
      pieces.push({ text, written: match[0], odd: escapeString(text) !== match[0] })
      at = match.index + match[0].length
    }
    plain(content.length)
  }
  return pieces
}

export const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')

/** Columns of a line with its quotation marks, as gettext's programs wrap. */
const width = 79

/** What is never parted: escapes, and words with the spaces behind them. */
function* unitsOf(content: string): Generator<string> {
  let unit = ''
  for (const [part] of content.matchAll(/\\[^]|[^\\ ]+| +/g)) {
    unit += part
    if (part === '\\n' || part.startsWith(' ')) {
      yield unit
      unit = ''
    }
  }
  if (unit !== '') yield unit
}

/** Escaped content on lines: after each line end a new one, and where it would be too long. @param first, rest columns before them */
function wrapped(content: string, first: number, rest: number): string[] {
  const lines: string[] = []
  let line = ''
  let length = first
  for (const unit of unitsOf(content)) {
    const size = [...unit].length
    if (line !== '' && (line.endsWith('\\n') || length + size + 2 > width)) {
      lines.push(line)
      line = ''
      length = rest
    }
    line += unit
    length += size
  }
  return [...lines, line]
}

/** How the strings of a field stand: on one line, or on several with this between them. */
export interface Layout {
  /** '' where it is one line */
  readonly between: string
  /** is the first of several empty, as gettext has it? */
  readonly emptyFirst: boolean
}

export function layoutOf(source: string, { literals }: Field): Layout {
  const [first, second] = literals as readonly [Span?, Span?]
  if (!first || !second) return { between: '', emptyFirst: true }
  return { between: source.slice(first.to, second.from), emptyFirst: first.to - first.from === 2 }
}

/** Escaped content in quotation marks. @param before characters that stand before it on its line */
export function quoted(content: string, { between, emptyFirst }: Layout, before: number): string {
  if (between === '') return `"${content}"`
  const indent = /[^\r\n]*$/.exec(between)?.[0].length ?? 0
  const lines = wrapped(content, emptyFirst ? indent : before, indent)
  if (lines.length === 1 && before + [...content].length + 2 <= width) return `"${content}"`
  return [...(emptyFirst ? [''] : []), ...lines].map(line => `"${line}"`).join(between)
}
