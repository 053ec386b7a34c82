import { isolateHistory, invertedEffects } from '@codemirror/commands'
import { StateEffect, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { DismissRequest } from '../../wire/finding.ts'
import type { FlagEdit } from '../../wire/flag.ts'
import type { Pending } from './flag-book.ts'

/** What can be done to a flag, so that undoing does the opposite. */
export type FlagDeed =
  | { readonly kind: 'withdraw' | 'reopen'; readonly id: string }
  | { readonly kind: 'dismiss'; readonly id: string; readonly reason: string }
  | { readonly kind: 'edit'; readonly id: string; readonly body: Omit<FlagEdit, 'version'> }
  | { readonly kind: 'drop'; readonly id: string }
  | { readonly kind: 'keep'; readonly flag: Pending }

/** What can be done to a finding besides changing its words. */
export interface FindingDeed {
  readonly kind: 'dismissFinding' | 'allowFinding'
  readonly request: DismissRequest & { readonly id: string }
}

export type Deed = FlagDeed | FindingDeed

const done = StateEffect.define<{ readonly did: Deed; readonly opposite: Deed }>()

/** What is done to flags together with a change of the text, for its transaction: undone with it. */
export const flagDeed = (did: FlagDeed, opposite: FlagDeed): StateEffect<unknown> => done.of({ did, opposite })

/** Puts what was done to a flag or a finding on the undo history of the text, in its order. */
export const remember = (view: EditorView, did: Deed, opposite: Deed): void =>
  view.dispatch({ effects: done.of({ did, opposite }), annotations: isolateHistory.of('full') })

/** Undo and redo of what was done to flags and findings: it stands on the same history as the edits. */
export const flagUndo = (perform: (deed: Deed) => void): Extension => [
  invertedEffects.of(transaction =>
    transaction.effects.flatMap(e => (e.is(done) ? [done.of({ did: e.value.opposite, opposite: e.value.did })] : [])),
  ),
  EditorView.updateListener.of(update => {
    for (const transaction of update.transactions)
      if (transaction.isUserEvent('undo') || transaction.isUserEvent('redo'))
        for (const effect of transaction.effects) if (effect.is(done)) perform(effect.value.did)
  }),
]
