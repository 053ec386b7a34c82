import { plural } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { across } from './entry-parts.ts'
import { nextAfter } from './go-on.ts'
import { putAll, type Replacement } from './put-words.ts'
import { rowAt } from './row-starts.ts'
import { newRuling, rule, rulingField, rulingOf, type Place } from './rulings.ts'
import { sameOf } from './same-of.ts'
import { told } from './told.ts'
import { wordsOf } from './verdict.ts'

/** Where the changes will stand in both texts that replacements make of unchanged words. */
const placesAfter = ({ book }: Context, replacements: readonly Replacement[]): readonly Place[] => {
  const { rows, starts } = book
  const inMt = (b: number): number => across(rows, starts, rowAt(rows, starts.b, 'b', b), 'b', b)
  let shift = 0
  return replacements.map(({ from, to, insert }) => {
    const place = { fromA: inMt(from), toA: inMt(to), fromB: from + shift, toB: from + shift + insert.length }
    shift += insert.length - (to - from)
    return place
  })
}

/** Makes the correction of an entry wherever in the article the same words stand, with the category that was said of it; one step to undo. */
export const correctSame = (context: Context, entry: Entry): void => {
  const { t, language, views } = context
  const others = sameOf(context, entry)
  const { before } = wordsOf(context, entry)
  if (others.length === 0) return context.say(t.same.none)
  const said = rulingOf(views.corrected.state.field(rulingField), entry)
  const goOn = nextAfter(context, entry, true)
  const put =
    said === undefined ? [] : placesAfter(context, others).map(p => newRuling(p, said.category, said.severity))
  putAll(context, others, { effects: put.length > 0 ? [rule.of({ put, drop: [] })] : [] })
  goOn(plural(language, t.same.done, others.length, { words: told(t, before) }))
}
