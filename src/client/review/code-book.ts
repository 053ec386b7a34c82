import type { ChangeDesc, Text } from '@codemirror/state'
import { changeBetween, changeByLines, editsOf } from '../../text/change.ts'
import { placeMarks } from '../../text/marks.ts'
import type { Span } from '../../text/span.ts'
import type { MarkView } from '../../wire/mark.ts'

/**
 * The codes of the imported file: as the server told them of a text, and as they stand in the one on the desk, by the rules that the file is
 * written back by.
 */
export class CodeBook {
  readonly #fixed: boolean
  #told: readonly MarkView[]
  #text: string
  #known: { readonly doc: Text; readonly codes: readonly MarkView[] } | null = null
  #followed: Span | null = null

  /** @param told the marks as they stand in `text` @param fixed the text's lines are segments */
  constructor(told: readonly MarkView[], text: string, fixed: boolean) {
    this.#told = told
    this.#text = text
    this.#fixed = fixed
  }

  get none(): boolean {
    return this.#told.length === 0
  }

  replace(told: readonly MarkView[], text: string): void {
    this.#told = told
    this.#text = text
    this.#known = null
  }

  /** As they stand in a text on the desk, in the order of the file. */
  now(doc: Text): readonly MarkView[] {
    if (this.none) return []
    if (this.#known?.doc === doc) return this.#known.codes
    const text = doc.toString()
    const codes = text === this.#text ? this.#told : this.#moved(text)
    this.#known = { doc, codes }
    return codes
  }

  #moved(text: string): readonly MarkView[] {
    const asLines = this.#fixed && this.#text.split('\n').length === text.split('\n').length
    const change = (asLines ? changeByLines : changeBetween)(this.#text, text)
    return placeMarks(this.#text, this.#told, editsOf(change)).map(({ mark, from, to, gone }) => ({
      ...mark,
      from,
      to,
      gone: mark.gone || gone,
    }))
  }

  /** A code that was put somewhere in the text on the desk. */
  put(id: string, { from, to }: Span, doc: Text): void {
    const codes = this.now(doc).map(code => (code.id === id ? { ...code, from, to, gone: false } : code))
    this.replace(codes, doc.toString())
  }

  /** The place that a code is to have, while the text goes on changing under it. */
  follow(span: Span | null): void {
    this.#followed = span
  }

  changed(change: ChangeDesc): void {
    if (this.#followed === null) return
    const { from, to } = this.#followed
    const start = change.mapPos(from, 1)
    this.#followed = { from: start, to: Math.max(start, change.mapPos(to, -1)) }
  }

  get followed(): Span | null {
    return this.#followed
  }
}
