import { onKeys } from './key-actions.ts'

/** `/` searches, `?` shows the keys, on every page. */
export function siteKeys(): void {
  onKeys({
    search: () => document.querySelector<HTMLInputElement>('#site-search')?.focus(),
    keys: () => location.assign('/keys'),
  })
}
