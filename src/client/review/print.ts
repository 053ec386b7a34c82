import type { Hunk } from '../../text/diff/index.ts'
import { codeSides, type CodeSideAt } from '../../text/code-sign.ts'
import { codeChip, inCorrected, inMt, namedIn, type CodeAt, type Named } from './code-marks.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'

type Sign = CodeSideAt<CodeAt>

/** A row's words with what differs in them, and the signs of codes between them. @param from where the row begins in its text */
const marked = (
  text: string,
  from: number,
  hunks: readonly Hunk[],
  side: 'a' | 'b',
  signs: readonly Sign[],
  named: Named,
): (Node | string)[] => {
  const here = signs.filter(({ at }) => at >= from && at <= from + text.length)
  const differing = hunks.map(({ fromA, toA, fromB, toB }) =>
    side === 'a' ? { from: fromA, to: toA } : { from: fromB, to: toB },
  )
  const cuts = new Set([
    0,
    text.length,
    ...differing.flatMap(({ from, to }) => [from, to]),
    ...here.map(({ at }) => at - from),
  ])
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.flatMap((start, i): (Node | string)[] => {
    const chips = here
      .filter(({ at }) => at - from === start)
      .map(({ side, code }) => codeChip(named, code.label, side, code.lost))
    const words = text.slice(start, ordered[i + 1] ?? start)
    if (words === '') return chips
    const differs = differing.some(hunk => hunk.from <= start && start < hunk.to)
    return [...chips, differs ? h(side === 'a' ? 'del' : 'ins', {}, words) : words]
  })
}

/** The editors draw only what is on the screen: what is printed is a plain grid of what stands there now. */
export const mountPrint = (context: Context): void => {
  let grid: HTMLElement | null = null
  addEventListener('beforeprint', () => {
    const { book, wire, views, codes, t, m, language } = context
    const corrected = views.corrected.state.doc.toString()
    const now = codes.now(views.corrected.state.doc)
    const signs = { a: codeSides(now.map(inMt)), b: codeSides(now.map(inCorrected)) }
    const named = namedIn(language, m.codes)
    const words = (text: string, from: number, hunks: readonly Hunk[], side: 'a' | 'b'): (Node | string)[] =>
      marked(text, from, hunks, side, signs[side], named)
    const rows = book.rows.map((row, i) => {
      const [a, b] = [book.starts.a[i] ?? 0, book.starts.b[i] ?? 0]
      const lang = wire.translation.language
      return h(
        'div',
        { class: 'print-row' },
        h('p', { lang }, ...(row.a < 0 ? [] : words(wire.mtText.slice(a, a + row.a), a, row.hunks, 'a'))),
        h('p', { lang }, ...(row.b < 0 ? [] : words(corrected.slice(b, b + row.b), b, row.hunks, 'b'))),
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
