import { fill, messages, type Language } from '../../i18n/index.ts'

interface Happened {
  readonly kind: string
  readonly person: string
  /** epoch ms */
  readonly at: number
  readonly detail: unknown
}

/** A step of a flag's story in a sentence. */
export function flagEvent(language: Language, event: Happened) {
  const sentences: Readonly<Record<string, string>> = messages(language).flag.events
  const { reason } = (event.detail ?? {}) as Readonly<Record<string, unknown>>
  return {
    at: event.at,
    sentence: fill(language, sentences[event.kind] ?? '{name}', { name: event.person }),
    reason: event.kind === 'dismiss' && typeof reason === 'string' ? reason : '',
  }
}
