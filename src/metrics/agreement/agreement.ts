/**
 * α of MQM annotations. What is judged has to be units that all annotators have, and spans are not: each chooses their own.
 *
 * On words: every word of the text is labelled with the annotation that it stands in, or with none, as Lommel, Popović & Burchardt 2014,
 * Assessing Inter-Annotator Agreement for Translation Error Annotation (MTE workshop at LREC), do with MQM. It tells whether the same is
 * found and called the same; that most words are without error is the chance it is corrected for. A long span weighs as many as it has words.
 * Krippendorff's own α of unitised text (Krippendorff, Mathet, Bouvry & Widlöcher 2016, Quality & Quantity 50) weighs by length too, in
 * characters; on words, a border that is a letter off is none.
 *
 * On pairs: errors that both have marked (`pairAnnotations`). It tells whether what is found by both is called the same, and nothing of
 * what only one has found.
 */
import { severities, type Severity } from '../../mqm/annotation.ts'
import { dimensionOf, type CategoryId } from '../../mqm/typology.ts'
import { words } from '../../text/words.ts'
import { nominalAlpha, ordinalAlpha, type Judgements } from './alpha.ts'
import { gravestAt } from './gravest.ts'
import type { Marked, Pairing } from './pairing.ts'

/** What an annotator says of a unit. */
export interface Label {
  readonly category: CategoryId | 'none'
  readonly severity: Severity | 'none'
}

/** α by what is asked; null where there is nothing to agree on. */
export interface Agreement {
  /** is there an error? Null of pairs: both have one. */
  readonly error: number | null
  readonly dimension: number | null
  readonly category: number | null
  /** ordinal: none, neutral, minor, major, critical */
  readonly severity: number | null
}

export const severityOrder = ['none', ...severities] as const
const order = severityOrder
const none: Label = { category: 'none', severity: 'none' }

/**
 * The words of a text as its annotators label them, each by the gravest annotation that touches it. Points touch no word.
 * @param annotators what each has marked; null: has not read this text
 */
export function labelWords(text: string, annotators: readonly (readonly Marked[] | null)[]): Judgements<Label>[] {
  const layers = annotators.map(marked => marked && { marked, numbers: gravestAt(marked, text.length) })
  return words(text).map(({ from, to }) =>
    layers.map(layer => {
      if (layer === null) return null
      const { marked, numbers } = layer
      let label = none
      for (let at = from; at < to; at++) {
        const there = marked[numbers[at]! - 1]
        if (there && order.indexOf(there.severity) > order.indexOf(label.severity)) label = there
      }
      return label
    }),
  )
}

/** What two say of the errors that both have marked. */
export const labelPairs = ({ pairs }: Pairing): Judgements<Label>[] => pairs.map(({ a, b }) => [a, b])

const asked = <T>(units: readonly Judgements<Label>[], of: (label: Label) => T): Judgements<T>[] =>
  units.map(unit => unit.map(label => (label === null ? null : of(label))))

/** Units of several texts may stand one after the other, with the same annotators at the same places. */
export const agreementOf = (units: readonly Judgements<Label>[]): Agreement => ({
  error: nominalAlpha(asked(units, ({ category }) => category !== 'none')),
  dimension: nominalAlpha(asked(units, ({ category }) => (category === 'none' ? category : dimensionOf(category)))),
  category: nominalAlpha(asked(units, ({ category }) => category)),
  severity: ordinalAlpha(
    asked(units, ({ severity }) => severity),
    order,
  ),
})
