/** What a paragraph of Markdown reads, and what stands in it that is no text. */
import { firstWhere } from '../../text/first-where.ts'
import type { Span } from '../../text/span.ts'
import type { Mark } from '../document.ts'
import type { Block } from './blocks.ts'
import { emphasisOf } from './emphasis.ts'
import { tokensOf, type Token } from './tokens.ts'

export interface MarkdownLine {
  readonly block: Block
  /** with the sign of its block */
  readonly text: string
  /** offsets in `text` */
  readonly marks: readonly MarkdownMark[]
}

/** `role`: `code` holds characters that are written as they are, `emphasis` begins and ends at words. */
export type MarkdownMark = Mark & { readonly role: 'code' | 'emphasis' | '' }

/** The lines of a block as one, with the way back. */
interface Joined {
  readonly text: string
  /** where in the source what begins, or ends, at an offset of it does */
  readonly start: (at: number) => number
  readonly end: (at: number) => number
  readonly last: number
}

/** Wrapped lines are one; two spaces or a backslash at the end of a line are a line break, U+2028. */
function join(source: string, lines: readonly Span[]): Joined {
  const parts: { readonly at: number; readonly from: number; readonly to: number }[] = []
  let text = ''
  for (const [index, line] of lines.entries()) {
    const words = source.slice(line.from, line.to)
    const trimmed = words.trimEnd()
    let to = line.from + trimmed.length
    const from = Math.min(to, line.from + words.length - words.trimStart().length)
    let separator = ''
    if (index < lines.length - 1) {
      const slashes = trimmed === words ? trimmed.length - trimmed.replace(/\\+$/, '').length : 0
      if (slashes % 2 === 1) to = line.from + words.slice(0, -1).trimEnd().length
      separator = slashes % 2 === 1 || words.endsWith('  ') ? '\u2028' : ' '
    }
    to = Math.max(from, to)
    parts.push({ at: text.length, from, to })
    text += source.slice(from, to) + separator
  }
  const find = (offset: number): number => Math.max(0, firstWhere(parts, ({ at }) => at > offset) - 1)
  const start = (at: number): number => {
    const part = parts[find(at)]
    return part ? Math.min(part.to, part.from + at - part.at) : 0
  }
  const end = (at: number): number => {
    const number = find(Math.max(0, at - 1))
    const part = parts[number]
    if (!part) return 0
    const to = part.from + at - part.at
    return to > part.to ? (parts[number + 1]?.from ?? part.to) : to
  }
  return { text, start, end, last: parts.at(-1)?.to ?? 0 }
}

type Draft = { -readonly [K in keyof MarkdownMark]: MarkdownMark[K] } & { name: string; ended: boolean }

/** Signs that text in Markdown escapes: where the source has them bare, they stay so. */
const bare = /^[\\`*[\]_~<&]+$/

/** How far back a tag is looked for that another one ends. */
const tagReach = 200

/** Collects marks in the order of the file, each in the pair that it stands in. */
class Collector {
  text = ''
  readonly #drafts: Draft[] = []
  readonly #open: Draft[] = []

  put(kind: Mark['kind'], open: string, given: Partial<Draft> = {}): Draft {
    const draft: Draft = {
      id: `${this.#drafts.length}`, kind, from: this.text.length, to: this.text.length, open, close: '', label: '',
      within: this.#open.at(-1)?.id ?? '', kept: false, role: '', name: '', ended: false, ...given,
    } // prettier-ignore
    this.#drafts.push(draft)
    return draft
  }

  /** characters that the source writes otherwise */
  raw(text: string, written: string): void {
    const draft = this.put('raw', written)
    this.text += text
    draft.to = this.text.length
  }

  /** signs that stand bare in the source too; those beside each other are one */
  bare(text: string): void {
    const last = this.#drafts.at(-1)
    if (last?.name === 'bare' && last.to === this.text.length && last.within === (this.#open.at(-1)?.id ?? '')) {
      last.open += text
      this.text += text
      last.to = this.text.length
    } else {
      this.raw(text, text)
      ;(this.#drafts.at(-1) as Draft).name = 'bare'
    }
  }

  begin(open: string, given: Partial<Draft>): Draft {
    // it is a point till its end has come
    const draft = this.put('point', open, given)
    this.#open.push(draft)
    return draft
  }

  /** What was opened in it and not closed stays a point of the pair around. */
  end(draft: Draft, close: string): void {
    if (draft.ended) return
    for (let inner = this.#open.pop(); inner && inner !== draft; inner = this.#open.pop()) inner.ended = true
    Object.assign(draft, { kind: 'pair', to: this.text.length, close, ended: true })
  }

  endTag(name: string, written: string): void {
    for (let i = this.#open.length - 1; i >= Math.max(0, this.#open.length - tagReach); i--) {
      const draft = this.#open[i] as Draft
      if (!/^[a-z]/.test(draft.name)) break
      if (draft.name === name) return this.end(draft, written)
    }
    this.put('point', written, { label: `</${name}>` })
  }

  marks(): MarkdownMark[] {
    // what a point seemed to hold stands in what holds the point; that has come before it
    const pairAt = new Map([['', '']])
    return this.#drafts.map(({ name: _name, ended: _ended, ...mark }) => {
      const within = pairAt.get(mark.within) ?? ''
      pairAt.set(mark.id, mark.kind === 'pair' ? mark.id : within)
      return { ...mark, within }
    })
  }
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** Plain text, with marks where a line was wrapped and where a sign stands bare. */
function putPlain(into: Collector, { text, from }: Token, joined: Joined, source: string): void {
  if (bare.test(text)) return into.bare(text)
  for (let at = 0; at < text.length;) {
    const [start, end] = [joined.start(from + at), joined.end(from + text.length)]
    if (source.startsWith(text.slice(at), start) && end - start === text.length - at) {
      into.text += text.slice(at)
      return
    }
    const space = nextJoin(text, at, from, joined, source)
    into.text += text.slice(at, space)
    into.raw(text.charAt(space), source.slice(joined.start(from + space), joined.end(from + space + 1)))
    at = space + 1
  }
}

/** The next character of a text that stands for the end of a line. */
function nextJoin(text: string, at: number, from: number, joined: Joined, source: string): number {
  for (let i = at; i < text.length; i++)
    if (/[ \u2028]/.test(text.charAt(i)) && source.slice(joined.start(from + i), joined.end(from + i + 1)) !== text[i])
      return i
  return text.length
}

function inlineInto(into: Collector, joined: Joined, source: string, labels: ReadonlySet<string>): void {
  const tokens = tokensOf(joined.text, labels)
  const closing = new Map(emphasisOf(tokens).map(({ open, close }) => [open, close]))
  const isDouble = (open: number, close: number): boolean =>
    closing.get(open + 1) === close - 1 && tokens[open]?.text === tokens[open + 1]?.text
  /** at the token that ends it, what is ended, and how many signs do */
  const endings = new Map<number, { readonly draft: Draft; readonly signs: number }>()
  const links: Draft[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const { kind, from, to, name, label } = token
    const written = source.slice(joined.start(from), joined.end(to))
    const close = closing.get(i)
    const ending = endings.get(i)
    if (close !== undefined) {
      const signs = isDouble(i, close) ? 2 : 1
      const open = token.text.repeat(signs)
      const draft = into.begin(open, { label: open, role: 'emphasis' })
      endings.set(close - signs + 1, { draft, signs })
      i += signs - 1
    } else if (ending) {
      into.end(ending.draft, token.text.repeat(ending.signs))
      i += ending.signs - 1
    } else if (kind === 'plain') putPlain(into, token, joined, source)
    else if (kind === 'verbatim') {
      into.text += token.text
    } else if (kind === 'raw') into.raw(token.text, written)
    else if (kind === 'image')
      into.put('point', written, { label: short(name === '' ? `![${label}]` : label), kept: true })
    else if (kind === 'open' && !/^[[`]/.test(name))
      into.begin(written, { label: name === 'a' ? short(label) : `<${name}>`, name, kept: name === 'a' }) // prettier-ignore
    else if (kind === 'open')
      links.push(into.begin(written, { label: name === '[' ? short(label) : name, role: name === '`' ? 'code' : '', kept: name === '[' })) // prettier-ignore
    else if (/^[[`]/.test(name)) {
      const draft = links.pop()
      if (draft) into.end(draft, written)
    } else into.endTag(name, written)
  }
}

/** @param labels those that links may refer to, folded */
export function lineOf(block: Block, source: string, labels: ReadonlySet<string>): MarkdownLine {
  const [only] = block.lines
  if (block.kind === 'fence' && only) return { block, text: source.slice(only.from, only.to), marks: [] }
  const joined = join(source, block.lines)
  const words = new Collector()
  inlineInto(words, joined, source, labels)
  const end = Math.max(joined.last, block.from)
  if (block.to > end) words.raw('', source.slice(end, block.to))
  const prefix = source.slice(block.from, joined.start(0))
  const sign = words.text === '' ? block.sign.trimEnd() : block.sign
  const marks = words.marks().map(mark => ({ ...mark, from: mark.from + sign.length, to: mark.to + sign.length }))
  const written: MarkdownMark = { id: 'sign', kind: 'raw', from: 0, to: sign.length, open: prefix, close: '', label: '', within: '', kept: false, role: '' } // prettier-ignore
  return { block, text: sign + words.text, marks: prefix === sign ? marks : [written, ...marks] }
}
