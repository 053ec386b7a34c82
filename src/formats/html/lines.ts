/** What a paragraph of a page reads, and what stands in it that is no text. */
import type { Span } from '../../text/span.ts'
import type { Mark } from '../document.ts'
import { FormatError } from '../fault.ts'
import { labelOf, marksOf, type Draft } from './marks.ts'
import type { Markup, Segment } from './segments.ts'
import { staying, tokensOf, type Token } from './tokens.ts'
import { mostTags } from './tree.ts'

/** A paragraph: `from`, `to` in the source, without white space and breaks at its ends; those inside of a tag stay. */
export interface PageLine extends Span {
  readonly block: Segment['block']
  readonly fills: boolean
  readonly verbatim: boolean
  readonly text: string
  /** offsets in `text` */
  readonly marks: readonly Mark[]
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>\u2028\r]/g, char =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '\r' ? '&#13;' : '<br>',
  )
/** In a `<pre>`. */
export const escapeVerbatim = (text: string): string => escapeText(text.replaceAll('\u2028', '\n'))

const isBare = (written: string): boolean => /^[&<>]+$/.test(written)
const invisible = /^(?:script|style|template|noscript|wbr|br)$/

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
  const { block, fills, verbatim } = segment
  return { ...inside, block, fills, verbatim, text, marks: marksOf(drafts) }
}
