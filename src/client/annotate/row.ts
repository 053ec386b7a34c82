import { fill, messages, type Language, type Messages } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { Say } from '../review/say.ts'
import { told } from '../review/told.ts'
import type { Acts } from './acts.ts'
import { chosenAt, spanOf, stepped, trimmed, wordsOf, type Chosen } from './chosen-words.ts'
import { drawParagraph, select, selectedIn } from './paragraph.ts'
import { flagAt, flagsIn, type ToldFlag } from './told-flags.ts'

interface Around {
  readonly acts: Acts
  readonly say: Say
  /** draws a row anew. @returns the new one */
  readonly refresh: (row: HTMLElement) => Promise<HTMLElement>
  /** tells anew how much of the whole text is marked and judged */
  readonly recount: (row: HTMLElement) => Promise<void>
  readonly bringBack: () => Promise<void>
  readonly openHelp: () => void
  readonly language: Language
  readonly words: Messages['annotation']
}

/** A caret that chooses, in a text that nothing changes. */
function makeTextbox(paragraph: HTMLElement, redraw: () => void): void {
  const attributes = {
    contenteditable: 'true',
    role: 'textbox',
    'aria-readonly': 'true',
    'aria-multiline': 'true',
    inputmode: 'none',
    spellcheck: 'false',
    'aria-label': paragraph.dataset['label'] ?? '',
    'aria-keyshortcuts': 'F O E X U ?',
  }
  for (const [name, value] of Object.entries(attributes)) paragraph.setAttribute(name, value)
  paragraph.addEventListener('beforeinput', event => event.preventDefault())
  paragraph.addEventListener('drop', event => event.preventDefault())
  paragraph.addEventListener('input', redraw)
}

/** Puts the choosing of words over one paragraph, and the dialog in the place of the forms beside it. */
export function enhanceRow(
  row: HTMLElement,
  { acts, say, refresh, recount, bringBack, openHelp, language, words: w }: Around,
): void {
  const [text, paragraph] = [row.dataset['text'], row.querySelector<HTMLElement>('.marked')]
  if (text === undefined || !paragraph) return
  const { desk: t } = messages(language)
  const start = Number(row.dataset['from'])
  const words = wordsOf(text)
  const flags = flagsIn(row, start)
  const redraw = (): void => drawParagraph(paragraph, text, flags)
  redraw()
  makeTextbox(paragraph, redraw)

  /** words as they were chosen by the keyboard */
  let chosen: Chosen | null = null
  paragraph.addEventListener('mousedown', () => (chosen = null))
  const go = (step: number, grows: boolean): void => {
    const selected = selectedIn(paragraph)
    chosen = stepped(words, chosen ?? (selected && selected.to > 0 ? chosenAt(words, selected) : null), step, grows)
    const span = chosen && spanOf(words, chosen)
    if (!span) return
    select(paragraph, span)
    const flag = flagAt(flags, span)
    const sentence = fill(language, w.chosen, { words: told(t, text.slice(span.from, span.to)) })
    say(flag ? `${sentence} ${fill(language, w.chosenFlag, { flag: flag.told })}` : sentence, true)
  }
  const now = (): Span | null => {
    const selected = selectedIn(paragraph)
    if (!selected) return null
    const marked = trimmed(text, selected)
    if (marked) return marked
    const at = chosenAt(words, selected)
    return at && spanOf(words, at)
  }
  /** After a deed: the row as it is now, and the caret after the words that it was about. */
  const follow = async (deed: Promise<string | null>, at: number): Promise<void> => {
    const did = await deed
    if (did === null) return paragraph.focus({ preventScroll: true })
    try {
      const drawn = (await refresh(row)).querySelector<HTMLElement>('.marked')
      drawn?.focus({ preventScroll: true })
      if (drawn) select(drawn, { from: at, to: at })
    } finally {
      // who hears it goes on at once: then the keys are at work again
      say(did)
    }
  }
  const onChosen = (act: (span: Span) => void): void => {
    const span = now()
    if (span) act(span)
    else say(w.nothingChosen)
  }
  const onFlag = (act: (flag: ToldFlag) => Promise<string | null>): void => {
    const span = now()
    const flag = span && flagAt(flags, span)
    if (flag) void follow(act(flag), flag.to)
    else say(t.flag.noneHere)
  }
  const set = (span: Span): void =>
    void follow(acts.set(text.slice(span.from, span.to), { from: start + span.from, to: start + span.to }), span.to)
  const score = row.querySelector<HTMLInputElement>('form.judgement input[name=score]')
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => onChosen(set),
    f: () => onChosen(set),
    o: () => onChosen(({ to }) => set({ from: to, to })),
    e: () => onFlag(acts.change),
    x: () => onFlag(acts.takeBack),
    u: () => void bringBack(),
    j: () => score?.focus(),
    '?': openHelp,
  }
  paragraph.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const act = step === 0 ? keys[event.key] : () => go(step, event.shiftKey)
    if (!act) return
    event.preventDefault()
    act()
  })
  row.querySelector('.flag-here')?.addEventListener('click', event => {
    const span = now()
    // without chosen words the link leads to the form
    if (!span || selectedIn(paragraph)?.from === selectedIn(paragraph)?.to) return
    event.preventDefault()
    set(span)
  })
  for (const flag of flags) {
    const entry = row.querySelector<HTMLElement>(`#m-${flag.id}`)
    entry?.querySelector('.mark-edit')?.addEventListener('click', event => {
      event.preventDefault()
      void follow(acts.change(flag), flag.to)
    })
    entry?.querySelector('.mark-acts')?.addEventListener('submit', event => {
      event.preventDefault()
      void follow(acts.takeBack(flag), flag.to)
    })
  }
  if (score) {
    const judge = async (given: number | null): Promise<boolean> => {
      const did = await acts.judge(Number(row.id.slice('p-'.length)), given)
      if (did === null) return false
      await recount(row).finally(() => say(did))
      return true
    }
    enhanceJudgement(row, score, judge, () => paragraph.focus({ preventScroll: true }))
  }
}

/** A judgement is kept as soon as it is given; Enter goes back to the paragraph. */
function enhanceJudgement(
  row: HTMLElement,
  score: HTMLInputElement,
  judge: (given: number | null) => Promise<boolean>,
  back: () => void,
): void {
  let kept = score.value
  const keep = async (): Promise<void> => {
    const before = kept
    if (score.value === before || !score.reportValidity()) return
    kept = score.value
    const given = kept === '' ? null : Number(kept)
    if (!(await judge(given))) kept = before
  }
  score.addEventListener('change', () => void keep())
  row.querySelector('form.judgement')?.addEventListener('submit', event => {
    event.preventDefault()
    void keep()
    if (score.checkValidity()) back()
  })
}
