import type { DismissRequest } from '../../wire/finding.ts'
import { Unreached } from './api.ts'
import type { Context } from './context.ts'
import { findingField, setFindings } from './finding-field.ts'
import type { FindingDeed } from './flag-undo.ts'

/** What a dismissal takes away at once: the finding at its place, or all of these words. */
const takeAway = ({ views }: Context, { check, words, scope }: DismissRequest, id: string): void => {
  const view = views.corrected
  const findings = view.state.field(findingField)
  const left = findings.filter(f => (scope === 'here' ? f.id !== id : f.check !== check || f.text !== words))
  if (left.length < findings.length) view.dispatch({ effects: setFindings.of(left) })
}

/** One that is done again after it was undone is the same dismissal, and stands again. */
const send = ({ api }: Context, { kind, request }: FindingDeed): Promise<unknown> =>
  kind === 'dismissFinding' ? api.dismissFinding(request) : api.withdrawDismissal(request.id)

/**
 * Dismisses a finding, or takes the dismissal back; undoing and redoing come here too. Unlike what is typed it is not kept for a server
 * that does not answer: what it takes away would be found again.
 * @param id the finding's, where it is known which it is
 * @returns whether it was done
 */
export const performDismissal = async (context: Context, deed: FindingDeed, id = ''): Promise<boolean> => {
  const { t } = context
  const done = await context.attempt(async () => {
    try {
      await send(context, deed)
      return true
    } catch (error) {
      if (!(error instanceof Unreached)) throw error
      context.say(t.finding.notSent)
      return false
    }
  })
  if (done !== true) return false
  if (deed.kind === 'dismissFinding') takeAway(context, deed.request, id)
  context.recheck.tell()
  return true
}

/** Undo and redo of dismissals come here, and say which of them it was. */
export const performUndoneDismissal = async (context: Context, deed: FindingDeed): Promise<void> => {
  const { finding } = context.t
  if (await performDismissal(context, deed))
    context.say(deed.kind === 'dismissFinding' ? finding.dismissDone : finding.takenBack)
}
