import { longestWording } from '../../wire/batch.ts'
import { everywhereAddress, isTerm, type Everywhere } from './addresses.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { suggesting } from './entry-acts.ts'
import { offersOf, type Offer } from './finding-acts.ts'
import { savedOf, verdictOf, wordsOf } from './verdict.ts'

/** Words of a wording's length, of which there are some: those that were only put in stand nowhere else to be looked for. */
const canBeSought = ({ before, after }: Pick<Everywhere, 'before' | 'after'>): boolean =>
  before.trim() !== '' && Math.max(before.length, after.length) <= longestWording

/** A finding may be of an inflected form: of a term or a pair, the page itself knows the words that all forms are sought by. */
const ofFinding = ({ finding, fix }: Offer, article: string): Everywhere => {
  const { text, check, about, category, severity } = finding
  const own = { article, category, severity }
  return about === undefined
    ? { before: text, after: fix, kind: 'finding', about: check, ...own }
    : { before: '', after: '', kind: isTerm(check) ? 'term' : 'pair', about, ...own }
}

/** What was corrected here, or else what a flag or a check says should stand here, as something to be looked for in every article. */
export const everywhereOf = (context: Context, entry: Entry): Everywhere | null => {
  const { flags, wire } = context
  const article = wire.article.id
  const verdict = verdictOf(context, entry)
  const words = wordsOf(context, entry)
  if (verdict !== null && canBeSought(words)) {
    const { category, severity } = verdict
    const pair = savedOf(context, entry)?.pair.id
    return { ...words, kind: pair === undefined ? 'words' : 'pair', about: pair ?? '', article, category, severity }
  }
  const offer = offersOf(context, entry)[0]
  if (offer !== undefined && canBeSought({ before: offer.finding.text, after: offer.fix }))
    return ofFinding(offer, article)
  const [id] = suggesting(context, entry)
  const flag = id === undefined ? undefined : (flags.find(id) ?? flags.findPending(id))
  if (flag === undefined) return null
  const { words: before, suggestion: after, category, severity } = flag
  return canBeSought({ before, after })
    ? { before, after, kind: 'words', about: '', article, category, severity }
    : null
}

/** Leaves for the page that corrects the same in every article; what is typed is kept first, and offered again when one comes back. */
export const fixEverywhere = async (context: Context, entry: Entry, keepNow: () => Promise<boolean>): Promise<void> => {
  const { t } = context
  const asked = everywhereOf(context, entry)
  if (asked === null) return context.say(t.everywhere.none)
  if (await keepNow()) location.assign(everywhereAddress(asked))
  else context.say(t.everywhere.notKept)
}
