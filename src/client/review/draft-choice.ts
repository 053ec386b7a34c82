import { ChangeSet, Text } from '@codemirror/state'
import { merge } from '../../text/merge.ts'
import { changeBetween } from '../../text/change.ts'
import type { Span } from '../../text/span.ts'
import type { PendingFlag } from '../../wire/flag.ts'
import type { DraftView, Reason } from '../../wire/save.ts'
import type { LocalDraft } from './draft-store.ts'
import type { Session } from './session.ts'

export interface Found {
  readonly tab: string
  readonly base: number
  readonly change: unknown
  readonly flags: readonly PendingFlag[]
  readonly reasons: readonly Reason[]
  readonly updatedAt: number
  readonly baseText: string | null
}

/**
 * The drafts of both keepers, a tab once: the later of its two, newest first. Those of tabs that are open elsewhere are theirs.
 * @param others tabs alive elsewhere
 */
export const draftsFound = (
  server: readonly DraftView[],
  local: readonly LocalDraft[],
  others: ReadonlySet<string>,
): readonly Found[] => {
  const byTab = new Map<string, Found>()
  for (const draft of [
    ...server,
    ...local.map(d => ({ ...d, reasons: d.reasons ?? [], baseText: d.baseText ?? null })),
  ]) {
    const known = byTab.get(draft.tab)
    const baseText = draft.baseText ?? (known?.base === draft.base ? known.baseText : null)
    if (known === undefined || draft.updatedAt >= known.updatedAt) byTab.set(draft.tab, { ...draft, baseText })
  }
  return [...byTab.values()].filter(d => !others.has(d.tab)).sort((x, y) => y.updatedAt - x.updatedAt)
}

/** What becomes of a draft on opening. */
export type Resumed =
  | {
      readonly kind: 'restored' | 'merged' | 'older'
      readonly session: Session
      readonly flags: readonly PendingFlag[]
      readonly reasons: readonly Reason[]
    }
  /** it says nothing that the head does not */
  | { readonly kind: 'nothing' }
  /** it does not fit its text: damaged, or its base is not known here */
  | { readonly kind: 'misfit' }

/**
 * A draft on the head is taken up as it is. On an older revision it is laid over the head where the two do not touch; where they do, it
 * goes on from its own base, and saving shows both.
 */
export const resume = (draft: Found, head: { readonly number: number; readonly text: string }): Resumed => {
  const { flags, reasons } = draft
  const baseText = draft.base === head.number ? head.text : draft.baseText
  if (baseText === null) return { kind: 'misfit' }
  let change: ChangeSet
  try {
    change = ChangeSet.fromJSON(draft.change)
    if (change.length !== baseText.length) return { kind: 'misfit' }
    if (textAfter(change, baseText) === head.text && flags.length === 0) return { kind: 'nothing' }
  } catch {
    return { kind: 'misfit' }
  }
  if (draft.base === head.number)
    return { kind: 'restored', session: { base: draft.base, baseText, change }, flags, reasons }
  const stored = changeBetween(baseText, head.text)
  const merged = merge(baseText, stored, change)
  if (merged.kind === 'conflict')
    return { kind: 'older', session: { base: draft.base, baseText, change }, flags, reasons }
  if (merged.change.empty && flags.length === 0) return { kind: 'nothing' }
  const over = stored.map(change, true)
  const carried = <T extends Span>(marks: readonly T[]): readonly T[] =>
    marks.map(mark => {
      const from = over.mapPos(mark.from, 1)
      return { ...mark, from, to: Math.max(from, over.mapPos(mark.to, -1)) }
    })
  const session = { base: head.number, baseText: head.text, change: merged.change }
  return { kind: 'merged', session, flags: carried(flags), reasons: carried(reasons) }
}

export const textAfter = (change: ChangeSet, text: string): string => change.apply(Text.of(text.split('\n'))).toString()
