import type { ChangeSet } from '@codemirror/state'
import { paragraphEdits } from '../../text/paragraph-edits.ts'
import type { Desk } from '../../wire/desk.ts'
import type { FindingView } from '../../wire/finding.ts'
import type { DraftRequest } from '../../wire/save.ts'
import type { Api } from './api.ts'
import { draftsFound, resume, textAfter } from './draft-choice.ts'
import { forgetLocally, localDrafts } from './draft-store.ts'
import { allFields, fieldsOf, formName, readForm, type KeptForm } from './narrow-draft.ts'

/** A draft as the form can take it up. */
export interface FormDraft {
  readonly tab: string
  readonly at: number
  /** null where the form cannot show it */
  readonly fields: Readonly<Record<string, string>> | null
}

/** The text as it is typed. */
export interface Typed {
  readonly text: string
  readonly change: ChangeSet
}

export interface NarrowServer {
  /** something was typed: on the server soon */
  touch(): void
  /** the text as it is typed on all pages of the form, and what makes it of the revision's; null where that is not known */
  typed(): Typed | null
  /** what the checks found in the revision as it was served; null where that is not known */
  readonly findings: readonly FindingView[] | null
  /** the desk as it was served; null where that is not known, or is of another revision */
  readonly desk: Desk | null
  /** asks for the desk, where it is not known yet; rejects where there is no answer */
  learn(): Promise<void>
  /** what is typed is being saved, or thrown away: nothing is kept any more */
  stop(): void
  forget(tab: string): Promise<unknown>
  /** @param names of the fields on this page */
  found(names: readonly string[]): Promise<readonly FormDraft[]>
}

/** ms after the last key */
const pause = 800

/** The server's copy of what is typed on a narrow screen: the same draft as the wide desk keeps, so that either can take it up. */
export const narrowServer = (o: {
  readonly api: Api
  readonly tab: string
  readonly others: ReadonlySet<string>
  readonly translation: string
  /** the revision that the form was drawn from */
  readonly base: number
  readonly told: (kept: boolean) => void
}): NarrowServer => {
  const { api, tab, translation, base } = o
  let desk: Desk | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  let stopped = false

  const pages = (): readonly KeptForm[] =>
    Object.keys(localStorage)
      .filter(name => name.startsWith(formName(translation, '')))
      .flatMap(name => readForm(name) ?? [])
  const typed = (): Typed | null => {
    if (desk?.head.number !== base) return null
    const change = paragraphEdits(desk.head.text, Object.entries(allFields(pages(), base)), desk.translation.fixed)
    return { text: textAfter(change, desk.head.text), change }
  }
  const request = (): DraftRequest | null => {
    const change = typed()?.change
    if (change === undefined) return null
    return { base, change: change.toJSON() as DraftRequest['change'], flags: [], reasons: [] }
  }
  const learn = async (): Promise<void> => void (desk ??= await api.desk())
  const send = async (leaving: boolean): Promise<void> => {
    timer = null
    try {
      if (!leaving) await learn()
      const draft = request()
      if (draft === null || stopped) return
      await api.keepDraft(tab, draft, leaving)
      if (!leaving) o.told(true)
    } catch {
      if (!leaving) o.told(false)
    }
  }
  const later = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = stopped ? null : setTimeout(() => void send(false), pause)
  }
  addEventListener('online', later)
  addEventListener('pagehide', () => {
    if (timer !== null) void send(true)
  })
  const forget = (of: string): Promise<unknown> => {
    forgetLocally(translation, of)
    return api.discardDraft(of).catch(() => undefined)
  }

  return {
    touch: later,
    learn,
    typed,
    get findings() {
      return desk?.head.number === base ? desk.findings : null
    },
    get desk() {
      return desk?.head.number === base ? desk : null
    },
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
    forget,
    found: async names => {
      await learn().catch(() => undefined)
      if (desk?.head.number !== base) return []
      const { head, drafts, translation: of } = desk
      // what this browser kept of the form itself is the later
      const own = pages().length > 0
      const forms: FormDraft[] = []
      for (const draft of draftsFound(drafts, localDrafts(translation), o.others)) {
        const resumed = resume(draft, head)
        if (resumed.kind === 'nothing') void forget(draft.tab)
        if (resumed.kind === 'nothing' || resumed.kind === 'misfit' || (own && draft.tab === tab)) continue
        const { session } = resumed
        // one draft fills the form; another would be laid over it
        const free = !own && forms.every(form => form.fields === null) && resumed.flags.length === 0
        const fields = free && session.base === base ? fieldsOf(session.change, head.text, names, of.fixed) : null
        forms.push({ tab: draft.tab, at: draft.updatedAt, fields })
      }
      return forms
    },
  }
}
