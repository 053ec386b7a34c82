import type { Context } from './context.ts'
import { articleHead, nameRevision, tellApproval } from './page-head.ts'
import { narrowed } from './session.ts'

/** Hears of an approval before it is sent. @param hold sends nothing, and gives what sends it after all */
export const beforeApproval = (heard: (hold: () => () => void) => void): void =>
  articleHead()?.addEventListener('submit', event => {
    const { target: form, submitter } = event
    if (!(form instanceof HTMLFormElement) || !(submitter instanceof HTMLButtonElement)) return
    if (submitter.value !== 'approved') return
    heard(() => {
      event.preventDefault()
      return () => form.requestSubmit(submitter)
    })
  })

/**
 * Who approves means what stands on the desk: what is typed is saved first, and approved as the revision that it became; not where others'
 * changes came in with it, which nobody has read here.
 * @param saveNow @returns whether what was typed is saved
 */
export const mountApproval = (context: Context, saveNow: () => Promise<boolean>): void => {
  const { t, m, flags } = context
  const unsaved = (): boolean => !narrowed(context.session).change.empty || flags.pending.length > 0
  nameRevision(context.head.number)
  context.changed.listen(() => tellApproval(m, unsaved()))
  beforeApproval(hold => {
    if (!unsaved()) return
    const approve = hold()
    const before = context.head.number
    void saveNow().then(saved => {
      if (!saved || unsaved()) return context.say(t.approval.unsaved)
      if (context.head.number > before + 1) return context.say(t.approval.merged)
      approve()
    })
  })
}
