import { fill } from '../../i18n/index.ts'
import type { FlagView } from '../../wire/flag.ts'
import { chooseFlag } from './choose-flag.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { refreshEntries, sameEntry } from './entries-now.ts'
import { dismissFlag, dropFlag, editFlag } from './flag-acts.ts'
import type { Pending } from './flag-book.ts'
import { goTo } from './go-to.ts'
import { told } from './rail-entry.ts'
import { chosen } from './walk.ts'

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

const find = ({ flags }: Context, id: string): FlagView | Pending | undefined => flags.find(id) ?? flags.findPending(id)

/** Which words of the corrected text a flag's suggestion would replace: what stands where its own stood; else the hunk's. */
const spanOf = (context: Context, entry: Entry, id: string): { readonly from: number; readonly to: number } =>
  context.placeOf(id) ?? { from: entry.fromB, to: entry.toB }

/** The flags of an entry whose suggestion does not stand there yet. */
export const suggesting = (context: Context, entry: Entry): readonly string[] =>
  entry.flags.filter(id => {
    const flag = find(context, id)
    if (flag === undefined || flag.suggestion === '' || ('status' in flag && flag.status === 'dismissed')) return false
    const { from, to } = spanOf(context, entry, id)
    return context.views.corrected.state.sliceDoc(from, to) !== flag.suggestion
  })

/** The flags of an entry that can be dismissed, or being dismissed opened again; those that are fixed have had their answer. */
export const answerable = ({ flags }: Context, entry: Entry): readonly string[] =>
  entry.flags.filter(id => {
    const status = flags.find(id)?.status ?? 'open'
    return entry.open ? status !== 'fixed' : status === 'dismissed'
  })

/**
 * Says what was done, and goes on to what is to be done next: the next entry with an open flag, or after taking words back the next one at
 * all; so that ten suggestions are ten keys. What comes next is looked up before the deed, which may make its own entry another.
 */
const nextAfter = (context: Context, entry: Entry, openOnly: boolean): ((did: string) => void) => {
  const shown = chosen(context.entries, context.filter)
  const later = shown.slice(shown.findIndex(e => e.key === entry.key) + 1)
  return did => {
    refreshEntries(context)
    for (const next of later) {
      const now = openOnly && !next.open ? undefined : sameEntry(context.entries, next)
      if (now !== undefined && (now.open || !openOnly)) return goTo(context, now, true, did)
    }
    context.say(openOnly ? `${did} ${context.t.done.nothingOpen}` : did)
    context.moved.tell()
  }
}

/**
 * The one key that corrects: a flag's suggestion becomes the text, and the next open flag is gone to. Where there is none, the editor
 * writes at the place.
 */
export const acceptEntry = async (context: Context, entry: Entry): Promise<void> => {
  const { t, language, views, mode } = context
  const offered = suggesting(context, entry)
  if (offered.length > 0) {
    const id = await chooseFlag(context, t.flag.chooseAccept, offered)
    const flag = id === null ? undefined : find(context, id)
    if (id === null || flag === undefined) return
    const { from, to } = spanOf(context, entry, id)
    const goOn = nextAfter(context, entry, true)
    put(context, from, to, flag.suggestion)
    return goOn(fill(language, t.done.accepted, { words: told(t, flag.suggestion) }))
  }
  mode.set(views.corrected, true)
  views.corrected.focus()
  views.corrected.dispatch({
    selection: { anchor: entry.fromB, head: Math.min(entry.toB, views.corrected.state.doc.length) },
  })
  context.say(t.done.writing)
}

/** Edits a flag of an entry, the one that is chosen where there are several. */
export const editEntry = async (context: Context, entry: Entry): Promise<void> => {
  const id = await chooseFlag(context, context.t.flag.chooseEdit, entry.flags)
  if (id !== null) await editFlag(context, id)
  else if (entry.flags.length === 0) context.say(context.t.flag.noneHere)
}

/** A flag is dismissed; where none is open, what was changed is given back its machine's words. */
export const dismissEntry = async (context: Context, entry: Entry): Promise<void> => {
  const { flags, wire, t } = context
  const ids = answerable(context, entry)
  if (ids.length === 0) {
    if (!entry.hunk || entry.moved) return context.say(t.flag.noneHere)
    const goOn = nextAfter(context, entry, false)
    put(context, entry.fromB, entry.toB, wire.mtText.slice(entry.fromA, entry.toA))
    return goOn(t.done.reverted)
  }
  const id = await chooseFlag(context, t.flag.chooseDismiss, ids)
  if (id === null) return
  const goOn = nextAfter(context, entry, true)
  const flag = flags.find(id)
  if (flag === undefined) {
    dropFlag(context, id)
    return goOn(t.flag.withdrawn)
  }
  if (!(await dismissFlag(context, flag))) return
  if (flag.status === 'dismissed') context.say(t.flag.reopenDone)
  else goOn(t.flag.dismissDone)
}
