import { ChangeSet } from '@codemirror/state'
import { fill } from '../../i18n/index.ts'
import { changeBetween } from '../../text/change.ts'
import type { SaveResponse } from '../../wire/save.ts'
import { askConflicts } from './conflict-dialog.ts'
import { resolved, type Conflicted } from './conflict-text.ts'
import type { Context } from './context.ts'
import { dialogButtons, field, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import type { Drafts } from './drafts.ts'
import { forgetGrounds, groundField } from './grounds.ts'
import { newId } from './new-id.ts'
import { textAfter } from './draft-choice.ts'
import { tellHead } from './page-head.ts'
import { reasonsOf } from './reasons.ts'
import { ruledBy, sendUntold } from './ruling-acts.ts'
import { replaceText } from './replace-text.ts'
import { afterSave, narrowed } from './session.ts'

export interface Saver {
  save(ask: boolean): Promise<void>
  /** what was typed while a save is under way */
  typed(change: ChangeSet): void
  readonly busy: boolean
}

const askSummary = async ({ t }: Context): Promise<string | null> => {
  const input = h('input', { maxlength: '500' })
  const dialog = openDialog<string>(
    t.summaryTitle,
    'dialog-summary',
    [field(t.summary, input), dialogButtons(t.save, t.cancel, () => dialog.close(null))],
    () => input.value.trim(),
  )
  input.focus()
  return dialog.result
}

/** Saves what is typed as a revision; asks where others changed the same words. */
export const saver = (context: Context, drafts: Drafts, busyChanged: () => void): Saver => {
  const { api, t, language, views } = context
  let since: ChangeSet | null = null
  /** the grounds that the save under way has told */
  let told: ReadonlySet<number> = new Set()
  /** a save that was not answered is sent again under its own key, so that it is one revision; with the rulings that it told */
  let unanswered: { readonly key: string; readonly what: string; readonly ruled: readonly number[] } | null = null

  const stored = async (answer: Extract<SaveResponse, { status: 'saved' }>, sent: string): Promise<void> => {
    views.corrected.dispatch({ effects: forgetGrounds.of(told) })
    const merged = answer.mergedWith.length > 0
    const fresh = await api.desk().catch(() => null)
    const text = merged && fresh !== null && fresh.head.number === answer.number ? fresh.head.text : sent
    const next = afterSave(answer.number, text, since ?? ChangeSet.empty(sent.length), changeBetween(sent, text))
    since = null
    context.session = next.session
    context.head = { number: answer.number, author: context.person?.name ?? '', at: Date.now() }
    tellHead(context, fresh?.translation.state ?? null)
    context.flags.pending = []
    context.layout.notices.replaceChildren()
    if (!next.apply.empty) replaceText(context, next.apply)
    if (fresh !== null && fresh.head.number === answer.number) {
      context.flags.replace(fresh.flags)
      context.corrections = fresh.corrections
      context.codes.replace(fresh.marks, fresh.head.text)
    } else if (fresh === null) context.changed.tell()
    context.session = narrowed(context.session)
    if (context.session.change.empty) await drafts.clear()
    else drafts.touch()
    context.say(
      merged
        ? fill(language, t.merged, { number: answer.number, numbers: answer.mergedWith.join(', ') })
        : fill(language, t.savedAs, { number: answer.number }),
    )
    sendUntold(context)
    context.changed.tell()
  }

  /** The merged text with the chosen wording becomes what is typed on the new head, and is saved from there. */
  const settle = async (answer: Conflicted, summary: string): Promise<void> => {
    const chosen = await askConflicts(context, answer)
    if (chosen === null) return
    const change = resolved(answer, chosen)
    const target = textAfter(change, answer.headText)
    replaceText(context, changeBetween(views.corrected.state.doc.toString(), target))
    context.session = { base: answer.head, baseText: answer.headText, change }
    drafts.touch()
    await send(summary)
  }

  const send = async (summary: string): Promise<void> => {
    context.session = narrowed(context.session)
    const { base, change } = context.session
    if (change.empty && context.flags.pending.length === 0) {
      await drafts.clear()
      return context.say(fill(language, t.unchanged, { number: base }))
    }
    const sent = views.corrected.state.doc.toString()
    const what = JSON.stringify([base, change.toJSON(), context.flags.pending, summary])
    unanswered = unanswered?.what === what ? unanswered : { key: newId(), what, ruled: ruledBy(context, change) }
    const { key, ruled } = unanswered
    since = ChangeSet.empty(sent.length)
    told = new Set(views.corrected.state.field(groundField).map(({ id }) => id))
    busyChanged()
    const flags = context.flags.pending.map(({ words: _, ...flag }) => flag)
    const body = {
      base,
      change: change.toJSON() as number[],
      key,
      summary,
      reasons: [...reasonsOf(context, change)],
      flags,
      tab: context.tab,
    }
    const answer = await context.attempt(() => api.save(body))
    if (answer !== null) unanswered = null
    if (answer?.status === 'saved') {
      for (const id of ruled) context.ruled.add(id)
      await stored(answer, sent)
    } else if (answer?.status === 'unchanged') {
      await drafts.clear()
      context.say(fill(language, t.unchanged, { number: answer.number }))
    } else if (answer !== null) {
      since = null
      busyChanged()
      return settle(answer, summary)
    }
    since = null
    busyChanged()
  }

  return {
    save: async ask => {
      if (since !== null) return
      const summary = ask ? await askSummary(context) : ''
      if (summary !== null && since === null) await send(summary)
    },
    typed: change => {
      if (since !== null) since = since.compose(change)
    },
    get busy() {
      return since !== null
    },
  }
}
