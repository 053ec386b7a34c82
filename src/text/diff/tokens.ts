import { classOf, IDEOGRAPH, INNER, MARK, POINT, REGIONAL, SPACE, WORD } from './characters.ts'
import { enlarged, type Vocabulary } from './vocabulary.ts'

/**
 * The words and punctuation marks of a text, in order, as parallel arrays: token i is `text.slice(from[i], to[i])` and
 * has the number `id[i]`. White space lies between tokens; what differs there is found when the hunks are made.
 */
export class Tokens {
  readonly text: string
  count = 0
  from: Int32Array
  to: Int32Array
  id: Int32Array
  private readonly side: 0 | 1
  private readonly vocabulary: Vocabulary

  constructor(text: string, side: 0 | 1, vocabulary: Vocabulary) {
    this.text = text
    this.side = side
    this.vocabulary = vocabulary
    const room = Math.min(64, (text.length >> 2) + 4)
    this.from = new Int32Array(room)
    this.to = new Int32Array(room)
    this.id = new Int32Array(room)
  }

  /** Appends the tokens of `text.slice(from, to)`; never splits a surrogate pair, or a mark from its letter. */
  add(from: number, to: number): void {
    const { text } = this
    for (let at = from; at < to;) {
      const code = codeAt(text, at, to)
      const kind = classOf(code)
      const next = at + (code > 0xffff ? 2 : 1)
      if (kind === SPACE && (code === 10 || next >= to || classOf(text.charCodeAt(next)) !== MARK)) {
        at = next
        continue
      }
      const end = kind === WORD ? endOfWord(text, at, next, to) : endOfSign(text, at, next, to, code, kind)
      this.push(at, end)
      at = end
    }
  }

  private push(from: number, to: number): void {
    if (this.count === this.id.length) {
      const size = this.count * 2
      this.from = enlarged(this.from, size)
      this.to = enlarged(this.to, size)
      this.id = enlarged(this.id, size)
    }
    this.from[this.count] = from
    this.to[this.count] = to
    this.id[this.count] = this.vocabulary.intern(this.side, from, to)
    this.count++
  }
}

function codeAt(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at)
  if (code < 0xd800 || code > 0xdbff || at + 1 >= to) return code
  const low = text.charCodeAt(at + 1)
  return low >= 0xdc00 && low <= 0xdfff ? (code - 0xd800) * 0x400 + low - 0xdc00 + 0x10000 : code
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Letters, digits and marks, and between two of them `:` `-` `'`; between digits `.` and `,`; a number with its thousands. */
function endOfWord(text: string, start: number, at: number, to: number): number {
  while (at < to) {
    const code = codeAt(text, at, to)
    const kind = classOf(code)
    if (kind === WORD || kind === MARK) at += code > 0xffff ? 2 : 1
    else if (kind === INNER && at + 1 < to && classOf(codeAt(text, at + 1, to)) === WORD) at++
    else if (kind === POINT && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) at++
    else break
  }
  return endOfGroups(text, start, at, to)
}

/** Thousands set apart by a space, as in `32 545`, are one number: the groups of three figures that follow one to three. */
function endOfGroups(text: string, start: number, at: number, to: number): number {
  if (at - start > 3 || !areDigits(text, start, at)) return at
  while (at + 4 <= to && isGroupSpace(text.charCodeAt(at)) && areDigits(text, at + 1, at + 4)) {
    const after = at + 4 < to ? classOf(codeAt(text, at + 4, to)) : SPACE
    if (after === WORD || after === MARK) break
    at += 4
  }
  return at
}

function areDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isDigit(text.charCodeAt(at))) return false
  return true
}

/** What sets the thousands of a number apart: a space, a fixed, a thin or a narrow fixed one. */
const isGroupSpace = (code: number): boolean => code === 32 || code === 0xa0 || code === 0x2009 || code === 0x202f

/** A sign with its marks; what a zero-width joiner binds to it; a run of the same sign (`...`, `!!!`); a pair of flag halves. */
function endOfSign(text: string, start: number, at: number, to: number, first: number, kind: number): number {
  let paired = kind === REGIONAL
  while (at < to) {
    const code = codeAt(text, at, to)
    const next = classOf(code)
    const joined = text.charCodeAt(at - 1) === 0x200d && next !== SPACE
    const repeated = code === first && kind !== IDEOGRAPH && kind !== REGIONAL && kind !== SPACE
    if (next !== MARK && !joined && !repeated && !(paired && next === REGIONAL)) break
    if (next === REGIONAL) paired = false
    at += code > 0xffff ? 2 : 1
  }
  return at > start ? at : start + 1
}
