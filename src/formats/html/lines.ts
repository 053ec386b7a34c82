/** What a paragraph of a page reads, and what stands in it that is no text. */
import { parseFragment } from 'parse5'
import type { Span } from '../../text/span.ts'
import type { Mark } from '../document.ts'
import { FormatError } from '../fault.ts'
import type { Markup, Segment } from './segments.ts'
import { attribute, mostTags, type TextNode } from './tree.ts'

/** A paragraph: `from`, `to` in the source, without white space and breaks at its ends; those inside of a tag stay. */
export interface PageLine extends Span {
  readonly block: Segment['block']
  readonly fills: boolean
  readonly verbatim: boolean
  readonly text: string
  /** offsets in `text` */
  readonly marks: readonly Mark[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A piece of the source: what it gives to the text before white space is one (`text`), or a tag. */
interface Token {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly markup: Markup | null
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>\u2028\r]/g, char =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '\r' ? '&#13;' : '<br>',
  )
/** In a `<pre>`. */
export const escapeVerbatim = (text: string): string => escapeText(text.replaceAll('\u2028', '\n'))

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
function tokensOf(segment: Segment, source: string): Token[] {
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
function staying(raw: string): { readonly stays: Uint8Array; readonly breaks: boolean } {
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

/** What is shown of a link: where it leads. */
const labelOf = ({ name, element }: Markup): string => {
  const address = element ? (attribute(element, name === 'img' ? 'alt' : 'href') ?? '') : ''
  const short = address.length > 40 ? `${address.slice(0, 39)}…` : address
  return name === 'a' ? short || '<a>' : name === 'img' && short !== '' ? `<img ${short}>` : `<${name}>`
}

const isBare = (written: string): boolean => /^[&<>]+$/.test(written)
const invisible = /^(?:script|style|template|noscript|wbr|br)$/

type Draft = Mutable<Mark> & { readonly markup: Markup | null; closes: Draft | null; readonly bare: boolean }

/** Start and end tags that belong together become pairs, the others stay points. */
function pairUp(drafts: readonly Draft[]): void {
  const stack: Draft[] = []
  const openings = new Map<string, number>()
  const count = (name: string, by: number): void => void openings.set(name, (openings.get(name) ?? 0) + by)
  for (const draft of drafts) {
    const { kind, name = '' } = draft.markup ?? {}
    if (kind === 'open') {
      stack.push(draft)
      count(name, 1)
    } else if (kind === 'close' && (openings.get(name) ?? 0) > 0) {
      let open = stack.pop()
      for (; open && open.markup?.name !== name; open = stack.pop()) count(open.markup?.name ?? '', -1)
      if (!open) continue
      count(name, -1)
      open.kind = 'pair'
      open.to = draft.from
      open.close = draft.open
      open.kept = name === 'a'
      draft.closes = open
    }
  }
}

/** The marks that are left, with ids in their order and the pair in which each stands. */
function nested(drafts: readonly Draft[]): Mark[] {
  const open: Draft[] = []
  const marks: Draft[] = []
  for (const draft of drafts) {
    if (draft.closes) {
      open.pop()
      continue
    }
    draft.id = `${marks.length}`
    draft.within = open.at(-1)?.id ?? ''
    if (draft.kind === 'pair') open.push(draft)
    marks.push(draft)
  }
  return marks.map(({ id, kind, from, to, open, close, label, within, kept }) => ({ id, kind, from, to, open, close, label, within, kept })) // prettier-ignore
}

/** A paragraph of nothing but words, which the source writes as they read; null for any other. */
function plainLine({ texts, markup, from, to, block, fills, verbatim }: Segment, source: string): PageLine | null {
  const [node, more] = texts
  const place = node?.sourceCodeLocation
  if (!place || more || markup.length > 0 || place.startOffset !== from || place.endOffset !== to) return null
  const { value } = node
  const text = value.replace(/^[ \t\n\f\r]+/, '')
  const words = text.slice(0, text.length - trailing(text))
  if (words === '' || /[&<>\u2028\t\n\f\r]| {2}/.test(words) || value !== source.slice(from, to)) return null
  const start = from + value.length - text.length
  return { from: start, to: start + words.length, block, fills, verbatim, text: words, marks: [] }
}

const trailing = (text: string): number => {
  let end = text.length
  while (end > 0 && ' \t\n\f\r'.includes(text.charAt(end - 1))) end--
  return text.length - end
}

/** Characters that are written as they read wherever they stand. */
const ordinary = /[^&<>\s]+/y
/** Signs that stand bare beside each other, but for the last. */
const bareSigns = /[&<>]+(?=[&<>])/y
const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** @returns null where nothing in it is text @throws FormatError markup */
export function lineOf(segment: Segment, source: string): PageLine | null {
  const simple = plainLine(segment, source)
  if (simple) return simple
  const tokens = tokensOf(segment, source)
  const raw = tokens
    .map(({ text, markup }) => (segment.verbatim && !markup ? text.replaceAll('\n', '\u2028') : text))
    .join('')
  const { stays, breaks } = staying(raw)
  let [first, last] = [0, tokens.length - 1]
  const isEdge = (token: Token | undefined): boolean => {
    if (token === undefined) return false
    return token.markup ? token.markup.name === 'br' : token.text !== '' && !/[^ \t\n\f\r\u2028]/.test(token.text)
  }
  const hasText = stays.includes(1)
  if (!hasText && !breaks) return null
  // of a paragraph of breaks alone all of it is its inside
  while (hasText && isEdge(tokens[first])) first++
  while (hasText && last > first && isEdge(tokens[last])) last--
  const escape = segment.verbatim ? escapeVerbatim : escapeText
  const drafts: Draft[] = []
  let text = ''
  const put = (from: number, to: number, kind: Mark['kind'], markup: Markup | null, start = text.length): void => {
    const last = drafts.at(-1)
    // signs that stand bare in the source too, beside each other, are one
    const open = source.slice(from, to)
    const bare = kind === 'raw' && isBare(open)
    if (bare && last?.bare && last.to === start) {
      last.open += open
      last.to = text.length
      return
    }
    if (drafts.length >= mostTags) throw new FormatError('HTML', 'markup', { limit: mostTags })
    const label = markup && kind !== 'raw' ? labelOf(markup) : ''
    drafts.push({ id: '', kind, from: start, to: text.length, open, close: '', label, within: '', kept: kind === 'point' && markup?.kind !== 'open' && markup?.kind !== 'close', markup, closes: null, bare }) // prettier-ignore
  }
  const inside = { from: tokens[first]?.from ?? segment.from, to: tokens[last]?.to ?? segment.to }
  let at = 0
  for (const [index, token] of tokens.entries()) {
    const start = at
    at += token.text.length
    if (index < first || index > last) continue
    const { markup, from, to } = token
    const kept = (i: number): boolean => stays[i] === 1
    const charAt = (i: number): string => raw.charAt(i).replace(/[\t\n\f\r]/, ' ')
    if (markup && markup.name !== 'br') {
      put(from, to, markup.kind === 'comment' || invisible.test(markup.name) ? 'raw' : 'point', markup)
      continue
    }
    if (to - from !== token.text.length || markup) {
      const before = text.length
      for (let i = start; i < at; i++) if (kept(i)) text += charAt(i)
      put(from, to, 'raw', null, before)
      continue
    }
    let [begin, end] = [start, at]
    if (index === first && hasText) while (begin < end && !kept(begin)) begin++
    if (index === last && hasText) while (end > begin && !kept(end - 1)) end--
    if (index === first) inside.from = from + begin - start
    if (index === last) inside.to = from + end - start
    const isPlain = (i: number): boolean => {
      const written = source.charAt(from + i - start)
      const isSpace = /[ \t\n\f\r]/.test(written)
      return kept(i) && written === escape(charAt(i)) && !(isSpace && i + 1 < end && !kept(i + 1))
    }
    // runs that the source writes as they read, but for white space and what could be a sign
    for (let i = begin; i < end;) {
      let stop = i
      for (let more = 1; more > 0 && stop < end; stop += more)
        more = Math.min(end - stop, lengthAt(ordinary, token.text, stop - start)) || Number(isPlain(stop))
      text += raw.slice(i, stop)
      i = stop
      if (i === end) break
      const before = text.length
      const signs = lengthAt(bareSigns, token.text, i - start)
      if (signs > 0) {
        text += raw.slice(i, i + signs)
        put(from + i - start, from + i + signs - start, 'raw', null, before)
        i += signs
        continue
      }
      do if (kept(stop)) text += charAt(stop)
      while (++stop < end && !kept(stop))
      put(from + i - start, from + stop - start, 'raw', null, before)
      i = stop
    }
  }
  pairUp(drafts)
  const { block, fills, verbatim } = segment
  return { ...inside, block, fills, verbatim, text, marks: nested(drafts) }
}
