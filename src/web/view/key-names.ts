import type { Language } from '../../i18n/index.ts'

const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  sv: {
    Mod: 'Ctrl',
    Shift: 'Skift',
    Enter: 'Enter',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Delete: 'Delete',
    Home: 'Home',
    End: 'End',
  },
  en: {
    Mod: 'Ctrl',
    Shift: 'Shift',
    Enter: 'Enter',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    Delete: 'Delete',
    Home: 'Home',
    End: 'End',
  },
}

/** The keys of a chord as they stand on the keyboard: `Mod+Shift+S` is Ctrl, Skift, S. */
export const keyNames = (language: Language, chord: string): readonly string[] =>
  chord === '+' ? ['+'] : chord.split('+').map(key => names[language][key] ?? key)
