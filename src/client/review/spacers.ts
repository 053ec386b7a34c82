import { RangeSet, StateEffect, StateField, type EditorState, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'

/** Empty height before a row, so that it begins level with its neighbours in the other columns. */
class Spacer extends WidgetType {
  readonly height: number
  constructor(height: number) {
    super()
    this.height = height
  }
  override eq(other: Spacer): boolean {
    return other.height === this.height
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('div')
    element.className = 'desk-spacer'
    element.style.height = `${this.height}px`
    return element
  }
  override updateDOM(element: HTMLElement): boolean {
    element.style.height = `${this.height}px`
    return true
  }
  override get estimatedHeight(): number {
    return this.height
  }
  override ignoreEvent(): boolean {
    return false
  }
}

export interface SpacerAt {
  /** a line's beginning */
  readonly at: number
  /** px */
  readonly height: number
}

/** Replaces all spacers that stand in from…to (both included). */
export const setSpacers = StateEffect.define<{
  readonly from: number
  readonly to: number
  readonly spacers: readonly SpacerAt[]
}>({
  map: (value, changes) => ({
    from: changes.mapPos(value.from, -1),
    to: changes.mapPos(value.to, 1),
    spacers: value.spacers.map(s => ({ at: changes.mapPos(s.at, -1), height: s.height })),
  }),
})

const spacer = (s: SpacerAt): Range<Decoration> =>
  Decoration.widget({ widget: new Spacer(s.height), block: true, side: -1 }).range(s.at)

/**
 * The spacers of a column: one before every row, even of no height, for else what is not yet drawn is estimated in lumps, thousands of
 * pixels off. After an edit a spacer stays at its line's beginning, and goes where the line was joined to the one before.
 */
export const spacerField = StateField.define<DecorationSet>({
  create: () => RangeSet.empty,
  update: (value, transaction) => {
    let spacers = value.map(transaction.changes)
    for (const effect of transaction.effects)
      if (effect.is(setSpacers))
        spacers = spacers.update({
          filterFrom: effect.value.from,
          filterTo: effect.value.to,
          filter: () => false,
          add: effect.value.spacers.map(spacer),
        })
    return spacers
  },
  provide: field => EditorView.decorations.from(field),
})

/** Is the spacer at this line the given height? A missing one is not. */
export const hasSpacer = (state: EditorState, at: number, height: number): boolean => {
  let has = false
  state.field(spacerField).between(at, at, (_from, _to, value) => {
    has = Math.abs((value.spec as { widget: Spacer }).widget.height - height) < 0.01
    return false
  })
  return has
}
