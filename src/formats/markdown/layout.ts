/** Where the paragraphs of a corrected text come to stand in the file. */
import type { SourceEdit } from '../lib/patch-source.ts'
import type { Block } from './blocks.ts'
import type { MarkdownLine } from './lines.ts'
import { sign } from './write.ts'

/** A paragraph of the corrected text: in the place of one of the file, new, or an empty line, for which a file has two more line ends. */
export type Item =
  | { readonly kind: 'host'; readonly block: Block; readonly text: string; readonly content: string | null }
  | { readonly kind: 'new'; readonly text: string; readonly content: string; readonly splitFrom: Block | null }
  | { readonly kind: 'empty' }

type Host = Extract<Item, { kind: 'host' }>

export interface Layout {
  readonly source: string
  readonly items: readonly Item[]
  readonly removed: readonly Block[]
  /** the heading that is the title, where it stands before all of the text */
  readonly title: Block | null
  /** empty lines of the text at the end of the file as it was */
  readonly trailing: number
  /** whether every paragraph that was touched is to have an empty line around it */
  readonly apart: boolean
}

const signOf = (text: string): string => (sign.exec(text)?.[0] ?? '').replace(/^[-+*] $|^\d+[.)] $/, '- ')
const isItem = (text: string): boolean => signOf(text) === '- '
const isRow = (text: string): boolean => text.startsWith('|')

const lineEnd = (source: string, at: number): number => {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

/** Where the last n empty lines before a place begin. */
const blankStart = (source: string, border: number, n: number): number => {
  let at = border
  for (let i = 0; i < n && at > 0; i++) at = source.lastIndexOf('\n', at - 2) + 1
  return at
}

const continuation = (block: Block, source: string): string =>
  `${source.slice(block.lead, block.from)}${' '.repeat(block.sign.length)}`

/** Where something new may stand before a block. */
const startOf = (block: Block): number => (block.kind === 'fence' ? block.border : block.lead)

/** Do two blocks stand in one fence, one directly behind the other? */
const inOneFence = (source: string, a: Block, b: Block): boolean =>
  a.kind === 'fence' && b.kind === 'fence' && a.to + 1 === b.lead && source[a.to] === '\n'

/** What parts a new paragraph from the one before it. */
function separator(before: string, beforeBlock: Block, item: Extract<Item, { kind: 'new' }>, tight: boolean, source: string): string {
  const indent = source.slice(beforeBlock.lead, beforeBlock.from)
  if (isItem(before) && isItem(item.text)) return (tight ? '\n' : '\n\n') + indent
  if (isRow(before) && isRow(item.text)) return '\n'
  if (signOf(before) === '> ' && signOf(item.text) === '> ') return '\n>\n'
  const split = item.splitFrom
  if (split && isItem(`${split.sign}x`) && signOf(item.text) === '') return `\n\n${continuation(split, source)}`
  return '\n\n'
} // prettier-ignore

/** What changes between two paragraphs that stay, or before the first and behind the last. */
function between(layout: Layout, before: Host | null, middle: readonly Item[], after: Host | null, removed: boolean): SourceEdit[] {
  const { source, title, apart } = layout
  const edits: SourceEdit[] = []
  const anchor = before?.block ?? title
  const fence = before && (after ? inOneFence(source, before.block, after.block) : false)
  const lastNew = middle.findLastIndex(item => item.kind === 'new')
  const inserted = middle.slice(0, lastNew + 1)
  const inFence = before?.block.kind === 'fence' && (fence === true || inserted.length > 0)
  const rest = fence === true ? [] : middle.slice(lastNew + 1)
  let last = before?.text ?? ''
  if (inFence) {
    const lines = (fence === true ? middle : inserted).map(item => (item.kind === 'new' ? item.text : ''))
    if (lines.length > 0) edits.push({ from: before.block.to, to: before.block.to, insert: lines.map(line => `\n${line}`).join('') }) // prettier-ignore
  } else if (inserted.length > 0) {
    const tight = before?.block.gap === 0 || (after !== null && isItem(after.text) && after.block.gap === 0)
    let written = ''
    let empties = 0
    for (const item of inserted) {
      if (item.kind !== 'new') {
        empties++
        continue
      }
      const parting = anchor ? separator(last, before?.block ?? anchor, item, tight && !apart, source) : '' // prettier-ignore
      written += (empties > 0 || (parting === '' && written !== '') ? '\n\n' : parting) + '\n\n'.repeat(empties) + item.content
      last = item.text
      empties = 0
    }
    if (anchor) edits.push({ from: lineEnd(source, anchor.to), to: lineEnd(source, anchor.to), insert: written })
    else if (after) edits.push({ from: startOf(after.block), to: startOf(after.block), insert: `${written}\n\n` })
    else edits.push({ from: source.length, to: source.length, insert: `${source === '' || source.endsWith('\n') ? '' : '\n\n'}${written}\n` })
  } // prettier-ignore
  if (fence === true) return edits
  if (!after) {
    if (rest.length !== layout.trailing) {
      const end = source.trimEnd().length
      const at = Math.max(end, anchor ? lineEnd(source, anchor.to) : 0)
      edits.push({ from: at, to: source.length, insert: `\n${'\n\n'.repeat(rest.length)}` })
    }
    return edits
  }
  const { block } = after
  const had = anchor ? block.gap >> 1 : 0
  const more = (anchor ?? inserted.length > 0) ? rest.length - had : 0
  const changed = inserted.length > 0 || removed || kindChanged(before) || kindChanged(after) || (apart && (before?.content !== null || after.content !== null))
  const touching = block.gap === 0 && anchor !== null && changed && block.kind !== 'fence' && !inFence
  const fits = (isItem(last) || (inserted.at(-1)?.kind === 'new' && isItem(after.text))) && isItem(after.text)
  const parting = touching && !(fits && !apart) && !(isRow(last) && isRow(after.text)) ? '\n' : ''
  if (more > 0 || parting !== '') edits.push({ from: block.border, to: block.border, insert: parting + '\n\n'.repeat(Math.max(0, more)) }) // prettier-ignore
  if (more < 0) edits.push({ from: blankStart(source, block.border, -2 * more), to: block.border, insert: '' })
  return edits
} // prettier-ignore

const kindChanged = (host: Host | null): boolean =>
  host !== null && host.content !== null && host.block.kind !== 'fence' && signOf(host.text) !== signOf(`${host.block.sign}x`) && !isRow(host.text) // prettier-ignore

/** The edits of the source that make a layout. */
export function layOut(layout: Layout): SourceEdit[] {
  const { source, items, removed } = layout
  const edits: SourceEdit[] = []
  let before: Host | null = null
  let middle: Item[] = []
  let next = 0
  const removedBefore = (at: number): boolean => {
    const start = next
    while (next < removed.length && (removed[next]?.lead ?? 0) < at) next++
    return next > start
  }
  for (const item of items) {
    if (item.kind !== 'host') {
      middle.push(item)
      continue
    }
    edits.push(...between(layout, before, middle, item, removedBefore(item.block.lead)))
    const { block, content } = item
    if (content !== null && content !== source.slice(block.from, block.to))
      edits.push({ from: block.from, to: block.to, insert: content })
    before = item
    middle = []
  }
  edits.push(...between(layout, before, middle, null, next < removed.length))
  /** where the end of the file is written anew */
  const tail = edits.find(({ from, to }) => to === source.length && from < to)?.from ?? source.length
  for (const block of removed) {
    const from = block.border === block.lead ? blankStart(source, block.border, block.gap) : block.lead
    const to = Math.min(tail, lineEnd(source, block.to) + 1)
    edits.push({ from, to, insert: '' })
    // the empty lines of the text that stood before its fence
    if (block.border < block.lead && block.gap > 1)
      edits.push({ from: blankStart(source, block.border, block.gap & ~1), to: block.border, insert: '' })
  }
  return edits
}

export const continuationOf = (line: MarkdownLine | null, source: string): string =>
  !line ? '' : line.block.sign === '> ' ? '> ' : isItem(`${line.block.sign}x`) ? continuation(line.block, source) : ''
