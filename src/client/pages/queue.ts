import { walkRows } from './walk-rows.ts'

/** The queue: what is done to the chosen ones shows when something is chosen; j, k, Enter and x walk, open and choose. */
export function watchQueue(): void {
  const table = document.querySelector<HTMLTableElement>('table.articles')
  const many = document.querySelector<HTMLElement>('fieldset.many')
  if (!table || !many) return
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  const boxOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLInputElement>('input[type=checkbox]')
  const all = chooseAll(table, () => rows.map(boxOf))
  const refresh = (): void => {
    const chosen = rows.filter(row => boxOf(row)?.checked)
    for (const row of rows) row.classList.toggle('chosen', boxOf(row)?.checked ?? false)
    many.classList.toggle('idle', chosen.length === 0)
    if (all)
      [all.checked, all.indeterminate] = [
        chosen.length === rows.length,
        chosen.length > 0 && chosen.length < rows.length,
      ]
  }
  table.addEventListener('change', refresh)
  refresh()

  walkRows(rows, '.c-title a', here => ({
    choose: () => {
      const box = boxOf(here())
      if (!box) return
      box.checked = !box.checked
      refresh()
    },
  }))
}

/** One box in the heading for all of the page. It is the script's own: without script there is none. */
function chooseAll(
  table: HTMLTableElement,
  boxes: () => readonly (HTMLInputElement | null | undefined)[],
): HTMLInputElement | null {
  const head = table.querySelector<HTMLElement>('thead .c-choose')
  if (!head) return null
  const all = document.createElement('input')
  all.type = 'checkbox'
  all.setAttribute('aria-label', head.dataset['all'] ?? '')
  all.addEventListener('change', () => {
    for (const box of boxes()) if (box) box.checked = all.checked
  })
  head.append(all)
  return all
}
