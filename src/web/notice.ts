import { fill, messages, type Language, type Messages } from '../i18n/index.ts'

/** A sentence shown once, on the page that follows a write. */
export type NoticeKey = keyof Messages['common']['notices']

export const noticeCookie = ([key, n]: readonly [NoticeKey, number?]): string => (n === undefined ? key : `${key}.${n}`)

/** @returns the sentence, or null for a cookie that says nothing we know (it comes from outside) */
export function readNotice(language: Language, cookie: string | undefined): string | null {
  const [, key, n] = /^(\w+)(?:\.(\d{1,15}))?$/.exec(cookie ?? '') ?? []
  const sentences: Readonly<Record<string, string>> = messages(language).common.notices
  if (key === undefined || !Object.hasOwn(sentences, key)) return null
  return fill(language, sentences[key] ?? '', n === undefined ? {} : { n: Number(n) })
}
