import { fill, plural } from '../../i18n/index.ts'
import { codeName } from '../../text/code-sign.ts'
import type { MarkView } from '../../wire/mark.ts'
import { codeChip, inMt, namedIn, setCodes } from './code-marks.ts'
import { lineOf } from './code-target.ts'
import { refreshCodes, tellLostCodes } from './codes-now.ts'
import type { Context } from './context.ts'
import { fillIn, h } from './dom.ts'
import { reveal } from './go-to.ts'
import { keyOf, signOf } from './key-names.ts'
import { putCode } from './put-code.ts'
import { told } from './told.ts'

/** As many as are listed at once; those that are put back make room for more. */
const listed = 20

const goToCode = (context: Context, code: MarkView): void => {
  const { corrected } = context.views
  corrected.dispatch({ selection: { anchor: Math.min(code.from, corrected.state.doc.length) } })
  reveal(context, corrected, code.from)
  corrected.focus()
}

/** Shows the codes on the desk, and offers those back, over the rail's list, that have lost their words. */
export const mountCodes = (context: Context, saveNow: () => Promise<boolean>): void => {
  const { codes, views, layout, m, language, t } = context
  if (codes.none) return
  const words = m.codes
  const named = namedIn(language, words)
  const list = h('ul', { class: 'codes-gone-list' })
  const title = h('h2', {})
  const strip = h('section', { class: 'codes-gone', 'aria-label': words.title, hidden: true }, title, list)
  layout.rail.querySelector('.rail-head')?.after(strip)

  const item = (code: MarkView, first: boolean): HTMLElement => {
    const n = lineOf(views.corrected.state.doc, code.from) + 1
    const label = codeName(code.label)
    const key = keyOf('code')
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'codes-gone-go',
          onclick: () => goToCode(context, code),
        },
        codeChip(named, code.label, code.kind === 'pair' ? 'both' : 'point', true),
        h('span', {}, code.words === '' ? words.stoodAt : fill(language, words.stood, { words: told(t, code.words) })),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'rail-tool',
          'aria-keyshortcuts': first ? key : false,
          onclick: () => void putCode(context, saveNow, code),
        },
        `${words.putBack} `,
        h('span', { class: 'visually-hidden' }, fill(language, words.putBackWhat, { label, n })),
        first && h('kbd', { 'aria-hidden': 'true' }, signOf(t, key)),
      ),
    )
  }
  let drawn = ''
  const draw = (): void => {
    refreshCodes(context)
    const { doc } = views.corrected.state
    const lost = codes.now(doc).filter(code => code.gone)
    const now = JSON.stringify(lost.map(({ id, from }) => [id, lineOf(doc, from)]))
    if (now === drawn) return
    drawn = now
    strip.hidden = lost.length === 0
    title.textContent = plural(language, words.lostShort, lost.length)
    fillIn(list, ...lost.slice(0, listed).map((code, i) => item(code, i === 0)))
  }
  views.mt.dispatch({ effects: setCodes.of(codes.now(views.corrected.state.doc).map(inMt)) })
  context.changed.listen(draw)
  tellLostCodes(context)
  draw()
}
