import { RangeSet, StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { fill, type Language, type Messages } from '../../i18n/index.ts'
import { codeName, codeSides, codeSign, type CodeSide } from '../../text/code-sign.ts'
import type { Span } from '../../text/span.ts'
import type { MarkView } from '../../wire/mark.ts'
import { h } from './dom.ts'

/** A code at its place in one column. */
export interface CodeAt extends Span {
  readonly id: string
  readonly label: string
  readonly kind: MarkView['kind']
  readonly lost: boolean
}

/** What a code is called where it is heard rather than seen. */
export type Named = (label: string, side: CodeSide, lost: boolean) => string

export const namedIn =
  (language: Language, t: Messages['codes']): Named =>
  (label, side, lost) =>
    fill(language, lost ? t.lost : t[side], { label: codeName(label) })

/** A code as it is drawn: a sign that is no character of the text, so that it is neither copied nor deleted, and the caret steps over it. */
export const codeChip = (named: Named, label: string, side: CodeSide, lost: boolean): HTMLElement => {
  const name = named(label, side, lost)
  return h(
    'span',
    { class: `code ${side}${lost ? ' lost' : ''}`, role: 'img', 'aria-label': name, title: name },
    codeSign(label, side),
  )
}

class Chip extends WidgetType {
  readonly code: CodeAt
  readonly side: CodeSide
  readonly named: Named
  constructor(code: CodeAt, side: CodeSide, named: Named) {
    super()
    this.code = code
    this.side = side
    this.named = named
  }
  override eq({ code, side }: Chip): boolean {
    return (
      side === this.side && code.label === this.code.label && code.lost === this.code.lost && code.id === this.code.id
    )
  }
  override toDOM(): HTMLElement {
    const chip = codeChip(this.named, this.code.label, this.side, this.code.lost)
    chip.dataset.code = this.code.id
    return chip
  }
  override ignoreEvent(): boolean {
    return false
  }
}

export const setCodes = StateEffect.define<readonly CodeAt[]>()

const drawn = (codes: readonly CodeAt[], named: Named): DecorationSet =>
  Decoration.set(
    codeSides(codes).map(({ at, side, code }): Range<Decoration> =>
      // what is typed at its edge stands outside of a pair, as in the file
      Decoration.widget({
        widget: new Chip(code, side, named),
        side: side === 'closes' && code.from < code.to ? -1 : 1,
      }).range(at),
    ),
    true,
  )

/** The codes of a column: between two tellings they move along with what is typed. */
export const codeMarks = (named: Named): StateField<DecorationSet> =>
  StateField.define<DecorationSet>({
    create: () => RangeSet.empty,
    update: (value, transaction) => {
      let codes = value.map(transaction.changes)
      for (const effect of transaction.effects) if (effect.is(setCodes)) codes = drawn(effect.value, named)
      return codes
    },
    provide: field => EditorView.decorations.from(field),
  })

/** Where the machine's text has them. */
export const inMt = ({ id, label, kind, mt }: MarkView): CodeAt => ({ id, label, kind, ...mt, lost: false })
/** Where the corrected text has them. */
export const inCorrected = ({ id, label, kind, from, to, gone }: MarkView): CodeAt => ({
  id,
  label,
  kind,
  from,
  to,
  lost: gone,
})
