/** Edits of a text as edits of its lines: what is replaced in each, and which line ends go. */
import { firstWhere } from '../../../text/first-where.ts'
import type { Span } from '../../../text/span.ts'
import type { Layout } from '../read/layout.ts'

/** Who did it, and when (epoch ms); null where it is not told. */
export type By = { readonly author: string; readonly at: number } | null

/** `from`, `to`: in the text of a document, a paragraph a line. */
export interface RewriteEdit extends Span {
  readonly insert: string
  readonly by: By
}

/** `from`, `to`: in the line. A line end in `insert` makes a new paragraph. */
export interface LineEdit extends Span {
  readonly insert: string
  readonly by: By
  /** of what is put in, in the corrected text */
  readonly place: Span
}

/** Where an edit takes as well as gives line ends, line is replaced by line, so that each paragraph stays what it is. */
function paired(text: string, edit: RewriteEdit): RewriteEdit[] {
  const before = text.slice(edit.from, edit.to).split('\n')
  const after = edit.insert.split('\n')
  const pairs = Math.min(before.length, after.length)
  if (pairs < 2) return [edit]
  const edits: RewriteEdit[] = []
  let from = edit.from
  for (let i = 0; i < pairs; i++) {
    const isLast = i === pairs - 1
    const to = isLast ? edit.to : from + (before[i]?.length ?? 0)
    edits.push({ from, to, insert: isLast ? after.slice(i).join('\n') : (after[i] ?? ''), by: edit.by })
    from = to + 1
  }
  return edits
}

/** A line taken away with the line end before it is taken away with the one after it: the paragraph before stays as it is. */
const slid = (text: string, edit: RewriteEdit): RewriteEdit =>
  edit.insert === '' && edit.to > edit.from + 1 && text[edit.from] === '\n' && text[edit.to] === '\n'
    ? { ...edit, from: edit.from + 1, to: edit.to + 1 }
    : edit

export function linewise(text: string, placed: Layout['placed'], edits: readonly RewriteEdit[]) {
  const lines = new Map<number, LineEdit[]>()
  const removed = new Map<number, By>()
  /** how far the text has moved by the edits so far */
  let shift = 0
  const lineAt = (offset: number): number => Math.max(0, firstWhere(placed, ({ at }) => at > offset) - 1)
  const add = (line: number, from: number, to: number, insert: string, by: By): void => {
    if (from === to && insert === '') return
    const at = placed[line]?.at ?? 0
    const place = { from: from + shift, to: from + shift + insert.length }
    shift += insert.length - (to - from)
    const edit = { from: from - at, to: to - at, insert, by, place }
    const own = lines.get(line)
    if (own) own.push(edit)
    else lines.set(line, [edit])
  }
  for (const given of edits)
    for (const { from, to, insert, by } of paired(text, slid(text, given))) {
      let line = lineAt(from)
      let start = from
      let put = insert
      for (;;) {
        const next = placed[line + 1]
        const end = next ? next.at - 1 : text.length
        add(line, start, Math.min(to, end), put, by)
        put = ''
        if (!next || to <= end) break
        removed.set(line, by)
        shift--
        line++
        start = next.at
      }
    }
  return { lines, removed }
}
