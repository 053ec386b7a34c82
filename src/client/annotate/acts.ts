/** What an annotator does to their flags and judgements, each told to the server, and told when it is done. */
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
  /** @param span in the MT @returns whether it was set */
  readonly set: (words: string, span: Span) => Promise<boolean>
  readonly change: (flag: ToldFlag) => Promise<boolean>
  readonly takeBack: (flag: ToldFlag) => Promise<boolean>
  /** brings back the one that was taken back last, or this one */
  readonly bringBack: (id?: string) => Promise<boolean>
  /** @param score null takes it back */
  readonly judge: (paragraph: number, score: number | null) => Promise<boolean>
  /** id of the flag that was taken back last; null where there is none */
  readonly taken: string | null
}

export function createActs(id: string, language: Language, say: Say): Acts {
  const m = messages(language)
  const { annotation: w, desk: t } = m
  let taken: string | null = null

  /** Does what the server may refuse; tells why it did, else what was done. */
  const attempt = async <T>(work: () => Promise<unknown>, done: (answer: T) => string): Promise<boolean> => {
    try {
      say(done((await work()) as T))
      return true
    } catch (error) {
      say(error instanceof Refused ? fill(language, t.failed, { reason: error.message }) : t.notReached)
      return false
    }
  }
  const post = (part: string, body: object) => () => send('POST', `/annotations/${id}/${part}`, body)

  return {
    get taken() {
      return taken
    },
    set: async (words, span) => {
      const said = await askFlag({ t, m, language }, t.flag.title, t.flag.set, words, {})
      if (said === null) return false
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
      if (said === null) return false
      return attempt(post(`flags/${flag.id}`, { version: flag.version, ...said }), () => t.flag.editDone)
    },
    takeBack: async ({ id: flag, version, words }) => {
      const done = await attempt(post(`flags/${flag}/withdraw`, { version }), () => fill(language, w.takenBack, { words: told(t, words) })) // prettier-ignore
      if (done) taken = flag
      return done
    },
    bringBack: async flag => {
      const which = flag ?? taken
      if (which === null) {
        say(w.nothingTaken)
        return false
      }
      const done = await attempt(post(`flags/${which}/reopen`, {}), () => t.flag.backAgain)
      if (done) taken = null
      return done
    },
    judge: (paragraph, score) => attempt(post('judgements', { paragraph, score }), () => w.judgementSaved),
  }
}
