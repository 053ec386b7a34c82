/**
 * The one list of what the review desk can be told to do by key. The desk obeys it, the `?` dialog and the page `/keys` draw it;
 * the words for each action stand in `i18n/<language>/desk.ts` under `actions`, by the same id.
 *
 * `keys` act alone, in reading mode only (and can be switched off); `chord` acts in both modes. Names are those of
 * `KeyboardEvent.key`; `Mod` is Ctrl, or Cmd on a Mac. A chord's letter is the key's place (`KeyboardEvent.code`), for Alt changes
 * what a key writes on some keyboards.
 */
export interface Shortcut {
  readonly id: ActionId
  readonly keys: readonly string[]
  readonly chord: string | null
}

/** Any digit from 1, where a name of a key would stand. */
export const digits = '1–9'

const list = [
  { id: 'next', keys: ['n'], chord: 'Alt+N' },
  { id: 'previous', keys: ['p'], chord: 'Alt+P' },
  { id: 'accept', keys: ['Enter'], chord: 'Alt+Enter' },
  { id: 'acceptSame', keys: ['Shift+Enter'], chord: 'Alt+Shift+Enter' },
  { id: 'fix', keys: [digits], chord: `Alt+${digits}` },
  { id: 'dismiss', keys: ['x'], chord: 'Alt+X' },
  { id: 'flag', keys: ['f'], chord: 'Alt+F' },
  { id: 'flagPoint', keys: ['o'], chord: 'Alt+O' },
  { id: 'edit', keys: ['e'], chord: 'Alt+E' },
  { id: 'confirm', keys: ['k'], chord: 'Alt+K' },
  { id: 'category', keys: ['t'], chord: 'Alt+T' },
  { id: 'everywhere', keys: ['a'], chord: 'Alt+A' },
  { id: 'code', keys: ['b'], chord: 'Alt+B' },
  { id: 'write', keys: ['i'], chord: 'Alt+I' },
  { id: 'read', keys: [], chord: 'Escape' },
  { id: 'undo', keys: ['u'], chord: 'Mod+Z' },
  { id: 'redo', keys: [], chord: 'Mod+Y' },
  { id: 'save', keys: [], chord: 'Mod+S' },
  { id: 'saveWithSummary', keys: [], chord: 'Mod+Shift+S' },
  { id: 'find', keys: ['/'], chord: 'Mod+F' },
  { id: 'source', keys: ['s'], chord: 'Alt+S' },
  { id: 'copy', keys: ['c'], chord: 'Alt+C' },
  { id: 'column', keys: ['w'], chord: 'Alt+W' },
  { id: 'rail', keys: ['l'], chord: 'Alt+L' },
  { id: 'help', keys: ['?'], chord: 'Alt+H' },
] as const satisfies readonly { id: string; keys: readonly string[]; chord: string | null }[]

export type ActionId = (typeof list)[number]['id']
export const shortcuts: readonly Shortcut[] = list
