import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view'
import type { Messages } from '../../i18n/index.ts'
import { h } from './dom.ts'

export interface ViewOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly language: string
  readonly nonce: string
  readonly extensions: Extension
  /** what a line break inside a segment is called */
  readonly lineBreak: string
}

/** Directional and zero-width controls: what must be seen, for it changes what the words seem to be. */
const controls = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** Stored text has no NUL and no half characters; what is pasted loses them here. */
const clean = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '')

const lineSeparator = 0x2028

const visibleControls = (t: Messages['desk'], lineBreak: string): Extension =>
  highlightSpecialChars({
    addSpecialChars: controls,
    render: code => {
      if (code === lineSeparator)
        return h('span', { class: 'desk-break', role: 'img', 'aria-label': lineBreak, title: lineBreak }, '↵', h('br'))
      const element = document.createElement('span')
      element.className = 'desk-control'
      element.textContent = code.toString(16).toUpperCase().padStart(4, '0')
      const zeroWidth =
        code === 0x200b || code === 0x2060 || code === 0xfeff || code === 0xad || code === 0x200c || code === 0x200d
      element.title = `U+${element.textContent} ${zeroWidth ? t.controls.zeroWidth : t.controls.bidi}`
      element.setAttribute('aria-label', element.title)
      return element
    },
  })

/** Tab leaves the text: it is a page, not a program. Ctrl-F and the like are the desk's own. */
const keys = defaultKeymap.filter(
  binding => !['Mod-i', 'Alt-l', 'Ctrl-m', 'Mod-/', 'Alt-A', 'Escape'].includes(binding.key ?? ''),
)

const common = (o: ViewOptions, t: Messages['desk']): Extension => [
  EditorView.cspNonce.of(o.nonce),
  EditorView.lineWrapping,
  visibleControls(t, o.lineBreak),
  EditorView.contentAttributes.of({ 'aria-label': o.label, lang: o.language }),
  // the headings cover the top of the scroller
  EditorView.scrollMargins.of(() => ({ top: 48, bottom: 24 })),
  keymap.of(keys),
  o.extensions,
]

/** A text to be read: its caret moves and selects, it can be copied and flagged, and nothing changes it. */
export const readingView = (o: ViewOptions, t: Messages['desk']): EditorView =>
  new EditorView({
    parent: o.parent,
    state: EditorState.create({
      doc: o.text,
      extensions: [
        common(o, t),
        EditorState.readOnly.of(true),
        EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
      ],
    }),
  })

/** The text that is corrected, with the browser's own spelling. */
export const writingView = (o: ViewOptions, t: Messages['desk']): EditorView =>
  new EditorView({
    parent: o.parent,
    state: EditorState.create({
      doc: o.text,
      extensions: [
        Prec.high(o.extensions),
        common({ ...o, extensions: [] }, t),
        history({ newGroupDelay: 600 }),
        keymap.of(historyKeymap),
        EditorView.clipboardInputFilter.of(clean),
        EditorView.contentAttributes.of({ spellcheck: 'true', autocorrect: 'off', autocapitalize: 'off' }),
      ],
    }),
  })
