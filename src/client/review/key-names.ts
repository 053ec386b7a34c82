import type { Messages } from '../../i18n/index.ts'
import { shortcuts, type ActionId } from '../../wire/shortcuts.ts'
import { singleKeysOn } from './keys.ts'

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** A key or chord as the keyboard has it: `Mod+Shift+S` is Ctrl+Skift+S, or ⌘+Skift+S. */
export const nameOf = (t: Messages['desk'], keys: string): string =>
  keys
    .split('+')
    .map(part =>
      part === 'Mod' && mac
        ? '⌘'
        : part === 'Alt' && mac
          ? '⌥'
          : ((t.keys as Readonly<Record<string, string>>)[part] ?? part),
    )
    .join('+')

/** The key of an action, as short as it is now. */
export const keyName = (t: Messages['desk'], id: ActionId): string => {
  const shortcut = shortcuts.find(s => s.id === id)
  const key = (singleKeysOn() ? shortcut?.keys[0] : undefined) ?? shortcut?.chord ?? ''
  return nameOf(t, key)
}
