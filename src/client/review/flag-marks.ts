import { RangeSet, StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Severity } from '../../mqm/annotation.ts'

/** A flag's span in one text, as it is drawn. */
export interface FlagMark {
  readonly id: string
  readonly from: number
  readonly to: number
  readonly severity: Severity
  readonly open: boolean
  readonly current: boolean
}

/** Where something is missing: a mark between two letters that takes no room. */
class Point extends WidgetType {
  private readonly flag: FlagMark
  constructor(flag: FlagMark) {
    super()
    this.flag = flag
  }
  override eq(other: Point): boolean {
    return (
      other.flag.id === this.flag.id &&
      other.flag.severity === this.flag.severity &&
      other.flag.current === this.flag.current
    )
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = `flag-point ${classOf(this.flag)}`
    element.dataset.flag = this.flag.id
    return element
  }
}

const classOf = (flag: FlagMark): string =>
  `flag flag-${flag.severity}${flag.open ? '' : ' flag-done'}${flag.current ? ' is-current' : ''}`

const decorate = (flag: FlagMark): Range<Decoration> =>
  flag.from === flag.to
    ? Decoration.widget({ widget: new Point(flag), side: 1 }).range(flag.from)
    : Decoration.mark({ class: classOf(flag), attributes: { 'data-flag': flag.id } }).range(flag.from, flag.to)

export const setFlagMarks = StateEffect.define<readonly FlagMark[]>()

/** The current entry's words, in each column. */
export const setCurrent = StateEffect.define<{ readonly from: number; readonly to: number } | null>()

const currentMark = Decoration.mark({ class: 'current-words' })

export const flagMarks = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update: (value, transaction) => {
    let marks = value.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(setFlagMarks)) marks = Decoration.set(effect.value.map(decorate), true)
    return marks
  },
  provide: field => EditorView.decorations.from(field),
})

export const currentMarks = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update: (value, transaction) => {
    let marks = value.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(setCurrent))
        marks =
          effect.value === null || effect.value.from >= effect.value.to
            ? Decoration.none
            : Decoration.set([currentMark.range(effect.value.from, effect.value.to)])
    return marks
  },
  provide: field => EditorView.decorations.from(field),
})
