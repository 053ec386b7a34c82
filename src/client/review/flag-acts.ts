import { fill } from '../../i18n/index.ts'
import { isCategory } from '../../mqm/typology.ts'
import type { FlagView, NewFlag } from '../../wire/flag.ts'
import { Unreached } from './api.ts'
import type { Context } from './context.ts'
import { dialogButtons, field, openDialog } from './dialog.ts'
import { h } from './dom.ts'
import { refreshEntries, showCurrent } from './entries-now.ts'
import { askFlag, type FlagBody } from './flag-dialog.ts'
import { flagTarget, pointTarget, storedSpan, type Target } from './flag-target.ts'
import { remember, type FlagDeed } from './flag-undo.ts'
import { activeView } from './go-to.ts'
import { newId } from './new-id.ts'
import { tellState } from './page-head.ts'
import { putInOutbox } from './outbox.ts'
import { categoryName, told } from './told.ts'

const announce = (context: Context, body: FlagBody, words: string): void => {
  const { t, m, language } = context
  const category = categoryName(m, body.category)
  context.say(
    fill(language, t.flag.setDone, {
      category,
      severity: m.mqm.severities[body.severity],
      words: words === '' ? t.rail.point : fill(language, t.flag.quoted, { words: told(t, words) }),
    }),
  )
}

/** A flag that the server has not answered for yet, as it will look. */
const expected = (context: Context, flag: NewFlag & { id: string }, target: Target): FlagView => ({
  ...flag,
  layer: 'shared',
  author: context.person?.name ?? '',
  words: target.words,
  status: 'open',
  place: flag.revision === 0 ? null : { from: flag.from, to: flag.to },
  fixedBy: null,
  foundAgain: [],
  dismissedReason: '',
  createdAt: Date.now(),
  version: 1,
})

const place = async (context: Context, target: Target, body: FlagBody): Promise<void> => {
  const { views, flags, t } = context
  const id = newId()
  const { selection } = activeView(context).state
  const span = target.side === 'a' ? { from: target.from, to: target.to } : storedSpan(context, target)
  if (span === null) {
    const flag = { id, from: target.from, to: target.to, words: target.words, ...body }
    flags.pending = [...flags.pending, flag]
    remember(views.corrected, { kind: 'keep', flag }, { kind: 'drop', id })
  } else {
    const request: NewFlag & { id: string } = {
      id,
      revision: target.side === 'a' ? 0 : context.session.base,
      ...span,
      ...body,
    }
    const stored = await context.attempt(async () => {
      try {
        return await context.api.setFlag(request)
      } catch (error) {
        if (!(error instanceof Unreached)) throw error
        putInOutbox(context, 'flags', request)
        context.say(t.flag.kept)
        return expected(context, request, target)
      }
    })
    if (stored === null) return
    flags.put(stored)
    tellState(context, 'new', 'in-review')
    remember(views.corrected, { kind: 'reopen', id: stored.id }, { kind: 'withdraw', id: stored.id })
  }
  announce(context, body, target.words)
  refreshEntries(context)
  // who has gone elsewhere while the server was asked stays there
  if (activeView(context).state.selection.eq(selection)) {
    context.current = context.entries.find(e => e.flags.includes(id))?.key ?? context.current
    showCurrent(context)
  }
  context.moved.tell()
}

/** What the form of a new flag holds at first. */
const startOf = ({ language }: Context, { words, suggestion, finding }: Target): Partial<FlagBody> => {
  if (finding === undefined) return words === '' ? { category: 'accuracy/omission', suggestion } : { suggestion }
  const { category, severity, message } = finding
  return { ...(isCategory(category) ? { category } : {}), severity, suggestion, comment: message[language] }
}

/** Flags what is selected (or the point at the caret): asks what is wrong, and sets it. */
export const flagWords = async (context: Context, point: boolean): Promise<void> => {
  const { t } = context
  const target = point ? pointTarget(context) : flagTarget(context)
  if (target === null) return context.say(activeView(context) === context.views.source ? t.flag.where : t.flag.nothing)
  const body = await askFlag(context, t.flag.title, t.flag.set, target.words, startOf(context, target))
  if (body !== null) await place(context, target, body)
}

/** What was done to a flag by undoing or redoing, in a sentence. */
const undoneSentence = ({ t }: Context, { kind }: FlagDeed): string =>
  ({
    withdraw: t.flag.withdrawn,
    drop: t.flag.withdrawn,
    keep: t.flag.backAgain,
    reopen: t.flag.reopenDone,
    dismiss: t.flag.dismissDone,
    edit: t.flag.editDone,
  })[kind]

/** Undo and redo of flags come here, and say which of them it was. */
export const performUndone = async (context: Context, deed: FlagDeed): Promise<void> => {
  if (await perform(context, deed)) context.say(undoneSentence(context, deed))
}

/** Does something to a flag; what undoing does comes here too. */
export const perform = async (context: Context, deed: FlagDeed): Promise<boolean> => {
  const { flags, api } = context
  if (deed.kind === 'drop') flags.remove(deed.id)
  else if (deed.kind === 'keep') {
    if (flags.findPending(deed.flag.id) === undefined) flags.pending = [...flags.pending, deed.flag]
  } else {
    const version = flags.versionOf(deed.id)
    const answer = await context.attempt(() =>
      deed.kind === 'edit'
        ? api.editFlag(deed.id, { version, ...deed.body })
        : api.actOnFlag(deed.id, deed.kind, { version, ...(deed.kind === 'dismiss' ? { reason: deed.reason } : {}) }),
    )
    if (answer === null) return false
    flags.put(answer)
    if (deed.kind === 'withdraw') flags.remove(deed.id)
  }
  context.changed.tell()
  return true
}

export const editFlag = async (context: Context, id: string): Promise<void> => {
  const { t, flags, views } = context
  const pending = flags.findPending(id)
  const flag = flags.find(id) ?? pending
  if (flag === undefined) return
  const body = await askFlag(context, t.flag.editTitle, t.flag.change, flag.words, flag as FlagBody & typeof flag)
  if (body === null) return
  if (pending !== undefined) flags.pending = flags.pending.map(f => (f.id === id ? { ...f, ...body } : f))
  else {
    const { category, severity, comment, suggestion } = flag as FlagView
    if (!(await perform(context, { kind: 'edit', id, body }))) return
    remember(
      views.corrected,
      { kind: 'edit', id, body },
      { kind: 'edit', id, body: { category, severity, comment, suggestion } },
    )
  }
  context.say(t.flag.editDone)
  context.changed.tell()
}

/** Takes a flag back that only waits for the save: nobody else has seen it, so no reason is asked. */
export const dropFlag = (context: Context, id: string): void => {
  const { flags, views } = context
  const flag = flags.findPending(id)
  if (flag === undefined) return
  flags.remove(id)
  remember(views.corrected, { kind: 'drop', id }, { kind: 'keep', flag })
}

/**
 * Dismisses a flag with a reason; a dismissed one is opened again.
 * @returns whether it was done
 */
export const dismissFlag = async (context: Context, flag: FlagView): Promise<boolean> => {
  const { t, views } = context
  const { id } = flag
  if (flag.status === 'dismissed') {
    if (!(await perform(context, { kind: 'reopen', id }))) return false
    remember(views.corrected, { kind: 'reopen', id }, { kind: 'dismiss', id, reason: flag.dismissedReason })
    return true
  }
  const reason = h('input', { required: true, maxlength: '1000' })
  const dialog = openDialog<string>(
    t.flag.dismissTitle,
    'dialog-dismiss',
    [
      h('p', { class: 'flagged-words' }, h('q', { lang: 'sv' }, flag.words)),
      field(t.flag.dismissReason, reason),
      dialogButtons(t.flag.dismiss, t.cancel, () => dialog.close(null)),
    ],
    () => reason.value.trim(),
  )
  reason.focus()
  const why = await dialog.result
  if (why === null || !(await perform(context, { kind: 'dismiss', id, reason: why }))) return false
  remember(views.corrected, { kind: 'dismiss', id, reason: why }, { kind: 'reopen', id })
  return true
}

/** A person says that these are the orphaned flag's words again. */
export const confirmPlace = async (
  context: Context,
  flag: FlagView,
  span: { readonly from: number; readonly to: number },
): Promise<void> => {
  const answer = await context.attempt(() =>
    context.api.actOnFlag(flag.id, 'place', { version: flag.version, from: span.from, to: span.to }),
  )
  if (answer === null) return
  context.flags.put(answer)
  context.changed.tell()
}
