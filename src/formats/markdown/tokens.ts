/** The signs and words of a paragraph of Markdown (CommonMark 0.31, section 6), each with its place. */
import { parseFragment } from 'parse5'
import { FormatError } from '../fault.ts'
import { foldLabel } from './blocks.ts'

/**
 * - `plain`: characters that mean themselves; what could be a sign (`*`, `[`) is a token for itself
 * - `raw`: written otherwise than it reads: an escape, a reference, a break; a comment, which reads as nothing
 * - `verbatim`: code or an address in `<>`, as it reads; `inner` is the place of that
 * - `open`, `close`: of a link, or a tag of HTML; `image`: a thing at a place
 */
export interface Token {
  readonly kind: 'plain' | 'raw' | 'verbatim' | 'open' | 'close' | 'image'
  readonly from: number
  readonly to: number
  readonly text: string
  /** of a tag its name in small letters, of a link `[`, else '' */
  readonly name: string
  /** where a link leads, what an image shows */
  readonly label: string
}

const destination =
  /\(\s{0,9}(?:<(?<pointed>[^<>\n]{0,2000})>|(?<bare>(?:\\.|\([^\s()\\]{0,200}\)|[^\s()\\]){0,2000}))(?:\s{1,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,9}\)/uy
/** What stands between the brackets of a link; an image may stand in it. */
const label = /!?\[(?<label>(?:\\.|!\[[^[\]]{0,500}\]\([^()\s]{0,1000}\)|[^\\[\]]){0,2000})\]/uy
const reference = /\[(?<to>(?:\\.|[^\\[\]]){0,999})\]/uy
const escaped = /\\([!-/:-@[-`{-~])/uy
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iuy
const address = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,200}@[\w.-]{1,200})>/iuy
const tag = /<(\/?)([a-z][a-z\d-]*)(?:[^<>]{0,2000})>/iuy
const longRun = /\*{4,}|_{4,}|~{4,}/uy
const plain = /[^\\`&<[\]!*_~]+/uy
const voids = /^(?:area|br|embed|hr|img|input|link|meta|source|track|wbr)$/

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** A line end that a reference stands for is a space: a paragraph is one line. */
const referenced = (written: string): string => {
  const node = parseFragment(written).childNodes[0]
  return (node && 'value' in node ? node.value : written).replace(/[\r\n]/g, ' ')
}

/** Where runs of backticks of each length begin, so that the end of code is found without searching. */
function tickRuns(line: string): ReadonlyMap<number, number[]> {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of line.matchAll(/`+/g)) {
    const places = runs.get(run.length)
    if (places) places.push(index)
    else runs.set(run.length, [index])
  }
  return runs
}

/** Code reads without the one space at either end that parts it from its ticks (6.1). */
const codeMargin = (code: string): number => (/^ .* $/su.test(code) && code.trim() !== '' ? 1 : 0)

/** Signs and words of a paragraph: what is more would not fit, with its marks, into the memory that a file is given. */
const mostTokens = 300_000
/** Signs that are none of emphasis. */
const single = /^[\\`&<[\]]+$/

/** @param labels those that links may refer to, folded @throws FormatError markup */
export function tokensOf(line: string, labels: ReadonlySet<string>): Token[] {
  const runs = tickRuns(line)
  const passed = new Map<number, number>()
  let comment = 0
  const tokens: { -readonly [K in keyof Token]: Token[K] }[] = []
  // is the last token such signs?
  let isSingle = false
  const put = (kind: Token['kind'], from: number, to: number, text: string, name = '', shown = ''): number => {
    const last = tokens.at(-1)
    if (kind === 'plain' && last?.kind === 'plain' && last.to === from && single.test(text) && isSingle) {
      last.text += text
      last.to = to
      return to
    }
    isSingle = kind === 'plain' && single.test(text)
    if (tokens.length >= mostTokens) throw new FormatError('Markdown', 'markup', { limit: mostTokens })
    tokens.push({ kind, from, to, text, name, label: shown })
    return to
  }
  const verbatim = (from: number, margin: number, to: number): number => {
    put('open', from, from + margin, '', '`', '')
    put('verbatim', from + margin, to - margin, line.slice(from + margin, to - margin))
    return put('close', to - margin, to, '', '`')
  }
  const code = (from: number): number => {
    const ticks = /^`+/.exec(line.slice(from, from + 1000))?.[0].length ?? 1
    const places = runs.get(ticks) ?? []
    let next = passed.get(ticks) ?? 0
    while ((places[next] ?? Infinity) < from + ticks) next++
    passed.set(ticks, next)
    const end = places[next]
    if (end === undefined) return put('plain', from, from + ticks, line.slice(from, from + ticks))
    const margin = codeMargin(line.slice(from + ticks, end))
    return verbatim(from, ticks + margin, end + ticks)
  }
  const link = (from: number, limit: number): number | null => {
    const found = at(label, line, from)
    if (!found) return null
    const [whole] = found
    const words = found.groups?.['label'] ?? ''
    const end = from + whole.length
    const inline = at(destination, line, end)
    const referring = inline ? null : at(reference, line, end)
    const refers = (to: string | undefined): boolean => to !== undefined && labels.has(foldLabel(to))
    const to = inline
      ? end + inline[0].length
      : refers(referring?.groups?.['to'] || (referring ? words : undefined))
        ? end + (referring?.[0].length ?? 0)
        : refers(words)
          ? end
          : null
    if (to === null || to > limit) return null
    const leads = inline?.groups?.['pointed'] ?? inline?.groups?.['bare'] ?? words
    const inside = from + whole.length - 1 - words.length
    if (whole.startsWith('!')) return put('image', from, to, '', '', words || leads)
    put('open', from, inside, '', '[', leads)
    read(inside, end - 1)
    return put('close', end - 1, to, '', '[')
  }
  const markup = (from: number): number | null => {
    if (line.startsWith('<!--', from)) {
      if (comment >= 0 && comment < from + 4) comment = line.indexOf('-->', from + 4)
      return comment < 0 ? null : put('raw', from, comment + 3, '')
    }
    const auto = at(address, line, from)
    if (auto) return verbatim(from, 1, from + auto[0].length)
    const found = at(tag, line, from)
    if (!found) return null
    const [whole, closing, written = ''] = found
    const name = written.toLowerCase()
    const to = from + whole.length
    if (/^<br\s*\/?>$/i.test(whole)) return put('raw', from, to, '\u2028')
    if (closing) return put('close', from, to, '', name)
    const href = /\shref\s*=\s*["']?([^"'\s>]*)/i.exec(whole)?.[1] ?? ''
    return put(voids.test(name) || whole.endsWith('/>') ? 'image' : 'open', from, to, '', name, name === 'a' ? href : whole) // prettier-ignore
  }
  function read(from: number, limit: number): void {
    for (let next = from; next < limit;) {
      const sign = line.charAt(next)
      const words = at(plain, line, next)
      if (words) {
        const end = Math.min(limit, next + words[0].length)
        next = put('plain', next, end, line.slice(next, end))
        continue
      }
      const before = tokens.length
      let end: number | null = null
      const run = at(longRun, line, next)
      // more than three are no emphasis
      if (run) end = put('plain', next, Math.min(limit, next + run[0].length), run[0].slice(0, limit - next))
      else if (sign === '`') end = code(next)
      else if (sign === '\\') {
        const found = at(escaped, line, next)
        if (found) end = put('raw', next, next + 2, found[1] ?? '')
      } else if (sign === '&') {
        const found = at(entity, line, next)
        if (found) end = put('raw', next, next + found[0].length, referenced(found[0]))
      } else if (sign === '<') end = markup(next)
      else if (sign === '[' || (sign === '!' && line[next + 1] === '[')) end = link(next, limit)
      // what would go over the end of a link's words is none
      if (end !== null && end > limit) {
        tokens.length = before
        isSingle = false
      }
      next = end !== null && end <= limit ? end : put('plain', next, next + 1, sign)
    }
  }
  read(0, line.length)
  return tokens
}
