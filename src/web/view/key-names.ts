import { messages, type Language } from '../../i18n/index.ts'

/** The keys of a chord as they stand on the keyboard: `Mod+Shift+S` is Ctrl, Skift, S. */
export function keyNames(language: Language, chord: string): readonly string[] {
  const names: Readonly<Record<string, string>> = messages(language).desk.keys
  return chord === '+' ? ['+'] : chord.split('+').map(key => names[key] ?? key)
}
