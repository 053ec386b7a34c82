import { isolateHistory } from '@codemirror/commands'
import { Transaction, type ChangeSet } from '@codemirror/state'
import { fill } from '../../i18n/index.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { RulingRequest } from '../../wire/correction.ts'
import { Unreached } from './api.ts'
import { askCategory } from './category-dialog.ts'
import type { Context } from './context.ts'
import type { Entry } from './entries.ts'
import { editEntry } from './entry-acts.ts'
import { nextAmong } from './go-on.ts'
import { changeOf } from './hunk-at.ts'
import { putInOutbox } from './outbox.ts'
import { isOf, newRuling, rule, rulingField, rulingOf, takesIn, type Heard, type Ruling } from './rulings.ts'
import { narrowed } from './session.ts'
import { categoryName, told } from './told.ts'
import { isFlags, isSettled, savedOf, verdictOf, withCorrection, wordsOf } from './verdict.ts'

/** Is a change part of a revision already? Else what is said of it goes with the save. */
const isSaved = ({ session }: Context, { fromB, toB }: Pick<Ruling, 'fromB' | 'toB'>): boolean =>
  !takesIn(session.change, { from: fromB, to: toB })

const requestOf = (context: Context, ruling: Ruling): RulingRequest => {
  const { category, severity, fromB, toB } = ruling
  const entry = context.entries.find(e => e.hunk && isOf(ruling, e))
  const { fromA, toA, after } = (entry && savedOf(context, entry)) ?? {
    ...ruling,
    after: context.views.corrected.state.sliceDoc(fromB, toB),
  }
  return { fromA, toA, after, category, severity, comment: '' }
}

/** Takes a ruling off the desk, which the server has refused: there is nothing to undo. */
const withdraw = ({ views }: Context, ruling: Ruling): void =>
  views.corrected.dispatch({
    effects: rule.of({ put: [], drop: [ruling.id] }),
    annotations: Transaction.addToHistory.of(false),
  })

/** Sends what was said of a saved change. Where the server does not answer it waits here; where it refuses, nothing was said. */
const send = async (context: Context, ruling: Ruling): Promise<void> => {
  const { api, t, ruled } = context
  const request = requestOf(context, ruling)
  ruled.add(ruling.id)
  const answer = await context.attempt(async () => {
    try {
      return await api.rule(request)
    } catch (error) {
      if (!(error instanceof Unreached)) throw error
      putInOutbox(context, 'rulings', request)
      context.say(t.ruling.kept)
      return 'waiting' as const
    }
  })
  if (answer === null) {
    ruled.delete(ruling.id)
    withdraw(context, ruling)
  } else if (answer !== 'waiting') withCorrection(context, answer)
  context.changed.tell()
}

/** The rulings that a save tells with its change. */
export const ruledBy = ({ views, book }: Context, change: ChangeSet): readonly number[] =>
  views.corrected.state.field(rulingField).flatMap(ruling => {
    const place = changeOf(book, ruling)
    return place !== undefined && takesIn(change, { from: place.fromB, to: place.toB }) ? [ruling.id] : []
  })

/** What was said of a change while a save without it was under way is sent once the change is saved. */
export const sendUntold = (context: Context): void => {
  for (const ruling of context.views.corrected.state.field(rulingField)) {
    if (context.ruled.has(ruling.id)) continue
    const place = changeOf(context.book, ruling)
    if (place !== undefined && isSaved(context, place)) void send(context, { ...ruling, ...place })
  }
}

/** Says of a change which kind of error it mends: kept in the draft until it is saved, and sent where it is. */
const give = (
  context: Context,
  entry: Entry,
  said: { readonly category: string; readonly severity: Severity },
): void => {
  const { views } = context
  context.session = narrowed(context.session)
  const ruling = newRuling(entry, said.category, said.severity)
  const before = rulingOf(views.corrected.state.field(rulingField), entry)
  views.corrected.dispatch({
    effects: rule.of({ put: [ruling], drop: before === undefined ? [] : [before.id] }),
    annotations: isolateHistory.of('full'),
  })
  if (isSaved(context, ruling)) void send(context, ruling)
}

const toldGiven = (
  context: Context,
  entry: Entry,
  said: { readonly category: string; readonly severity: Severity },
): string => {
  const { t, m, language } = context
  const { before, after } = wordsOf(context, entry)
  return fill(language, t.ruling.done, {
    category: categoryName(m, said.category),
    severity: m.mqm.severities[said.severity],
    words: told(t, after === '' ? before : after),
  })
}

/** Says so, and goes on to the next change whose category is only proposed; one who is writing stays where the caret is. */
const goOn = (context: Context, did: string, go: (did: string) => void): void => {
  if (!context.mode.writing) return go(did)
  context.say(did)
  context.changed.tell()
}

const nextProposed = (context: Context, entry: Entry): ((did: string) => void) =>
  nextAmong(context, entry, e => !isSettled(context, e), context.t.ruling.allDone)

/** The one key that confirms: the category that is proposed is the person's own word from now on. */
export const confirmEntry = (context: Context, entry: Entry): void => {
  const { t } = context
  const verdict = verdictOf(context, entry)
  if (verdict === null) return context.say(t.ruling.none)
  const go = nextProposed(context, entry)
  if (verdict.settled && verdict.origin !== 'finding') return goOn(context, t.ruling.already, go)
  const did = toldGiven(context, entry, verdict)
  give(context, entry, verdict)
  goOn(context, did, go)
}

/** Asks for another category or severity of a change; that of a flag on its words is the flag's, and is changed there. */
export const changeCategory = async (context: Context, entry: Entry): Promise<void> => {
  const { t } = context
  const verdict = verdictOf(context, entry)
  if (verdict === null ? entry.flags.length > 0 : isFlags(entry, verdict)) return editEntry(context, entry)
  if (verdict === null) return context.say(t.ruling.none)
  const said = await askCategory(context, wordsOf(context, entry), verdict)
  if (said === null) return
  const now = context.entries.find(e => e.key === entry.key) ?? entry
  const go = nextProposed(context, now)
  const did = toldGiven(context, now, said)
  give(context, now, said)
  goOn(context, did, go)
}

/**
 * What was said is put on the desk or taken off it. What the server has can be said anew, but not be undone: it stays, and that is told.
 * @param keep keeps the draft
 */
export const heardRuling = (context: Context, { put, dropped, again }: Heard, keep: () => void): void => {
  context.changed.tell()
  // a draft has what the next save tells, and no more
  if ([...put, ...dropped].some(ruling => !isSaved(context, ruling))) keep()
  if (again === null) return
  const { t, ruled, views } = context
  const stored = dropped.filter(({ id }) => ruled.has(id))
  const stays = stored.filter(ruling => !put.some(other => isOf(other, ruling)))
  // a view cannot be told anything while it is being told something
  queueMicrotask(() => {
    if (stays.length > 0)
      views.corrected.dispatch({
        effects: rule.of({ put: stays, drop: [] }),
        annotations: Transaction.addToHistory.of(false),
      })
    for (const ruling of put) if (isSaved(context, ruling)) void send(context, ruling)
    context.say(stays.length > 0 ? t.ruling.stays : put.length > 0 ? t.ruling.again : t.ruling.takenBack)
  })
}
