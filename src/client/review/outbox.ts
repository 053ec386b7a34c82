import type { NewFlag } from '../../wire/flag.ts'
import { Refused } from './api.ts'
import type { Context } from './context.ts'

/** Flags the server has not got yet; their ids are made here, so that sending one twice sets one. */
const nameOf = (context: Context): string => `rp-flags:${context.wire.translation.id}`

const read = (context: Context): readonly NewFlag[] => {
  try {
    return JSON.parse(localStorage.getItem(nameOf(context)) ?? '[]') as NewFlag[]
  } catch {
    return []
  }
}

const write = (context: Context, flags: readonly NewFlag[]): void => {
  if (flags.length === 0) localStorage.removeItem(nameOf(context))
  else localStorage.setItem(nameOf(context), JSON.stringify(flags))
}

export const putInOutbox = (context: Context, flag: NewFlag): void => write(context, [...read(context), flag])

/** Sends what waits. @throws Unreached where the server still does not answer */
export const sendOutbox = async (context: Context): Promise<void> => {
  for (const flag of read(context)) {
    try {
      context.flags.put(await context.api.setFlag(flag))
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'name-missing') throw error
      context.say(error.message)
    }
    write(
      context,
      read(context).filter(f => f.id !== flag.id),
    )
    context.changed.tell()
  }
}
