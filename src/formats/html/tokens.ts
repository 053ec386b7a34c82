/** The pieces of a paragraph of a page: runs of words, references and tags, and which of its white space is text. */
import { parseFragment } from 'parse5'
import type { Markup, Segment } from './segments.ts'
import type { TextNode } from './tree.ts'

/** A piece of the source: what it gives to the text before white space is one (`text`), or a tag. */
export interface Token {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly markup: Markup | null
}

const references = new Map<string, string>()
function referenced(written: string): string {
  let text = references.get(written)
  if (text === undefined) {
    const node = parseFragment(written).childNodes[0]
    text = node && 'value' in node ? node.value : written
    if (references.size < 5000) references.set(written, text)
  }
  return text
}

/** What comes first is signs that can begin nothing. */
const piece =
  /[&<]+(?=[&<])|&(?:#x[\da-f]{1,8};?|#\d{1,8};?|[a-z][a-z\d]{1,40};?)|<(?:[a-z/!?][^<>]{0,2000})>|[^&<]+|[&<]/gi

/** The pieces of a text node: runs, references, and tags that the parser passed over. */
function piecesOf(node: TextNode, source: string, from: number, to: number): Token[] {
  const tokens: Token[] = []
  const put = (start: number, end: number, text: string): void => {
    if (start < end) tokens.push({ from: start, to: end, text, markup: null })
  }
  // a run is cut out as a whole: one that grows by its signs takes thirty times the room
  let run = from
  const endRun = (end: number): void => put(run, end, source.slice(run, end))
  for (const { 0: written, index } of source.slice(from, to).matchAll(piece)) {
    const means = /^&[#a-z]/i.test(written) ? referenced(written) : /^<[^&<]/.test(written) ? '' : written
    if (means === written) continue
    const start = from + index
    endRun(start)
    run = start + written.length
    put(start, run, means)
  }
  endRun(to)
  const text = tokens.map(token => token.text).join('')
  // the line end that a <pre> begins with is none
  const first = tokens[0]
  if (first && text === `\n${node.value}`)
    tokens.splice(0, 1, { ...first, to: first.from + 1, text: '' }, { ...first, from: first.from + 1, text: first.text.slice(1) }) // prettier-ignore
  else if (text !== node.value) return [{ from, to, text: node.value, markup: null }]
  return tokens
}

/** All of a segment in the order of the source; what lies between is what the parser passed over. */
export function tokensOf(segment: Segment, source: string): Token[] {
  const { texts, markup } = segment
  const tokens: Token[] = []
  let at = segment.from
  let next = 0
  const passed = (to: number): void => {
    if (to > at) tokens.push({ from: at, to, text: '', markup: null })
    at = Math.max(at, to)
  }
  const until = (to: number): void => {
    for (let tag = markup[next]; tag && tag.from < to; tag = markup[++next]) {
      passed(tag.from)
      tokens.push({
        from: tag.from,
        to: tag.to,
        text: tag.name === 'br' && tag.kind === 'empty' ? '\u2028' : '',
        markup: tag,
      })
      at = Math.max(at, tag.to)
    }
    passed(Math.min(to, segment.to))
  }
  for (const node of texts) {
    const place = node.sourceCodeLocation
    if (!place) continue
    until(place.startOffset)
    const [from, to] = [Math.max(at, place.startOffset), Math.min(place.endOffset, Math.max(segment.to, at))]
    if (to > from) for (const token of piecesOf(node, source, from, to)) tokens.push(token)
    at = Math.max(at, to)
  }
  until(segment.to)
  return tokens
}

/** Which characters of a text stay: spaces and line ends of the source are one space, none beside a break, none at the ends. */
export function staying(raw: string): { readonly stays: Uint8Array; readonly breaks: boolean } {
  const stays = new Uint8Array(raw.length).fill(1)
  const spaces = /[ \t\n\f\r\u2028]+/g
  let breaks = false
  for (const { 0: run, index } of raw.matchAll(spaces)) {
    const atEnd = index === 0 || index + run.length === raw.length
    const broken = run.includes('\u2028')
    breaks ||= broken
    for (let i = 0; i < run.length; i++)
      stays[index + i] = atEnd ? 0 : broken ? Number(run[i] === '\u2028') : Number(i === 0)
  }
  return { stays, breaks }
}
