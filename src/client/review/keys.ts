import { digits, shortcuts, type ActionId, type Shortcut } from '../../wire/shortcuts.ts'

export interface Pressed {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** Where the key was pressed: in a text that is read, in one that is written, or in a field of a dialog or the like. */
export type Place = 'reading' | 'writing' | 'field'

const parse = (
  chord: string,
): { readonly alt: boolean; readonly mod: boolean; readonly shift: boolean; readonly key: string } => {
  const parts = chord.split('+')
  return {
    alt: parts.includes('Alt'),
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    key: parts.at(-1) ?? '',
  }
}

/** The digit of a key, on either keyboard; 0 where it is none. */
export const digitOf = ({ code }: Pressed): number => Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0)

const fits = (chord: string, p: Pressed): boolean => {
  const { alt, mod, shift, key } = parse(chord)
  if (p.altKey !== alt || (p.ctrlKey || p.metaKey) !== mod || p.shiftKey !== shift) return false
  if (key === digits) return digitOf(p) > 0
  return key.length === 1 ? p.code === `Key${key}` || (!alt && p.key.toUpperCase() === key) : p.key === key
}

/** A sign is what the key writes, however; a key that writes none is it alone, or with the Shift that is named. */
const isKey = (key: string, p: Pressed): boolean => (key === digits || key.length > 1 ? fits(key, p) : key === p.key)

/**
 * What a key press means. Single keys act only where nothing is written, and only while they are switched on; in a field only the
 * chords that save and find act, and Esc is the field's own.
 */
export const actionOf = (
  p: Pressed,
  place: Place,
  singleKeys: boolean,
  list: readonly Shortcut[] = shortcuts,
): ActionId | null => {
  for (const { id, chord } of list) {
    if (chord === null || !fits(chord, p)) continue
    if (place === 'field' && !chord.startsWith('Mod+S') && !chord.startsWith('Mod+Shift+S')) continue
    return id
  }
  if (place !== 'reading' || !singleKeys || p.altKey || p.ctrlKey || p.metaKey) return null
  return list.find(({ keys }) => keys.some(key => isKey(key, p)))?.id ?? null
}

const settingName = 'rp-single-keys'
export const singleKeysOn = (): boolean => localStorage.getItem(settingName) !== 'off'
export const setSingleKeys = (on: boolean): void => localStorage.setItem(settingName, on ? 'on' : 'off')
