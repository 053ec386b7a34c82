import { fill } from '../../i18n/index.ts'
import type { FlagView } from '../../wire/flag.ts'
import { chooseFlag } from './choose-flag.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { acceptFix, dismissFinding, findingsOf, offersOf, writeOn } from './finding-acts.ts'
import { dismissFlag, dropFlag, editFlag } from './flag-acts.ts'
import type { Pending } from './flag-book.ts'
import { nextAfter } from './go-on.ts'
import { putWords } from './put-words.ts'
import { told } from './told.ts'

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
    return entry.flagged ? status !== 'fixed' : status === 'dismissed'
  })

/**
 * The one key that corrects: a flag's suggestion, or else a finding's fix, becomes the text, and what is open next is gone to. Where
 * there is none, the editor writes at the place.
 */
export const acceptEntry = async (context: Context, entry: Entry): Promise<void> => {
  const { t, language, views } = context
  const [finding] = findingsOf(context, entry)
  const suggested = entry.flagged || finding === undefined ? suggesting(context, entry) : []
  if (suggested.length > 0) {
    const id = await chooseFlag(context, t.flag.chooseAccept, suggested)
    const flag = id === null ? undefined : find(context, id)
    if (id === null || flag === undefined) return
    const goOn = nextAfter(context, entry, true)
    putWords(context, { ...spanOf(context, entry, id), insert: flag.suggestion })
    return goOn(fill(language, t.done.accepted, { words: told(t, flag.suggestion) }))
  }
  const offer = offersOf(context, entry)[0]
  if (offer !== undefined) acceptFix(context, entry, offer)
  else {
    const to = Math.min(entry.toB, views.corrected.state.doc.length)
    writeOn(context, finding ?? { from: Math.min(entry.fromB, to), to })
  }
}

/** Accepts the fix of a number, as the rail shows them. */
export const acceptNth = (context: Context, entry: Entry, n: number): void => {
  const offer = offersOf(context, entry)[n - 1]
  if (offer === undefined) context.say(context.t.finding.noFix)
  else acceptFix(context, entry, offer)
}

/** Edits a flag of an entry, the one that is chosen where there are several; where there is none, the words that a check has found. */
export const editEntry = async (context: Context, entry: Entry): Promise<void> => {
  const finding = findingsOf(context, entry)[0]
  if (entry.flags.length === 0 && finding !== undefined) return writeOn(context, finding)
  const id = await chooseFlag(context, context.t.flag.chooseEdit, entry.flags)
  if (id !== null) await editFlag(context, id)
  else if (entry.flags.length === 0) context.say(context.t.flag.noneHere)
}

/** An open flag is dismissed, or else a finding; where there is neither, what was changed is given back its machine's words. */
export const dismissEntry = async (context: Context, entry: Entry): Promise<void> => {
  const { flags, wire, t } = context
  const finding = findingsOf(context, entry)[0]
  if (!entry.flagged && finding !== undefined) return dismissFinding(context, entry, finding)
  const ids = answerable(context, entry)
  if (ids.length === 0) {
    if (!entry.hunk || entry.moved) return context.say(t.flag.noneHere)
    const goOn = nextAfter(context, entry, false)
    putWords(context, { from: entry.fromB, to: entry.toB, insert: wire.mtText.slice(entry.fromA, entry.toA) })
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
