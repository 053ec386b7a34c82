import { onKeys } from './key-actions.ts'

type Action = Parameters<typeof onKeys>[0]

/** Rows that are walked by j and k; Enter follows the row's link. @param more what else is done to the row where one is */
export function walkRows(
  rows: readonly HTMLElement[],
  link: string,
  more: (here: () => HTMLElement | undefined) => Action = () => ({}),
): void {
  let at = -1
  const here = () => rows[at]
  const linkHere = () => here()?.querySelector<HTMLAnchorElement>(link)
  const go = (step: number): void => {
    here()?.classList.remove('here')
    at = Math.min(rows.length - 1, Math.max(0, at + step))
    here()?.classList.add('here')
    linkHere()?.focus({ preventScroll: true })
    here()?.scrollIntoView({ block: 'nearest' })
  }
  onKeys({ down: () => go(1), up: () => go(-1), open: () => linkHere()?.click(), ...more(here) })
}

/** Lists that are only walked: the rows of a table, the places of a concordance. */
export function watchRows(): void {
  const list = document.querySelector<HTMLElement>('.walked')
  if (!list) return
  walkRows([...list.querySelectorAll<HTMLElement>(list.tagName === 'TABLE' ? 'tbody tr' : ':scope > li')], 'a.go')
}
