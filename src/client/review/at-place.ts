import { fill } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { across } from './entry-parts.ts'
import { goTo, reveal } from './go-to.ts'
import { rowAt } from './row-starts.ts'

/** The place in the machine's text that an address names, as `?at=117`; null where it names none. */
export const placeNamed = (search: string, length: number): number | null => {
  const at = new URLSearchParams(search).get('at')
  return at !== null && /^\d{1,9}$/.test(at) ? Math.min(Number(at), length) : null
}

/** The entry at a place of the machine's text: a change that begins there before one that only reaches it, before anything else there. */
export const entryAtPlace = (entries: readonly Entry[], at: number): Entry | undefined => {
  const here = entries.filter(e => !e.moved && e.fromA <= at && at <= e.toA)
  const rank = (e: Entry): number => (e.hunk ? 2 : 0) + (e.fromA === at ? 1 : 0)
  return here.toSorted((x, y) => rank(y) - rank(x))[0]
}

/** Goes to the place that the address names, and says what is there. @returns whether it names one */
export const goToNamed = (context: Context, search: string): boolean => {
  const { wire, book, views, t, language } = context
  const at = placeNamed(search, wire.mtText.length)
  if (at === null) return false
  const entry = entryAtPlace(context.entries, at)
  if (entry !== undefined) {
    goTo(context, entry, true)
    return true
  }
  const row = rowAt(book.rows, book.starts.a, 'a', at)
  const b = Math.min(across(book.rows, book.starts, row, 'a', at), views.corrected.state.doc.length)
  context.walking = true
  views.corrected.dispatch({ selection: { anchor: b } })
  context.walking = false
  reveal(context, views.corrected, b)
  views.corrected.focus()
  context.say(fill(language, t.at.nothing, { n: row + 1 }))
  return true
}
