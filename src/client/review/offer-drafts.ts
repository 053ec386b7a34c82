import { fill } from '../../i18n/index.ts'
import { changeBetween } from '../../text/change.ts'
import type { Context } from './context.ts'
import { draftsFound, resume, textAfter, type Found, type Resumed } from './draft-choice.ts'
import { forgetLocally, localDrafts } from './draft-store.ts'
import type { Drafts } from './drafts.ts'
import { h } from './dom.ts'
import { flagDeed } from './flag-undo.ts'
import { groundsOf, setGrounds } from './grounds.ts'
import { changeAt } from './hunk-at.ts'
import { replaceText } from './replace-text.ts'
import { rulingsOf, setRulings } from './rulings.ts'
import { freshSession } from './session.ts'

/** A sentence above the texts with what can be done about it; it goes when one of them is done. */
const notice = (context: Context, sentence: string, acts: Readonly<Record<string, () => void>>): void => {
  const element = h('div', { class: 'desk-notice', role: 'status' }, h('p', {}, sentence))
  for (const [label, act] of Object.entries(acts))
    element.append(
      h('button', { type: 'button', onclick: () => (element.remove(), act(), context.views.corrected.focus()) }, label),
    )
  context.layout.notices.append(element)
}

/** Takes up what was typed and not saved: at once where it stands on the head, beside the newer revision where it does not. */
export const offerDrafts = (
  context: Context,
  keep: Drafts,
  others: ReadonlySet<string>,
  time: (at: number) => string,
): void => {
  const { wire, t, language, tab, views, api } = context
  const translation = wire.translation.id
  const found = draftsFound(wire.drafts, localDrafts(translation), others)
  let taken = !context.session.change.empty

  const forget = (draft: Found): void => {
    forgetLocally(translation, draft.tab)
    void api.discardDraft(draft.tab).catch(() => undefined)
  }
  const take = (draft: Found, resumed: Extract<Resumed, { session: unknown }>): void => {
    const target = textAfter(resumed.session.change, resumed.session.baseText)
    replaceText(context, changeBetween(views.corrected.state.doc.toString(), target))
    context.session = resumed.session
    context.flags.pending = resumed.flags.map(f => ({ ...f, words: target.slice(f.from, f.to) }))
    const { reasons } = resumed
    views.corrected.dispatch({
      effects: [
        setGrounds.of(groundsOf(reasons)),
        setRulings.of(rulingsOf(reasons, span => changeAt(context.book, span))),
      ],
    })
    if (draft.tab !== tab) forget(draft)
    keep.touch()
    context.changed.tell()
  }
  const discard = (): void => {
    const flags = context.flags.pending.map(flag => flagDeed({ kind: 'drop', id: flag.id }, { kind: 'keep', flag }))
    replaceText(context, changeBetween(views.corrected.state.doc.toString(), wire.head.text), true, flags)
    context.session = freshSession(wire.head.number, wire.head.text)
    context.flags.pending = []
    void keep.clear()
    context.say(t.draft.discarded)
    context.changed.tell()
  }

  for (const draft of found) {
    const resumed = resume(draft, wire.head)
    if (resumed.kind === 'nothing') forget(draft)
    if (resumed.kind === 'nothing' || resumed.kind === 'misfit') continue
    const values = { time: time(draft.updatedAt), base: draft.base, head: wire.head.number, author: wire.head.author }
    if (!taken && resumed.kind !== 'older') {
      taken = true
      take(draft, resumed)
      notice(context, fill(language, resumed.kind === 'merged' ? t.draft.merged : t.draft.restored, values), {
        [t.draft.keep]: () => undefined,
        [t.draft.discard]: discard,
      })
    } else {
      notice(context, fill(language, resumed.kind === 'older' ? t.draft.older : t.draft.other, values), {
        [t.draft.resume]: () => take(draft, resumed),
        [t.draft.discard]: () => forget(draft),
      })
    }
  }
}
