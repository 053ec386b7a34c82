import { plural } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { Context } from './context.ts'
import { askDismissal, dismissalOf } from './dismiss-dialog.ts'
import { performDismissal } from './dismissals.ts'
import type { Entry } from './entries.ts'
import { findingField } from './finding-field.ts'
import type { Standing } from './findings.ts'
import { remember } from './flag-undo.ts'
import { nextAfter } from './go-on.ts'
import { putWords, type Replacement } from './put-words.ts'
import { told, toldAccepted } from './told.ts'

/** The findings of an entry as they stand now: an edit since the rail was drawn may have moved them, or taken them. */
export const findingsOf = ({ views }: Context, entry: Entry): readonly Standing[] => {
  const all = views.corrected.state.field(findingField)
  return entry.findings.flatMap(id => all.find(finding => finding.id === id) ?? [])
}

/** One of the fixes that an entry's findings offer. */
export interface Offer {
  readonly finding: Standing
  readonly fix: string
}

/** All fixes of an entry in the order of the keys: the first is Enter's, the n-th that of the digit n. */
export const offersOf = (context: Context, entry: Entry): readonly Offer[] =>
  findingsOf(context, entry).flatMap(finding => finding.fixes.map(fix => ({ finding, fix })))

export const acceptFix = (context: Context, entry: Entry, offer: Offer): void => {
  const { finding, fix } = offer
  const { from, to, text } = finding
  const goOn = nextAfter(context, entry, true)
  putWords(context, { from, to, insert: fix })
  goOn(toldAccepted(context.t, context.language, text, fix))
}

/** The findings of which an offer is the first fix too: of the same check, on the same words. */
export const sameAs = ({ views }: Context, { finding, fix }: Offer): readonly Standing[] =>
  views.corrected.state
    .field(findingField)
    .filter(({ check, text, fixes }) => check === finding.check && text === finding.text && fixes[0] === fix)

/** Accepts the first fix of an entry wherever in the article it is offered for the same; one step to undo. */
export const acceptSame = (context: Context, entry: Entry): void => {
  const { t, language } = context
  const offer = offersOf(context, entry)[0]
  if (offer === undefined) return context.say(t.finding.noFix)
  const { finding, fix } = offer
  const others = sameAs(context, offer).filter(({ id }) => id !== finding.id)
  if (others.length === 0) return acceptFix(context, entry, offer)
  const goOn = nextAfter(context, entry, true)
  const by = ({ from, to }: Standing): Replacement => ({ from, to, insert: fix })
  putWords(context, by(finding), ...others.map(by))
  goOn(plural(language, t.finding.acceptedSame, others.length + 1, { words: told(t, finding.text) }))
}

/** Goes and writes on some words; what is typed over those that a check has found is a correction by it. */
export const writeOn = (context: Context, { from, to }: Span): void => {
  const { views, mode, t } = context
  mode.set(views.corrected, true)
  views.corrected.focus()
  views.corrected.dispatch({ selection: { anchor: from, head: to } })
  context.offered = { from, to }
  context.say(t.done.writing)
}

/** Do the words that were selected to be written over still stand selected? An Enter too many is then none that is to replace them. */
export const standsOffered = ({ views, offered }: Context): boolean => {
  const { from, to } = views.corrected.state.selection.main
  return offered !== null && from < to && from === offered.from && to === offered.to
}

/** Asks why the finding is none, and dismisses it: here, in the article, or everywhere. */
export const dismissFinding = async (context: Context, entry: Entry, finding: Standing): Promise<void> => {
  const { t, views } = context
  const answer = await askDismissal(context, finding)
  if (answer === null) return
  const { id } = finding
  const now = views.corrected.state.field(findingField).find(f => f.id === id) ?? finding
  const request = dismissalOf(now, views.corrected.state.doc.toString(), answer)
  const goOn = nextAfter(context, entry, true)
  if (!(await performDismissal(context, { kind: 'dismissFinding', request }, id))) return
  remember(views.corrected, { kind: 'dismissFinding', request }, { kind: 'allowFinding', request })
  goOn(t.finding.dismissDone)
}
