import { fill } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { MarkView } from '../../wire/mark.ts'
import { codeChip, namedIn } from './code-marks.ts'
import { lineOf, type CodeTarget } from './code-target.ts'
import type { Context } from './context.ts'
import { openDialog } from './dialog.ts'
import { fillIn, h } from './dom.ts'
import { told } from './told.ts'

export interface ChosenPlace {
  readonly code: MarkView
  readonly how: 'around' | 'at' | 'leave'
  /** in the text on the desk */
  readonly span: Span
}

/** As many as one looks through. */
const most = 40

/** Which of the codes, and where: around the words that are selected, at the caret, or where its words stood. */
export const openCodeDialog = (
  context: Context,
  codes: readonly MarkView[],
  target: CodeTarget,
): Promise<ChosenPlace | null> => {
  const { m, t, language, views } = context
  const words = m.codes
  const { doc } = views.corrected.state
  const named = namedIn(language, words)
  const [first] = codes
  let chosen = first as MarkView
  const places = h('div', { class: 'code-places' })
  const numberOf = (code: MarkView): number => lineOf(doc, code.from) + 1

  /** A paragraph's codes stay in it. */
  const reaches = (code: MarkView): boolean => lineOf(doc, code.from) === lineOf(doc, target.caret)
  const close = (how: ChosenPlace['how'], span: Span): void => dialog.close({ code: chosen, how, span })
  const button = (label: string, how: ChosenPlace['how'], span: Span): HTMLElement =>
    h('button', { type: 'button', onclick: () => close(how, { from: span.from, to: span.to }) }, label)
  const drawPlaces = (): void => {
    const { around, caret } = target
    const here = reaches(chosen)
    const list = [
      chosen.kind === 'pair' && here && around !== null
        ? button(fill(language, words.dialog.around, { words: told(t, around.words) }), 'around', around)
        : null,
      here ? button(words.dialog.at, 'at', { from: caret, to: caret }) : null,
      chosen.gone ? button(words.dialog.leave, 'leave', { from: chosen.from, to: chosen.from }) : null,
    ].filter(one => one !== null)
    list[0]?.classList.add('primary')
    const elsewhere = fill(language, words.dialog.elsewhere, { n: numberOf(chosen) })
    fillIn(places, ...list, !here && h('p', { class: 'code-hint' }, elsewhere))
  }
  const wordsOf = (code: MarkView): readonly string[] => {
    const around = code.gone ? code.words : doc.sliceString(code.from, code.to)
    const sentence = code.gone ? words.stood : words.stands
    return around === '' ? [] : [fill(language, sentence, { words: told(t, around) }), ' · ']
  }
  const choice = (code: MarkView, i: number): HTMLElement =>
    h(
      'label',
      { class: 'code-choice' },
      h('input', {
        type: 'radio',
        name: 'code',
        ...(i === 0 ? { checked: true } : {}),
        onchange: () => {
          chosen = code
          drawPlaces()
        },
      }),
      ' ',
      codeChip(named, code.label, code.kind === 'pair' ? 'both' : 'point', code.gone),
      h('span', {}, ...wordsOf(code), fill(language, words.dialog.inParagraph, { n: numberOf(code) })),
    )
  const dialog = openDialog<ChosenPlace>(
    chosen.gone ? words.dialog.lost : words.dialog.move,
    'dialog-code',
    [
      h(
        'fieldset',
        { class: 'code-choices' },
        h('legend', {}, words.dialog.which),
        ...codes.slice(0, most).map(choice),
      ),
      places,
      !context.session.change.empty && h('p', { class: 'code-hint' }, words.dialog.hint),
      h(
        'div',
        { class: 'dialog-buttons' },
        h('button', { type: 'button', onclick: () => dialog.close(null) }, t.cancel),
      ),
    ],
    () => null,
  )
  drawPlaces()
  places.querySelector<HTMLElement>('button')?.focus()
  return dialog.result
}
