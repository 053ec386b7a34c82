import { fill } from '../../i18n/index.ts'
import { Refused, Unreached } from './api.ts'
import { askName } from './ask-name.ts'
import { tellPerson } from './page-head.ts'
import type { Context } from './context.ts'

/** What is needed of a page for that. */
export type Asking = Pick<Context, 't' | 'language' | 'api' | 'say' | 'person'>

/** Runs what the server may refuse. Where it wants a name, the name is asked for and the thing done again. */
export const attemptWith =
  (context: () => Asking) =>
  async <T>(work: () => Promise<T>): Promise<T | null> => {
    const { t, language, api } = context()
    const say = (sentence: string): void => context().say(sentence)
    for (;;) {
      try {
        return await work()
      } catch (error) {
        if (error instanceof Refused && error.code === 'name-missing') {
          const person = await askName(t, api)
          if (person === null) return null
          context().person = person
          tellPerson(person.name)
        } else if (error instanceof Refused) {
          say(fill(language, t.failed, { reason: error.message }))
          return null
        } else if (error instanceof Unreached) {
          say(t.notReached)
          return null
        } else throw error
      }
    }
  }
