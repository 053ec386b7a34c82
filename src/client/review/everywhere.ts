import { everywhereAddress, isTerm, type Everywhere } from './addresses.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { suggesting } from './entry-acts.ts'
import { offersOf } from './finding-acts.ts'
import { savedOf, wordsOf } from './verdict.ts'

/** What was corrected here, or else what a flag or a check says should stand here, as something to be looked for in every article. */
export const everywhereOf = (context: Context, entry: Entry): Everywhere | null => {
  const { flags, wire } = context
  const article = wire.article.id
  if (entry.hunk && !entry.moved) {
    const { before, after } = wordsOf(context, entry)
    const pair = savedOf(context, entry)?.pair.id
    // words that were only put in stand nowhere else to be looked for
    if (before.trim() !== '')
      return { before, after, kind: pair === undefined ? 'words' : 'pair', about: pair ?? '', article }
  }
  const offer = offersOf(context, entry)[0]
  if (offer !== undefined && offer.finding.text.trim() !== '') {
    const { text: before, check, about } = offer.finding
    const kind = about === undefined ? 'finding' : isTerm(check) ? 'term' : 'pair'
    return { before, after: offer.fix, kind, about: about ?? '', article }
  }
  const [id] = suggesting(context, entry)
  const flag = id === undefined ? undefined : (flags.find(id) ?? flags.findPending(id))
  if (flag === undefined || flag.words.trim() === '') return null
  return { before: flag.words, after: flag.suggestion, kind: 'words', about: '', article }
}

/** Leaves for the page that corrects the same in every article; what is typed is kept first, and offered again when one comes back. */
export const fixEverywhere = async (context: Context, entry: Entry, keepNow: () => Promise<boolean>): Promise<void> => {
  const { t } = context
  const asked = everywhereOf(context, entry)
  if (asked === null) return context.say(t.everywhere.none)
  if (await keepNow()) location.assign(everywhereAddress(asked))
  else context.say(t.everywhere.notKept)
}
