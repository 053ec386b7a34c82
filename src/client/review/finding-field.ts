import { invertedEffects } from '@codemirror/commands'
import { StateEffect, StateField, type ChangeDesc, type Extension, type Range } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { Severity } from '../../mqm/annotation.ts'
import { followed, type Standing } from './findings.ts'

/** What the checks say of the text as it stands. */
export const setFindings = StateEffect.define<readonly Standing[]>()

/** Findings that an edit has taken away, for its undoing. */
const bringBack = StateEffect.define<readonly Standing[]>({
  map: (findings, changes) => findings.map(finding => moved(finding, changes)),
})

const moved = (finding: Standing, changes: ChangeDesc): Standing => ({
  ...finding,
  from: changes.mapPos(finding.from, -1),
  to: changes.mapPos(finding.to, 1),
})

const inOrder = (findings: readonly Standing[]): readonly Standing[] =>
  findings.toSorted((x, y) => x.from - y.from || x.to - y.to)

/** The findings of the text on the desk. They follow their words through every change, at once. */
export const findingField = StateField.define<readonly Standing[]>({
  create: () => [],
  update: (value, transaction) => {
    const { docChanged, changes, startState, effects } = transaction
    let findings = docChanged && value.length > 0 ? followed(value, changes, startState.doc, transaction.newDoc) : value
    for (const effect of effects) {
      if (effect.is(setFindings)) findings = effect.value
      if (!effect.is(bringBack)) continue
      const there = new Set(findings.map(({ id }) => id))
      const back = effect.value.filter(
        ({ id, from, to, text }) => !there.has(id) && transaction.newDoc.sliceString(from, to) === text,
      )
      findings = inOrder([...findings, ...back])
    }
    return findings
  },
})

class Point extends WidgetType {
  private readonly severity: Severity
  constructor(severity: Severity) {
    super()
    this.severity = severity
  }
  override eq(other: Point): boolean {
    return other.severity === this.severity
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = `finding-point finding-${this.severity}`
    return element
  }
}

const decorate = ({ from, to, severity }: Standing): Range<Decoration> =>
  from === to
    ? Decoration.widget({ widget: new Point(severity), side: 1 }).range(from)
    : Decoration.mark({ class: `finding finding-${severity}` }).range(from, to)

const drawn = EditorView.decorations.compute([findingField], (state): DecorationSet =>
  Decoration.set(state.field(findingField).map(decorate), true),
)

/** Undoing an edit brings back the findings whose words it had taken; the checks need not be asked first. */
const undone = invertedEffects.of(({ docChanged, startState, state }) => {
  if (!docChanged) return []
  const left = new Set(state.field(findingField).map(({ id }) => id))
  const gone = startState.field(findingField).filter(({ id }) => !left.has(id))
  return gone.length > 0 ? [bringBack.of(gone)] : []
})

export const findingMarks: Extension = [findingField, drawn, undone]
