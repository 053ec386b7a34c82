/** From an offset in the text of an article to the one in the page, or the Markdown, it was read from. */
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import type { ToFile } from './entered-offsets.ts'

/** The characters of a source that are text and no space, with where each stands. */
interface Ink {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const space = /\s/

function inkOf(pieces: Iterable<readonly [unit: string, from: number, to: number]>): Ink {
  let text = ''
  const [from, to]: [number[], number[]] = [[], []]
  for (const [unit, start, end] of pieces) {
    if (space.test(unit)) continue
    text += unit
    from.push(start)
    to.push(end)
  }
  return { text, from, to }
}

function* unitsOf(source: string): Generator<readonly [string, number, number]> {
  for (let at = 0; at < source.length; at += 1) yield [source.charAt(at), at, at + 1]
}

const reference = /&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z]\w{1,40});?/iy

/** The units of a text node, each with where it is written; a character reference is written for one character. */
function* unitsOfNode(value: string, raw: string, start: number): Generator<readonly [string, number, number]> {
  let at = 0
  for (const character of value) {
    reference.lastIndex = at
    const written = raw.charAt(at) === '&' ? (reference.exec(raw)?.[0] ?? character) : character
    for (const unit of character.split('')) yield [unit, start + at, start + at + written.length]
    at += written.length
  }
}

function* unitsOfPage(source: string): Generator<readonly [string, number, number]> {
  const stack: DefaultTreeAdapterMap['node'][] = [parse(source, { sourceCodeLocationInfo: true })]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const place = node.sourceCodeLocation
    if (node.nodeName === '#text' && 'value' in node && place)
      yield* unitsOfNode(node.value, source.slice(place.startOffset, place.endOffset), place.startOffset)
    if ('childNodes' in node && !/^(script|style)$/.test(node.nodeName))
      for (const child of node.childNodes.toReversed()) stack.push(child)
  }
}

/** How far on a paragraph, and a word, is looked for, in characters without spaces. */
const paragraphReach = 100_000
const wordReach = 2_000
/** How far on a sign that a word does not find whole: `**` in it, or the address of a link before its full stop. */
const signReach = 200

/** What is looked for of a word that stands nowhere whole. */
const pieces = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu

/**
 * Finds a text that a format has read in the source it was read from: its paragraphs in their order, and where signs stand between
 * the words (`**`), word by word. What stands nowhere is given the place where it would be.
 */
export function fromSource(text: string, source: string, kind: 'html' | 'markdown'): ToFile {
  const ink = inkOf(kind === 'html' ? unitsOfPage(source) : unitsOf(source))
  const [from, to] = [new Int32Array(text.length + 1), new Int32Array(text.length + 1)]
  let cursor = 0
  const find = (words: string, reach: number): boolean => {
    const at = ink.text.slice(cursor, cursor + reach + words.length).indexOf(words)
    if (at >= 0) cursor += at
    return at >= 0
  }
  const place = (start: number, end: number, found: boolean): void => {
    for (let at = start; at < end; at += 1) {
      from[at] = ink.from[cursor] ?? source.length
      to[at] = found ? (ink.to[cursor] ?? source.length) : (from[at] ?? 0)
      if (found && !space.test(text.charAt(at))) cursor += 1
    }
  }
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (find(line.replace(/\s+/g, ''), paragraphReach)) place(index, index + line.length, true)
    else
      for (const { 0: word, index: at } of line.matchAll(/\S+/g)) {
        const start = index + at
        if (find(word, wordReach)) place(start, start + word.length, true)
        else
          for (const { 0: piece, index: within } of word.matchAll(pieces)) {
            const found = find(piece, /^\P{L}$/u.test(piece) ? signReach : wordReach)
            place(start + within, start + within + piece.length, found)
          }
      }
  }
  return (start, end) => ({ from: from[start] ?? 0, to: start === end ? (from[start] ?? 0) : (to[end - 1] ?? 0) })
}
