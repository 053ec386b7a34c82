import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { refreshEntries, sameEntry } from './entries-now.ts'
import { goTo } from './go-to.ts'
import { shownOf } from './shown.ts'

/**
 * Says what was done, and goes on to what is to be done next: the next entry with an open flag or a finding, from the start again after
 * the last; or after taking words back the next one at all; so that ten fixes are ten keys. What comes next is looked up before the deed,
 * which may make its own entry another.
 */
export const nextAfter = (context: Context, entry: Entry, openOnly: boolean): ((did: string) => void) => {
  const shown = shownOf(context)
  const at = shown.findIndex(e => e.key === entry.key)
  // of several findings on the same words one has had its answer
  const later = shown.slice(entry.findings.length > 1 ? at : at + 1)
  const order = openOnly ? [...later, ...shown.slice(0, Math.max(0, at))] : later
  return did => {
    refreshEntries(context)
    for (const next of order) {
      const now = openOnly && !next.open ? undefined : sameEntry(context.entries, next)
      if (now !== undefined && (now.open || !openOnly)) return goTo(context, now, true, did)
    }
    context.say(openOnly ? `${did} ${context.t.done.nothingOpen}` : did)
    context.moved.tell()
  }
}

/**
 * Says what was done, and goes on to the next entry of a kind, from the start again after the last. What was done must leave the text as it is.
 * @param nothing is said where there is none
 */
export const nextAmong = (
  context: Context,
  entry: Entry,
  wanted: (entry: Entry) => boolean,
  nothing: string,
): ((did: string) => void) => {
  const shown = shownOf(context)
  const at = shown.findIndex(e => e.key === entry.key)
  const order = [...shown.slice(at + 1), ...shown.slice(0, Math.max(0, at))]
  return did => {
    refreshEntries(context)
    const next = order.find(wanted)
    const now = next && sameEntry(context.entries, next)
    if (now !== undefined) return goTo(context, now, true, did)
    context.say(`${did} ${nothing}`)
    context.moved.tell()
  }
}
