import { onKeys } from './key-actions.ts'

/** The page's own search, where it has one; else the site's, in the articles. */
function goToSearch(): void {
  const own = document.querySelector<HTMLInputElement>('[data-search]')
  const folded = own?.closest('details')
  if (folded) folded.open = true
  ;(own ?? document.querySelector<HTMLInputElement>('#site-search'))?.focus()
}

/** `/` searches, `?` shows the keys, on every page. */
export function siteKeys(): void {
  onKeys({
    search: goToSearch,
    keys: () => location.assign('/keys'),
  })
}
