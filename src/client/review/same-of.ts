import type { Text } from '@codemirror/state'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { findingField } from './finding-field.ts'
import type { Replacement } from './put-words.ts'
import { sameElsewhere } from './same-words.ts'
import { wordsOf } from './verdict.ts'

/** What was looked for last: the rail asks at every key, and the answer is the same until something has changed. */
let last: {
  readonly doc: Text
  readonly key: string
  readonly findings: object
  readonly found: readonly Replacement[]
} | null = null

/** Where else in the article the same correction could be made as the one of an entry. */
export const sameOf = (context: Context, entry: Entry): readonly Replacement[] => {
  if (!entry.hunk || entry.moved) return []
  const { state } = context.views.corrected
  const findings = state.field(findingField)
  const words = wordsOf(context, entry)
  const key = JSON.stringify([words, entry.fromB])
  if (last === null || last.doc !== state.doc || last.findings !== findings || last.key !== key) {
    const here = { from: entry.fromB, to: entry.toB }
    last = { doc: state.doc, key, findings, found: sameElsewhere(state.doc.toString(), words, here, findings) }
  }
  return last.found
}
