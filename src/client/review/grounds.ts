import { StateEffect, StateField, type ChangeSet, type Text, type Transaction } from '@codemirror/state'
import type { Reason } from '../../wire/save.ts'
import { findingField } from './finding-field.ts'
import type { Standing } from './findings.ts'

/** A passage that was corrected because a check had found something there. It follows the text while more is typed. */
export interface Ground extends Pick<Standing, 'from' | 'to' | 'category' | 'severity'> {
  readonly id: number
  readonly check: string
  /** the pair of the memory, or the term, that the finding spoke of */
  readonly about: string | undefined
  /** the words that were found wrong: while they stand there nothing is corrected; null where they are not known any more */
  readonly was: string | null
}

let lastId = 0

/** Grounds as a draft has kept them. */
export const groundsOf = (reasons: readonly Reason[]): readonly Ground[] =>
  reasons.flatMap(({ from, to, category, severity, check, about }) =>
    check === undefined ? [] : [{ id: ++lastId, from, to, check, about, category, severity, was: null }],
  )

export const setGrounds = StateEffect.define<readonly Ground[]>()
/** What is saved has told its grounds. */
export const forgetGrounds = StateEffect.define<ReadonlySet<number>>()

const holds = ({ from, to, was }: Ground, text: Text): boolean => text.sliceString(from, to) !== was

const isWriting = (transaction: Transaction): boolean =>
  transaction.isUserEvent('input') || transaction.isUserEvent('delete')

/** The findings that a transaction corrects: a range it changes lies within their words, and these are others after it. */
const corrected = (transaction: Transaction): readonly Standing[] => {
  const left = new Set(transaction.state.field(findingField).map(({ id }) => id))
  const gone = transaction.startState.field(findingField).filter(({ id }) => !left.has(id))
  if (gone.length === 0) return []
  const found = new Set<Standing>()
  transaction.changes.iterChangedRanges((from, to) => {
    for (const finding of gone) if (finding.from <= from && to <= finding.to) found.add(finding)
  })
  return [...found]
}

const meets = (ground: Ground, from: number, to: number): boolean => ground.from <= to && from <= ground.to

/** The grounds with those that a transaction gives. One that was undone there is not waited for any longer. */
const withNew = (grounds: readonly Ground[], transaction: Transaction): readonly Ground[] => {
  const { changes, newDoc, startState } = transaction
  const dead = new Set(startState.field(groundField).flatMap(g => (holds(g, startState.doc) ? [] : [g.id])))
  const accepted = transaction.isUserEvent('input.accept')
  let all = grounds
  for (const { from: before, to: after, check, about, category, severity, text } of corrected(transaction)) {
    const [from, to] = [changes.mapPos(before, -1), changes.mapPos(after, 1)]
    all = all.filter(g => !dead.has(g.id) || !meets(g, from, to))
    if (!accepted && all.some(g => g.from < to && from < g.to && holds(g, newDoc))) continue
    all = [...all, { id: ++lastId, from, to, check, about, category, severity, was: text }]
  }
  return all
}

/**
 * Why passages of the text on the desk read as they do. An accepted fix is such a passage, and so are words that were typed over found
 * ones; typing on in it does not give it another ground, accepting what is found in it next does.
 */
export const groundField = StateField.define<readonly Ground[]>({
  create: () => [],
  update: (value, transaction) => {
    const { docChanged, changes } = transaction
    let grounds = value
    if (docChanged) {
      grounds = value.map(g => ({
        ...g,
        from: changes.mapPos(g.from, g.from < g.to ? 1 : -1),
        to: changes.mapPos(g.to, 1),
      }))
      if (isWriting(transaction)) grounds = withNew(grounds, transaction)
    }
    for (const effect of transaction.effects) {
      if (effect.is(setGrounds)) grounds = effect.value
      if (effect.is(forgetGrounds)) grounds = grounds.filter(({ id }) => !effect.value.has(id))
    }
    return grounds
  },
})

/**
 * The grounds that hold of a change, as reasons in offsets of the text it makes. What was undone changes nothing, and has none.
 * @param change from the text of the base to `text`
 */
export const reasonsByChecks = (grounds: readonly Ground[], change: ChangeSet, text: Text): readonly Reason[] => {
  const ranges: { readonly from: number; readonly to: number }[] = []
  change.iterChangedRanges((_from, _to, from, to) => ranges.push({ from, to }))
  return grounds
    .filter(ground => holds(ground, text) && ranges.some(({ from, to }) => meets(ground, from, to)))
    .map(({ from, to, category, severity, check, about }) => {
      const reason = { from, to, category, severity, check }
      return about === undefined ? reason : { ...reason, about }
    })
}
