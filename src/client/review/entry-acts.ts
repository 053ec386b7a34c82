import { fill } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { dismissFlag, editFlag } from './flag-acts.ts'
import { told } from './rail-entry.ts'

/** Puts words into the corrected text, as one step of its history. */
const put = (context: Context, from: number, to: number, words: string): void => {
  const { views, mode } = context
  mode.unlocked(views.corrected, () =>
    views.corrected.dispatch({
      changes: { from, to, insert: words },
      selection: { anchor: from + words.length },
      userEvent: 'input.accept',
    }),
  )
}

/**
 * The one key that corrects: a flag's suggestion becomes the text. Where there is none, the editor writes at the place.
 * The flag's own words are replaced, not the whole hunk's, where they still stand.
 */
export const acceptEntry = (context: Context, entry: Entry): void => {
  const { t, language, views, mode, flags } = context
  for (const id of entry.flags) {
    const flag = flags.find(id) ?? flags.findPending(id)
    if (flag === undefined || flag.suggestion === '') continue
    const at = entry.hunk
      ? { from: entry.fromB, to: entry.toB }
      : (context.placeOf(id) ?? { from: entry.fromB, to: entry.toB })
    if (views.corrected.state.sliceDoc(at.from, at.to) === flag.suggestion) continue
    put(context, at.from, at.to, flag.suggestion)
    context.say(fill(language, t.done.accepted, { words: told(t, flag.suggestion) }))
    return
  }
  mode.set(views.corrected, true)
  views.corrected.focus()
  views.corrected.dispatch({
    selection: { anchor: entry.fromB, head: Math.min(entry.toB, views.corrected.state.doc.length) },
  })
  context.say(t.done.writing)
}

/** A flag is dismissed; what was changed without a flag is given back its machine's words. */
export const dismissEntry = async (context: Context, entry: Entry): Promise<void> => {
  const { flags, wire, t } = context
  const stored = entry.flags.map(id => flags.find(id)).find(flag => flag !== undefined)
  if (stored !== undefined) return dismissFlag(context, stored)
  const pending = entry.flags[0]
  if (pending !== undefined) return editFlag(context, pending)
  if (!entry.hunk || entry.moved) return
  put(context, entry.fromB, entry.toB, wire.mtText.slice(entry.fromA, entry.toA))
  context.say(t.done.reverted)
}
