/** Random texts, changes and whole lives of a text, for the laws. */
import fc from 'fast-check'
import type { ChangeSet } from '@codemirror/state'
import { applyChange, changeBetween, narrow } from '../../src/text/change.ts'
import { changeOf, type Edit } from '../../src/text/change/edits.ts'
import { undoStep, type Step } from '../../src/text/path.ts'

/** Fixed, so that a red run is red again; another by LAWS_SEED. */
export const seed = Number(process.env['LAWS_SEED'] ?? 20261123)
export const thousand = { numRuns: 1000, seed }

const bits = [
  'hus',
  'huset',
  'en',
  'ett',
  'stor',
  'stort',
  'EU:s',
  'bil',
  'å',
  'i',
  '”ja”',
  '.',
  ',',
  '–',
  '😀',
  '😁',
  '\u2028',
  'a\u030a',
  '7',
]
const bit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...bits) },
  { weight: 3, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constant('\n') },
)
export const anyText = (most = 24): fc.Arbitrary<string> =>
  fc.array(bit, { maxLength: most }).map(parts => parts.join(''))

/** How to edit a text that is not known yet. */
const plan = fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.oneof(anyText(3), fc.constant(''))), {
  minLength: 1,
  maxLength: 4,
})
export type Plan = readonly (readonly [number, number, string])[]
export const anyPlan: fc.Arbitrary<Plan> = plan

const low = /[\udc00-\udfff]/
const wholeAt = (text: string, at: number): number => (low.test(text.charAt(at)) ? at + 1 : at)

/** A change by a plan: any ranges of whole characters, sorted and apart. */
export function planned(text: string, edits: Plan): ChangeSet {
  const result: Edit[] = []
  let free = 0
  for (const [place, length, insert] of edits
    .map(([at, ...rest]) => [at % (text.length + 1), ...rest] as const)
    .toSorted((a, b) => a[0] - b[0])) {
    const from = wholeAt(text, Math.max(place, free))
    const to = wholeAt(text, Math.min(text.length, from + length))
    if (from > text.length) break
    result.push({ from, to, insert })
    free = to
  }
  return changeOf(result, text.length)
}

const act = fc.oneof(
  { weight: 5, arbitrary: plan.map(edits => ({ kind: 'edit' as const, edits })) },
  { weight: 1, arbitrary: fc.nat().map(at => ({ kind: 'restore' as const, at })) },
  { weight: 3, arbitrary: fc.nat().map(at => ({ kind: 'undo' as const, at })) },
)

export interface Life {
  readonly steps: readonly Step[]
  readonly texts: readonly string[]
}

/** A life as the program makes it: saves, restores, undoes, also of those. Undoing what conflicts is left out. */
export const anyLife = (longest = 14): fc.Arbitrary<Life> =>
  fc.tuple(anyText(40), fc.array(act, { maxLength: longest })).map(([mt, acts]) => {
    const [steps, texts]: [Step[], string[]] = [[], [mt]]
    for (const each of acts) {
      const text = texts.at(-1) as string
      let step: Omit<Step, 'number'> | undefined
      if (each.kind === 'edit') step = { change: narrow(planned(text, each.edits), text), restores: null, undoes: null }
      else if (each.kind === 'restore') {
        const restores = each.at % texts.length
        step = { change: changeBetween(text, texts[restores] as string), restores, undoes: null }
      } else if (steps.length > 0) {
        const undoes = 1 + (each.at % steps.length)
        const undone = undoStep([...steps], undoes, mt)
        if (undone.kind === 'undone') step = { change: undone.change, restores: null, undoes }
      }
      if (step === undefined || step.change.empty) continue
      steps.push({ number: texts.length, ...step })
      texts.push(applyChange(text, step.change))
    }
    return { steps, texts }
  })
