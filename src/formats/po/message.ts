/** One form of one message as a line of text with marks. */
import type { Mark } from '../document.ts'
import { shortLabel } from '../lib/inline-codes.ts'
import { codesIn, type Code } from './codes.ts'
import type { Piece } from './strings.ts'

export interface Message {
  readonly text: string
  readonly marks: readonly Mark[]
  /** codes as they stand in the text of the string */
  readonly codes: readonly string[]
}

type Open = { -readonly [K in keyof Mark]: Mark[K] }

/** How the file writes a range of the pieces' text; null where its ends lie inside of what is written as a whole. */
function writtenAs(pieces: readonly Piece[], starts: readonly number[], from: number, to: number): string | null {
  let written = ''
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) + (pieces[middle] as Piece).text.length <= from) low = middle + 1
    else high = middle
  }
  for (let i = low; i < pieces.length && (starts[i] as number) < to; i++) {
    const [piece, start] = [pieces[i] as Piece, starts[i] as number]
    const [a, b] = [Math.max(from, start) - start, Math.min(to, start + piece.text.length) - start]
    if (a === 0 && b === piece.text.length) written += piece.written
    else if (piece.text === piece.written) written += piece.text.slice(a, b)
    else return null
  }
  return written
}

/** @param sources what the message says in its source; none in a file of one language, where all is text */
export function messageOf(pieces: readonly Piece[], sources: readonly string[]): Message {
  const starts: number[] = []
  let full = ''
  for (const piece of pieces) {
    starts.push(full.length)
    full += piece.text
  }
  const written = (from: number, to: number): string | null => writtenAs(pieces, starts, from, to)
  const isWhole = ({ from, to, close }: Code): boolean =>
    written(from, to) !== null && (!close || written(close.from, close.to) !== null)
  const codes = sources.length === 0 ? [] : codesIn(full, sources).filter(isWhole)
  /** where codes begin and end, and what is odd */
  const events = [
    ...codes.map(code => ({ at: code.from, to: code.to, code, closes: false })),
    ...codes.flatMap(code => (code.close ? [{ at: code.close.from, to: code.close.to, code, closes: true }] : [])),
    ...pieces.flatMap((piece, i) =>
      piece.odd ? [{ at: starts[i] as number, to: (starts[i] as number) + piece.text.length, piece }] : [],
    ),
  ].sort((a, b) => a.at - b.at)
  const marks: Open[] = []
  const open: { readonly code: Code; readonly mark: Open }[] = []
  let [text, at] = ['', 0]
  const add = (mark: Pick<Mark, 'kind' | 'open' | 'close' | 'label' | 'kept' | 'plain'>): Open => {
    const added = {
      ...mark,
      id: String(marks.length + 1),
      from: text.length,
      to: text.length,
      within: open.at(-1)?.mark.id ?? '',
    }
    marks.push(added)
    return added
  }
  if (full.startsWith('\ufeff') && events[0]?.at !== 0) {
    // one at the very beginning would be taken for the file's
    add({ kind: 'raw', open: '\ufeff', close: '', label: '', kept: false })
    at = 1
  }
  for (const event of events) {
    // an odd spelling inside of a code is the code's
    if (event.at < at) continue
    text += full.slice(at, event.at)
    at = event.to
    if ('piece' in event) {
      const mark = add({ kind: 'raw', open: event.piece.written, close: '', label: '', kept: false })
      text += event.piece.text
      mark.to = text.length
      continue
    }
    const { code, closes } = event
    if (closes) {
      const mark = open.pop()?.mark
      if (mark) mark.to = text.length
      continue
    }
    const close = code.close ? (written(code.close.from, code.close.to) ?? '') : ''
    const label = shortLabel(full.slice(code.from, code.to))
    const mark = add({
      kind: close === '' ? 'point' : 'pair',
      open: written(code.from, code.to) ?? '',
      close,
      label,
      kept: true,
      // in a string they are characters like all others
      plain: [full.slice(code.from, code.to), code.close ? full.slice(code.close.from, code.close.to) : ''],
    })
    if (close !== '') open.push({ code, mark })
  }
  text += full.slice(at)
  const literals = codes.flatMap(({ from, to, close }) => [
    full.slice(from, to),
    ...(close ? [full.slice(close.from, close.to)] : []),
  ])
  return { text, marks, codes: literals }
}
