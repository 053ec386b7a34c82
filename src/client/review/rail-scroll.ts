const entriesIn = (list: HTMLElement): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('.rail-entry')]

/** Which entries are in sight and where; that of a key first. */
const inSight = (list: HTMLElement, first: string | null): readonly { readonly key: string; readonly top: number }[] =>
  entriesIn(list)
    // the list is what its items are measured from
    .map(item => ({ item, key: item.dataset.key ?? '', top: item.offsetTop - list.scrollTop }))
    .filter(({ item, top }) => top + item.offsetHeight > 0 && top < list.clientHeight)
    .sort((x, y) => Number(y.key === first) - Number(x.key === first))

const keyed = (list: HTMLElement, key: string): HTMLElement | null =>
  list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)

/**
 * Draws a list anew, and what was in sight stays where it was: entries that come, go or grow above it move nothing.
 * @param current the key of the entry that is to stay before all others
 */
export const steadily = (list: HTMLElement, current: string | null, draw: () => void): void => {
  const before = inSight(list, current)
  draw()
  for (const { key, top } of before) {
    const item = keyed(list, key)
    if (item === null) continue
    list.scrollTop = item.offsetTop - top
    return
  }
}

/** Draws a list anew, and the focus stays on the same button of the same entry. */
export const keepingFocus = (list: HTMLElement, draw: () => void): void => {
  const focused = list.contains(document.activeElement) ? document.activeElement : null
  const key = focused?.closest<HTMLElement>('.rail-entry')?.dataset.key
  const act = focused instanceof HTMLElement ? focused.dataset.act : undefined
  draw()
  if (key === undefined) return
  const item = keyed(list, key)
  const same = act === undefined ? null : item?.querySelector<HTMLElement>(`[data-act="${act}"]`)
  ;(same ?? item?.querySelector<HTMLElement>('.rail-go'))?.focus({ preventScroll: true })
}

export const keepInSight = (list: HTMLElement, item: HTMLElement): void => {
  const top = item.offsetTop
  if (top < list.scrollTop) list.scrollTop = top - 8
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight + 8
}
