import { fill, messages, type Language } from '../../i18n/index.ts'
import type { Span } from '../../text/span.ts'
import type { NewMark } from '../../wire/annotation.ts'
import type { FlagView } from '../../wire/flag.ts'
import { Refused, send } from '../review/api.ts'
import { h } from '../review/dom.ts'
import { askFlag, type FlagBody } from '../review/flag-dialog.ts'
import { newId } from '../review/new-id.ts'
import { sayer } from '../review/say.ts'
import { categoryName, told } from '../review/told.ts'
import { chosenAt, spanOf, stepped, trimmed, wordsOf, type Chosen } from './chosen-words.ts'
import { drawParagraph, marksIn, select, selectedIn } from './paragraph.ts'

/** Puts the choosing of words over the server's page, paragraph by paragraph. */
export function annotator(root: HTMLElement, id: string, language: Language): void {
  const m = messages(language)
  const { annotation: w, desk: t } = m
  const live = h('p', { class: 'annotation-live', role: 'status' })
  document.body.append(live)
  const say = sayer(live)

  /** Does what the server may refuse; tells why it did. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      say(error instanceof Refused ? fill(language, t.failed, { reason: error.message }) : t.notReached)
      return null
    }
  }

  /** Draws a row anew as the server has it now. */
  const refresh = async (row: HTMLElement): Promise<HTMLElement> => {
    const address = new URL(location.href)
    address.searchParams.delete('line')
    const response = await fetch(address, { headers: { accept: 'text/html' } })
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    const [drawn, total] = [fresh.getElementById(row.id), fresh.getElementById('told-total')]
    if (!drawn) return row
    row.replaceWith(drawn)
    if (total) document.getElementById('told-total')?.replaceWith(total)
    enhance(drawn)
    return drawn
  }

  const flag = async (row: HTMLElement, text: string, span: Span): Promise<void> => {
    const start = Number(row.dataset['from'])
    const said: FlagBody | null = await askFlag({ t, m, language }, t.flag.title, t.flag.set, text.slice(span.from, span.to), {}) // prettier-ignore
    if (said === null) return
    const mark: NewMark = { id: newId(), from: start + span.from, to: start + span.to, ...said }
    const set = await attempt(() => send('POST', `/annotations/${id}/flags`, mark) as Promise<FlagView>)
    if (set === null) return
    const drawn = await refresh(row)
    const paragraph = drawn.querySelector<HTMLElement>('.marked')
    if (paragraph) {
      paragraph.focus({ preventScroll: true })
      select(paragraph, { from: span.to, to: span.to })
    }
    const { category, severity, words } = set
    say(fill(language, t.flag.setDone, { category: categoryName(m, category), severity: m.mqm.severities[severity], words: told(t, words) })) // prettier-ignore
  }

  const enhance = (row: HTMLElement): void => {
    const [text, paragraph] = [row.dataset['text'], row.querySelector<HTMLElement>('.marked')]
    if (text === undefined || !paragraph) return
    const words = wordsOf(text)
    drawParagraph(paragraph, text, marksIn(row, Number(row.dataset['from'])))
    for (const [name, value] of Object.entries({
      contenteditable: 'true', role: 'textbox', 'aria-readonly': 'true', 'aria-multiline': 'true', inputmode: 'none', spellcheck: 'false',
      'aria-label': paragraph.dataset['label'] ?? '',
    })) paragraph.setAttribute(name, value) // prettier-ignore
    // A caret that chooses, in a text that nothing changes.
    paragraph.addEventListener('beforeinput', event => event.preventDefault())
    paragraph.addEventListener('drop', event => event.preventDefault())
    paragraph.addEventListener('input', () => drawParagraph(paragraph, text, marksIn(row, Number(row.dataset['from']))))

    /** words as they were chosen by the keyboard */
    let chosen: Chosen | null = null
    paragraph.addEventListener('mousedown', () => (chosen = null))
    const go = (step: number, grows: boolean): void => {
      const selected = selectedIn(paragraph)
      chosen = stepped(words, chosen ?? (selected && selected.to > 0 ? chosenAt(words, selected) : null), step, grows)
      const span = chosen && spanOf(words, chosen)
      if (!span) return
      select(paragraph, span)
      say(fill(language, w.chosen, { words: told(t, text.slice(span.from, span.to)) }), true)
    }
    const now = (): Span | null => {
      const selected = selectedIn(paragraph)
      if (!selected) return null
      const marked = trimmed(text, selected)
      if (marked) return marked
      const at = chosenAt(words, selected)
      return at && spanOf(words, at)
    }
    const flagNow = (point: boolean): void => {
      const span = now()
      if (!span) return say(w.nothingChosen)
      void flag(row, text, point ? { from: span.to, to: span.to } : span)
    }
    paragraph.addEventListener('keydown', event => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const acts: Readonly<Record<string, () => void>> = {
        ArrowRight: () => go(1, event.shiftKey),
        ArrowLeft: () => go(-1, event.shiftKey),
        Enter: () => flagNow(false),
        f: () => flagNow(false),
        p: () => flagNow(true),
      }
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    })
    row.querySelector('.flag-here')?.addEventListener('click', event => {
      const span = now()
      // without chosen words the link leads to the form
      if (!span || selectedIn(paragraph)?.from === selectedIn(paragraph)?.to) return
      event.preventDefault()
      void flag(row, text, span)
    })
    const judgement = row.querySelector<HTMLFormElement>('form.judgement')
    const score = judgement?.querySelector<HTMLInputElement>('input[name=score]')
    score?.addEventListener('change', () => {
      if (!score.reportValidity()) return
      const body = { paragraph: Number(row.id.slice(2)), score: score.value === '' ? null : Number(score.value) }
      void attempt(() => send('POST', `/annotations/${id}/judgements`, body)).then(
        done => done && say(w.judgementSaved),
      )
    })
  }
  for (const row of root.querySelectorAll<HTMLElement>('.row[data-text]')) enhance(row)
}
