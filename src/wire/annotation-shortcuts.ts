/**
 * The keys of an annotator in a paragraph of the machine translation; `client/annotate/` obeys them, the help of the page and `/keys` list
 * them. The words for each stand in `i18n/<language>/annotation.ts` under `actions`, by the same id. `flag`, `omission`, `edit`, `takeBack` and
 * `bringBack` have the keys that they have at the desk.
 */
export const annotationShortcuts = [
  { id: 'paragraph', keys: ['Tab', 'Shift+Tab'] },
  { id: 'word', keys: ['ArrowRight', 'ArrowLeft'] },
  { id: 'more', keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'] },
  { id: 'flag', keys: ['f', 'Enter'] },
  { id: 'omission', keys: ['o'] },
  { id: 'severity', keys: ['1–4'] },
  { id: 'edit', keys: ['e'] },
  { id: 'takeBack', keys: ['x'] },
  { id: 'bringBack', keys: ['u'] },
  { id: 'judge', keys: ['j'] },
  { id: 'help', keys: ['?'] },
] as const satisfies readonly { readonly id: string; readonly keys: readonly string[] }[]
