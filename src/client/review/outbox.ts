import type { RulingRequest } from '../../wire/correction.ts'
import type { NewFlag } from '../../wire/flag.ts'
import { Refused, Unreached } from './api.ts'
import type { Context } from './context.ts'
import { withCorrection } from './verdict.ts'

/** What waits for a server that does not answer: flags, whose ids are made here, so that sending one twice sets one; and rulings. */
interface Waiting {
  readonly flags: NewFlag
  readonly rulings: RulingRequest
}
type Kind = keyof Waiting

const nameOf = (context: Context, kind: Kind): string => `rp-${kind}:${context.wire.translation.id}`

const read = <K extends Kind>(context: Context, kind: K): readonly Waiting[K][] => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(context, kind)) ?? '[]') as Waiting[K][]
  } catch {
    return []
  }
}

const write = <K extends Kind>(context: Context, kind: K, waiting: readonly Waiting[K][]): void => {
  if (waiting.length === 0) localStorage.removeItem(nameOf(context, kind))
  else localStorage.setItem(nameOf(context, kind), JSON.stringify(waiting))
}

export const putInOutbox = <K extends Kind>(context: Context, kind: K, what: Waiting[K]): void => {
  write(context, kind, [...read(context, kind), what])
  sendSoon(context)
}

const sendAll = async <K extends Kind>(
  context: Context,
  kind: K,
  send: (what: Waiting[K]) => Promise<void>,
): Promise<void> => {
  for (;;) {
    const [first] = read(context, kind)
    if (first === undefined) return
    try {
      await send(first)
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'name-missing') throw error
      context.say(error.message)
    }
    const sent = JSON.stringify(first)
    write(
      context,
      kind,
      read(context, kind).filter(what => JSON.stringify(what) !== sent),
    )
    context.changed.tell()
  }
}

/** Sends what waits. @throws Unreached where the server still does not answer */
export const sendOutbox = async (context: Context): Promise<void> => {
  await sendAll(context, 'flags', async flag => context.flags.put(await context.api.setFlag(flag)))
  await sendAll(context, 'rulings', async request => withCorrection(context, await context.api.rule(request)))
}

/** ms between tries while the server does not answer; doubled up to a minute */
const firstRetry = 2000
const lastRetry = 60_000
let timer: ReturnType<typeof setTimeout> | null = null

/** Sends what waits as soon as the server answers again. */
export const sendSoon = (context: Context, wait = firstRetry): void => {
  if (timer !== null || (read(context, 'flags').length === 0 && read(context, 'rulings').length === 0)) return
  timer = setTimeout(() => {
    timer = null
    sendOutbox(context).catch((error: unknown) => {
      if (error instanceof Unreached) sendSoon(context, Math.min(wait * 2, lastRetry))
      else if (!(error instanceof Refused)) throw error
    })
  }, wait)
}
