import { invertedEffects } from '@codemirror/commands'
import { StateEffect, StateField, type ChangeDesc, type ChangeSet, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Severity } from '../../mqm/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { Reason } from '../../wire/save.ts'

/** A change between the machine's text and the corrected one, by its place in both. */
export interface Place {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/**
 * What a person has said of the category of a change. Its span in the corrected text follows what is typed; the machine's words never
 * move, and with other ones of them it is another change, of which nobody has said anything.
 */
export interface Ruling extends Place {
  readonly id: number
  readonly category: string
  readonly severity: Severity
}

let lastId = 0

export const newRuling = ({ fromA, toA, fromB, toB }: Place, category: string, severity: Severity): Ruling => ({
  id: ++lastId,
  fromA,
  toA,
  fromB,
  toB,
  category,
  severity,
})

const moved = (ruling: Ruling, changes: ChangeDesc): Ruling => {
  const fromB = changes.mapPos(ruling.fromB, ruling.fromB < ruling.toB ? 1 : -1)
  return { ...ruling, fromB, toB: Math.max(fromB, changes.mapPos(ruling.toB, 1)) }
}

/** What is said anew, and what is taken back. */
export interface Ruled {
  readonly put: readonly Ruling[]
  readonly drop: readonly number[]
}

export const rule = StateEffect.define<Ruled>({
  map: ({ put, drop }, changes) => ({ put: put.map(ruling => moved(ruling, changes)), drop }),
})
/** Those of a draft. */
export const setRulings = StateEffect.define<readonly Ruling[]>()

/** The categories that were confirmed or chosen on this page. */
export const rulingField = StateField.define<readonly Ruling[]>({
  create: () => [],
  update: (value, { docChanged, changes, effects }) => {
    let rulings = docChanged && value.length > 0 ? value.map(ruling => moved(ruling, changes)) : value
    for (const effect of effects) {
      if (effect.is(setRulings)) rulings = effect.value
      if (!effect.is(rule)) continue
      const { put, drop } = effect.value
      const gone = new Set([...drop, ...put.map(({ id }) => id)])
      rulings = [...rulings.filter(({ id }) => !gone.has(id)), ...put]
    }
    return rulings
  },
})

const opposite = invertedEffects.of(({ effects, startState }) =>
  effects.flatMap(effect => {
    if (!effect.is(rule)) return []
    const dropped = startState.field(rulingField).filter(({ id }) => effect.value.drop.includes(id))
    return [rule.of({ put: dropped, drop: effect.value.put.map(({ id }) => id) })]
  }),
)

/** What a transaction has put there and taken away, and whether by undoing or redoing. */
export interface Heard {
  readonly put: readonly Ruling[]
  readonly dropped: readonly Ruling[]
  readonly again: 'undo' | 'redo' | null
}

/** @param heard is told once the text has it */
export const rulings = (heard: (ruled: Heard) => void): Extension => [
  rulingField,
  opposite,
  EditorView.updateListener.of(update => {
    for (const transaction of update.transactions) {
      const ruled = transaction.effects.flatMap(effect => (effect.is(rule) ? [effect.value] : []))
      if (ruled.length === 0) continue
      const before = transaction.startState.field(rulingField)
      heard({
        put: ruled.flatMap(({ put }) => put),
        dropped: before.filter(({ id }) => ruled.some(({ drop }) => drop.includes(id))),
        again: transaction.isUserEvent('undo') ? 'undo' : transaction.isUserEvent('redo') ? 'redo' : null,
      })
    }
  }),
]

/** Has a change these words of the machine's, and stands it where this was said? Of insertions at one place the span tells them apart. */
export const isOf = (ruling: Ruling, place: Place): boolean =>
  ruling.fromA === place.fromA && ruling.toA === place.toA && ruling.fromB <= place.toB && place.fromB <= ruling.toB

const byWords = new WeakMap<readonly Ruling[], ReadonlyMap<string, readonly Ruling[]>>()
const key = ({ fromA, toA }: Place): string => `${fromA}-${toA}`

const indexOf = (all: readonly Ruling[]): ReadonlyMap<string, readonly Ruling[]> => {
  const known = byWords.get(all)
  if (known !== undefined) return known
  const made = new Map<string, Ruling[]>()
  for (const ruling of all) {
    const same = made.get(key(ruling))
    if (same === undefined) made.set(key(ruling), [ruling])
    else same.push(ruling)
  }
  byWords.set(all, made)
  return made
}

/** What was said last of a change. */
export const rulingOf = (all: readonly Ruling[], place: Place): Ruling | undefined =>
  all.length === 0
    ? undefined
    : indexOf(all)
        .get(key(place))
        ?.findLast(ruling => isOf(ruling, place))

/** Does a change of the text, from its base to what stands there, take in this span? */
export const takesIn = (change: ChangeSet, { from, to }: Span): boolean => {
  let found = false
  change.iterChangedRanges((_fromOld, _toOld, fromNew, toNew) => {
    found ||= fromNew <= to && from <= toNew
  })
  return found
}

/**
 * What was said of the changes that a save makes, as reasons in offsets of the text that it makes.
 * @param changeOf which change stands there now; undefined where there is none any more
 */
export const reasonsByRulings = (
  all: readonly Ruling[],
  change: ChangeSet,
  changeOf: (ruling: Ruling) => Place | undefined,
): readonly Reason[] =>
  all.flatMap(ruling => {
    const place = changeOf(ruling)
    if (place === undefined || rulingOf(all, place) !== ruling) return []
    const span = { from: place.fromB, to: place.toB }
    return takesIn(change, span) ? [{ ...span, category: ruling.category, severity: ruling.severity }] : []
  })

/** What a draft has kept of them: reasons of neither a flag, a check nor a batch. */
export const rulingsOf = (reasons: readonly Reason[], changeAt: (span: Span) => Place | undefined): readonly Ruling[] =>
  reasons.flatMap(({ from, to, category, severity, flag, check, batch }) => {
    const place = (flag ?? check ?? batch) ? undefined : changeAt({ from, to })
    return place === undefined ? [] : [newRuling(place, category, severity)]
  })
