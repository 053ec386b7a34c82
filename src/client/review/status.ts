import { fill, formatShare, plural } from '../../i18n/index.ts'
import type { Context } from './context.ts'
import { h } from './dom.ts'
import { countWords } from '../../text/words.ts'
import type { Row } from './rows.ts'

/** Words of the machine that stand unchanged in the corrected text, of all of its words: by the hunks, which keep what they do not take. */
const survivingShare = (rows: readonly Row[], starts: Int32Array, mt: string, total: number): number => {
  if (total === 0) return 1
  let gone = 0
  rows.forEach((row, i) => {
    if (row.kind === 'moved-away') return
    const start = starts[i] as number
    for (const hunk of row.hunks)
      if (hunk.toA > hunk.fromA) gone += countWords(mt.slice(start + hunk.fromA, start + hunk.toA))
  })
  return Math.max(0, 1 - gone / total)
}

/** The bottom line: counts and the keys that matter now. @param fileState what the file says of the segment of the caret */
export const statusLine = (context: Context, fileState: HTMLElement): void => {
  const { t, language, book, layout, wire } = context
  const words = countWords(wire.mtText)
  const counts = h('span', { class: 'desk-counts' })
  const mode = h('span', { class: 'desk-mode' })
  const hint = h('span', { class: 'desk-keys-hint' })
  layout.status.append(counts, mode, fileState, hint)
  const draw = (): void => {
    const hunks = context.entries.reduce((n, e) => n + (e.hunk ? 1 : 0), 0)
    const found = context.entries.reduce((n, e) => n + e.findings.length, 0)
    const open = context.entries.reduce((n, e) => n + (e.flagged ? e.flags.length : 0), 0)
    const share = formatShare(language, survivingShare(book.rows, book.starts.a, wire.mtText, words))
    counts.textContent = [
      plural(language, t.status.hunks, hunks),
      plural(language, t.status.findings, found),
      plural(language, t.status.flags, open),
      fill(language, t.status.surviving, { share }),
    ].join(' · ')
  }
  const drawMode = (): void => {
    const { writing } = context.mode
    mode.textContent = writing ? t.status.writing : t.status.reading
    hint.textContent = writing ? t.status.hintWriting : t.status.hint
    layout.app.classList.toggle('writing', writing)
    layout.hints.corrected.textContent = writing ? t.columnHint.writing : t.columnHint.corrected
  }
  context.moved.listen(draw)
  context.mode.listen(drawMode)
  drawMode()
}
