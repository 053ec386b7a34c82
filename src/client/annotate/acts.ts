/**
 * What an annotator does to their flags and judgements, each told to the server. Each gives the sentence that tells that it was done, for when
 * the page has it too; null where it was not, and why is told already.
 */
import { fill, messages, type Language } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { NewMark } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { Refused, send } from '../review/api.ts'
import { askFlag } from '../review/flag-dialog.ts'
import { newId } from '../review/new-id.ts'
import type { Say } from '../review/say.ts'
import { categoryName, told } from '../review/told.ts'
import type { ToldFlag } from './told-flags.ts'

export interface Acts {
  /** @param span in the MT */
  readonly set: (words: string, span: Span) => Promise<string | null>
  readonly change: (flag: ToldFlag) => Promise<string | null>
  readonly takeBack: (flag: ToldFlag) => Promise<string | null>
  /** brings back the one that was taken back last, or this one */
  readonly bringBack: (id?: string) => Promise<string | null>
  /** @param score null takes it back */
  readonly judge: (paragraph: number, score: number | null) => Promise<string | null>
  /** id of the flag that was taken back last; null where there is none */
  readonly taken: string | null
}

export function createActs(id: string, language: Language, say: Say): Acts {
  const m = messages(language)
  const { annotation: w, desk: t } = m
  let taken: string | null = null

  /** Does what the server may refuse, and tells why it did. */
  const attempt = async <T>(work: () => Promise<unknown>, done: (answer: T) => string): Promise<string | null> => {
    try {
      return done((await work()) as T)
    } catch (error) {
      say(error instanceof Refused ? fill(language, t.failed, { reason: error.message }) : t.notReached)
      return null
    }
  }
  const post = (part: string, body: object) => () => send('POST', `/annotations/${id}/${part}`, body)

  return {
    get taken() {
      return taken
    },
    set: async (words, span) => {
      const said = await askFlag({ t, m, language }, t.flag.title, t.flag.set, words, {})
      if (said === null) return null
      const mark: NewMark = { id: newId(), from: span.from, to: span.to, ...said }
      return attempt<FlagView>(post('flags', mark), set =>
        fill(language, t.flag.setDone, {
          category: categoryName(m, set.category),
          severity: m.mqm.severities[set.severity],
          words: told(t, set.words),
        }),
      )
    },
    change: async flag => {
      const said = await askFlag({ t, m, language }, t.flag.editTitle, t.flag.change, flag.words, flag)
      if (said === null) return null
      return attempt(post(`flags/${flag.id}`, { version: flag.version, ...said }), () => t.flag.editDone)
    },
    takeBack: async ({ id: flag, version, words }) => {
      const done = await attempt(post(`flags/${flag}/withdraw`, { version }), () => fill(language, w.takenBack, { words: told(t, words) })) // prettier-ignore
      if (done !== null) taken = flag
      return done
    },
    bringBack: async flag => {
      const which = flag ?? taken
      if (which === null) {
        say(w.nothingTaken)
        return null
      }
      const done = await attempt(post(`flags/${which}/reopen`, {}), () => t.flag.backAgain)
      if (done !== null) taken = null
      return done
    },
    judge: (paragraph, score) => attempt(post('judgements', { paragraph, score }), () => w.judgementSaved),
  }
}
