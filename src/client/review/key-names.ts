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

/** A key or chord by the signs that stand on the keys, where there is little room. */
export const signOf = (t: Messages['desk'], keys: string): string =>
  nameOf(t, keys.replace(/\bEnter\b/, '↵').replace(/\bShift\+/, '⇧'))

/** The key of an action, as short as it is now. */
export const keyOf = (id: ActionId): string => {
  const shortcut = shortcuts.find(s => s.id === id)
  return (singleKeysOn() ? shortcut?.keys[0] : undefined) ?? shortcut?.chord ?? ''
}

export const keyName = (t: Messages['desk'], id: ActionId): string => nameOf(t, keyOf(id))
