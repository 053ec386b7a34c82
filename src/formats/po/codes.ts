/** Placeholders and tags in a message. */
import { placeholderPattern } from '../../text/placeholders.ts'
import type { SourceCode } from '../document.ts'

export interface Code {
  readonly from: number
  readonly to: number
  /** of the tag that closes it; undefined for what stands alone */
  readonly close?: { readonly from: number; readonly to: number }
}

/** Placeholders, and tags of HTML and XML. */
const token = new RegExp(
  String.raw`%%|${placeholderPattern}|<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*)\s*(\/?)>`,
  'g',
)

const voids: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'area',
  'col',
  'embed',
  'source',
  'track',
])

interface Token {
  readonly from: number
  readonly to: number
  readonly literal: string
  /** of a tag */
  readonly name: string
  readonly role: 'alone' | 'open' | 'close'
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].flatMap(match => {
    const [literal, slash, name = '', , selfClosing] = match
    if (literal === '%%') return []
    const alone = name === '' || selfClosing === '/' || (voids.has(name.toLowerCase()) && slash !== '/')
    const role = alone ? 'alone' : slash === '/' ? 'close' : 'open'
    return [{ from: match.index, to: match.index + literal.length, literal, name, role }]
  })
}

/** How often each literal stands in a text. `%name`, a placeholder of Drupal, is not `%n`. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { literal, to } of tokensOf(text))
    if (!/^%[a-z]$/i.test(literal) || !/[a-z_]/i.test(text.charAt(to))) counts.set(literal, (counts.get(literal) ?? 0) + 1) // prettier-ignore
  return counts
}

/**
 * What in a translation is a code: what stands letter by letter in the message too, and of tags those that have their other half. All else,
 * a placeholder that the translation made up for one, is text, and can be corrected.
 * @param sources msgid, and msgid_plural
 */
export function codesIn(text: string, sources: readonly string[]): Code[] {
  const left = new Map<string, number>()
  for (const source of sources)
    for (const [literal, count] of counted(source)) left.set(literal, Math.max(count, left.get(literal) ?? 0))
  const take = (...tokens: readonly Token[]): boolean => {
    const there = tokens.every(({ literal }) => (left.get(literal) ?? 0) > 0)
    if (there) for (const { literal } of tokens) left.set(literal, (left.get(literal) ?? 0) - 1)
    return there
  }
  const codes: Code[] = []
  let open: Token[] = []
  for (const each of tokensOf(text)) {
    const { from, to, role, name } = each
    if (role === 'alone' && take(each)) codes.push({ from, to })
    if (role === 'open') open.push(each)
    if (role !== 'close') continue
    const start = open.findLast(tag => tag.name === name)
    if (!start || !take(start, each)) continue
    open = open.slice(0, open.indexOf(start))
    codes.push({ from: start.from, to: start.to, close: { from, to } })
  }
  return codes.sort((a, b) => a.from - b.from)
}

/** A message without some of its codes, each as often as it is given, and where these stood. */
export function without(
  source: string,
  codes: readonly string[],
): { readonly text: string; readonly codes: readonly SourceCode[] } {
  const left = new Map<string, number>()
  for (const code of codes) left.set(code, (left.get(code) ?? 0) + 1)
  const found: SourceCode[] = []
  let [text, at] = ['', 0]
  for (const { from, to, literal } of tokensOf(source)) {
    const count = left.get(literal) ?? 0
    if (count === 0) continue
    left.set(literal, count - 1)
    text += source.slice(at, from)
    found.push({ at: text.length, text: literal })
    at = to
  }
  return { text: text + source.slice(at), codes: found }
}
