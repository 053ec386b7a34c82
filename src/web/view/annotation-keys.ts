import { messages, type Language } from '../../i18n/index.ts'
import { annotationShortcuts } from '../../wire/annotation-shortcuts.ts'
import { keyNames } from './key-names.ts'

/** What an annotator's keys do, in words, with the keys as they stand on the keyboard. */
export const annotationKeys = (language: Language) =>
  annotationShortcuts.map(({ id, keys }) => ({
    name: messages(language).annotation.actions[id],
    keys: keys.map(key => keyNames(language, key)),
  }))
