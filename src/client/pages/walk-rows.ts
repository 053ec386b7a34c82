import { onKeys } from './key-actions.ts'

/** Lists that are walked by j and k: the rows of a table, the places of a concordance. Enter follows the row's link. */
export function watchRows(): void {
  const list = document.querySelector<HTMLElement>('.walked')
  if (!list) return
  const rows = [...list.querySelectorAll<HTMLElement>(list.tagName === 'TABLE' ? 'tbody tr' : ':scope > li')]
  const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLAnchorElement>('a.go')
  let here = -1
  const go = (step: number): void => {
    rows[here]?.classList.remove('here')
    here = Math.min(rows.length - 1, Math.max(0, here + step))
    const row = rows[here]
    row?.classList.add('here')
    linkOf(row)?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  onKeys({ down: () => go(1), up: () => go(-1), open: () => linkOf(rows[here])?.click() })
}
