import { RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { Span } from '../../text/span.ts'

/** The places of a search in one column. */
export const setFound = StateEffect.define<{ readonly spans: readonly Span[]; readonly current: number }>()

const found = Decoration.mark({ class: 'found' })
const foundHere = Decoration.mark({ class: 'found found-here' })

export const findMarks = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update: (value, transaction) => {
    let marks = value.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(setFound))
        marks = Decoration.set(
          effect.value.spans.map((s, i) => (i === effect.value.current ? foundHere : found).range(s.from, s.to)),
        )
    return marks
  },
  provide: field => EditorView.decorations.from(field),
})
