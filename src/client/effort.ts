/** Counts what work at the desk costs, beside it: it only listens. Loaded where the house counts effort, and nowhere else. */
import type { EffortKept, EffortRequest } from '../wire/effort.ts'
import { OtherPages } from './effort/pages.ts'
import { Keystrokes } from './effort/keystrokes.ts'
import { Reporter } from './effort/reporter.ts'
import { lookEvery, Sitting } from './effort/sitting.ts'
import { send } from './review/api.ts'
import { newId } from './review/new-id.ts'

const takesLetters =
  ':not([aria-readonly="true"], [readonly], [type="search"], [type="checkbox"], [type="radio"], [type="range"])'

/** Is it a field that is written in now? While the desk is read its keys are commands, and what is sought for is no correction. */
const isWritten = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('textarea, input, [contenteditable="true"]')?.matches(takesLetters) === true

/** Scrolling and selecting are doing something as a click is; moving the mouse is not. */
const deeds = ['pointerdown', 'wheel', 'touchmove', 'scroll', 'selectionchange', 'input'] as const

function count(article: string, translation: string): void {
  const now = (): number => performance.now()
  const visible = (): boolean => document.visibilityState === 'visible'
  const sitting = new Sitting(now, visible())
  const keystrokes = new Keystrokes()
  const id = newId()
  const address = `/articles/${article}/effort?translation=${translation}`
  const reporter = new Reporter({
    now,
    counts: () => sitting.counts(),
    send: async (counts, leaving) => {
      const request: EffortRequest = { sitting: id, ...counts }
      const { kept } = (await send(leaving ? 'POST' : 'PUT', address, request, leaving)) as EffortKept
      return kept
    },
  })

  const channel = new BroadcastChannel('rodpenna-effort')
  const others = new OtherPages(channel, now)
  channel.onmessage = () => sitting.elsewhere()
  const did = (typed = 0): void => {
    const ran = sitting.runs
    sitting.did(typed)
    // what happens out of sight is no work
    if (visible()) others.did(ran)
  }
  const isSeen = (): void => {
    sitting.seen(visible())
    if (visible()) others.did(false)
  }

  const over = new AbortController()
  const listen = <E extends Event>(type: string, listener: (event: E) => void): void =>
    // before the desk takes what is its own, and whatever it does with it
    addEventListener(type, listener as EventListener, { capture: true, passive: true, signal: over.signal })
  for (const deed of deeds) listen(deed, () => did())
  listen<KeyboardEvent>('keydown', event => {
    const { key, repeat, isComposing, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event
    const altGraph = event.getModifierState('AltGraph')
    const typed = keystrokes.down({ key, repeat, isComposing, altGraph, ctrl, alt, meta })
    did(isWritten(event.target) ? typed : 0)
  })
  listen('keyup', () => keystrokes.up())
  listen<CompositionEvent>('compositionstart', ({ data }) => keystrokes.composes(data.length))
  listen<InputEvent>('beforeinput', event => {
    const typed = keystrokes.before({ inputType: event.inputType, length: event.data?.length ?? 0 })
    did(isWritten(event.target) ? typed : 0)
  })

  const timer = setInterval(() => {
    sitting.look()
    void reporter.look().then(endIfOver)
  }, lookEvery)
  const endIfOver = (): void => {
    if (!reporter.over) return
    clearInterval(timer)
    over.abort()
    channel.close()
  }
  const leave = (): void => {
    sitting.seen(false)
    void reporter.leave().then(endIfOver)
  }
  listen('visibilitychange', () => (visible() ? isSeen() : leave()))
  listen('pagehide', leave)
  // a page that comes back from the browser's memory
  listen('pageshow', isSeen)
  void reporter.open().then(endIfOver)
}

const { article, translation } = document.getElementById('desk')?.dataset ?? {}
if (article !== undefined && translation !== undefined) count(article, translation)
