import type { Context } from './context.ts'
import { h } from './dom.ts'
import type { Hunk } from '../../text/diff/index.ts'

const marked = (text: string, hunks: readonly Hunk[], side: 'a' | 'b'): (Node | string)[] => {
  const parts: (Node | string)[] = []
  let at = 0
  for (const hunk of hunks) {
    const [from, to] = side === 'a' ? [hunk.fromA, hunk.toA] : [hunk.fromB, hunk.toB]
    if (from === to) continue
    parts.push(text.slice(at, from), h(side === 'a' ? 'del' : 'ins', {}, text.slice(from, to)))
    at = to
  }
  return [...parts, text.slice(at)]
}

/** The editors draw only what is on the screen: what is printed is a plain grid of what stands there now. */
export const mountPrint = (context: Context): void => {
  let grid: HTMLElement | null = null
  addEventListener('beforeprint', () => {
    const { book, wire, views, t } = context
    const corrected = views.corrected.state.doc.toString()
    const rows = book.rows.map((row, i) => {
      const [a, b] = [book.starts.a[i] ?? 0, book.starts.b[i] ?? 0]
      const lang = wire.translation.language
      return h(
        'div',
        { class: 'print-row' },
        h('p', { lang }, ...(row.a < 0 ? [] : marked(wire.mtText.slice(a, a + row.a), row.hunks, 'a'))),
        h('p', { lang }, ...(row.b < 0 ? [] : marked(corrected.slice(b, b + row.b), row.hunks, 'b'))),
      )
    })
    grid = h(
      'div',
      { class: 'desk-print' },
      h('div', { class: 'print-row print-head' }, h('p', {}, t.columns.mt), h('p', {}, t.columns.corrected)),
      ...rows,
    )
    context.layout.app.after(grid)
  })
  addEventListener('afterprint', () => {
    grid?.remove()
    grid = null
  })
}
