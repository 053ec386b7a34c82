import type { DraftRequest } from '../../wire/save.ts'
import { Unreached } from './api.ts'
import type { Context } from './context.ts'
import { forgetLocally, keepLocally } from './draft-store.ts'
import { sendOutbox } from './outbox.ts'
import { ownReasons } from './reasons.ts'
import { narrowed } from './session.ts'

/** Where what is typed stands: what the state in the bar says. */
export type Keeping = 'saved' | 'kept' | 'offline' | 'lost'

export interface Drafts {
  /** something was typed: kept here at once, on the server soon */
  touch(): void
  /** keeps it on the server now, before the page is left. @returns whether all is kept there */
  now(): Promise<boolean>
  /** all is saved: nothing is kept any more */
  clear(): Promise<void>
  readonly keeping: Keeping
}

/** ms after the last key */
const pause = 800
/** ms between tries while the server does not answer; doubled up to a minute */
const firstRetry = 2000
/** a draft larger than this is kept by pauses, not by keys */
const cheap = 200_000

export const drafts = (context: Context, changed: (keeping: Keeping) => void): Drafts => {
  const { api, tab, wire } = context
  const translation = wire.translation.id
  let keeping: Keeping = 'saved'
  let timer: ReturnType<typeof setTimeout> | null = null
  let retry = firstRetry
  let dirty = false
  let sending: Promise<void> | null = null

  const set = (now: Keeping): void => {
    if (keeping === now) return
    keeping = now
    changed(now)
  }
  const request = (): DraftRequest => {
    const { base, change } = context.session
    return {
      base,
      change: change.toJSON() as DraftRequest['change'],
      flags: context.flags.pending.map(({ words: _, ...flag }) => flag),
      reasons: [...ownReasons(context, change)],
    }
  }
  const keepHere = (): boolean => {
    const { baseText } = context.session
    return keepLocally(translation, {
      ...request(),
      tab,
      updatedAt: Date.now(),
      ...(baseText.length < cheap ? { baseText } : {}),
    })
  }
  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }
  const send = async (): Promise<void> => {
    timer = null
    if (sending !== null) return later(pause)
    context.session = narrowed(context.session)
    context.changed.tell()
    const empty = context.session.change.empty && context.flags.pending.length === 0
    dirty = false
    sending = (async () => {
      try {
        // with nothing typed here what is kept is an older draft, which waits to be taken up
        if (empty && keeping !== 'saved') await clear()
        else if (!empty) await api.keepDraft(tab, request(), false)
        await sendOutbox(context)
        retry = firstRetry
        if (!empty) set('kept')
      } catch (error) {
        if (error instanceof Unreached) {
          dirty = true
          set(keepHere() ? 'offline' : 'lost')
          later(retry)
          retry = Math.min(retry * 2, 60_000)
        }
      }
    })()
    await sending
    sending = null
    if (dirty && timer === null) later(pause)
  }
  const clear = async (): Promise<void> => {
    forgetLocally(translation, tab)
    set('saved')
    await api.discardDraft(tab)
  }

  addEventListener('online', () => later(0))
  addEventListener('pagehide', () => {
    if (!dirty && timer === null) return
    keepHere()
    void api.keepDraft(tab, request(), true).catch(() => undefined)
  })

  return {
    touch: () => {
      dirty = true
      const small = context.session.baseText.length < cheap * 5
      const here = small ? keepHere() : true
      if (keeping !== 'offline') set(here ? 'kept' : 'lost')
      if (keeping !== 'offline' || timer === null) later(pause)
    },
    now: async () => {
      if (timer !== null) clearTimeout(timer)
      await sending
      await send()
      return !dirty
    },
    clear: async () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
      dirty = false
      await clear().catch(() => undefined)
    },
    get keeping() {
      return keeping
    },
  }
}
