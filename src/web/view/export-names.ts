import { formats, writes } from '../../formats/index.ts'
import { messages, type Language } from '../../i18n/index.ts'

/** The formats an article can be taken away in, by their names in the reader's language. */
export function exportNames(language: Language): readonly { readonly id: string; readonly name: string }[] {
  const names: Readonly<Record<string, string>> = messages(language).review.formatNames
  return formats.filter(writes).map(({ id, label }) => ({ id, name: names[id] ?? label }))
}
