import { timeline, type TimelineEntry } from '../../app/revisions/timeline.ts'
import { fill, messages, plural, type Language, type Messages } from '../../i18n/index.ts'
import { wholeNumber } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { saveKey } from '../save-key.ts'
import { gatePassed } from '../view/gate-told.ts'
import { which } from '../which.ts'
import { historyCompare } from './history-compare.ts'

/** How a state came to be another: by a decision, with or against the gate, or by itself. */
function stateSentence(history: Messages['history'], detail: Readonly<Record<string, unknown>>): string {
  if (detail['from'] === undefined) return history.eventStateTo
  if (detail['automatic'] === true && detail['from'] === 'approved') return history.eventReopened
  if (detail['gate'] !== undefined) return history.eventGate
  return detail['reason'] === undefined ? history.eventState : history.eventStateWhy
}

/** What happened, in a sentence. What we have no sentence for is told by its name. */
function eventSentence(language: Language, person: string, event: string, detail: unknown): string {
  const { history, common } = messages(language)
  const told = (detail ?? {}) as Readonly<Record<string, unknown>>
  const { from, to, system, reason, gate } = told
  const stateName = (state: unknown): string =>
    typeof state === 'string' && state in common.states ? common.states[state as keyof typeof common.states] : ''
  const sentences: Readonly<Record<string, string>> = {
    state: stateSentence(history, told),
    details: history.eventDetails,
    archive: history.eventArchive,
    unarchive: history.eventUnarchive,
    import: history.eventImport,
    translation: system ? history.eventTranslationBy : history.eventTranslation,
  }
  return fill(language, sentences[event] ?? history.eventOther, {
    name: person,
    from: stateName(from),
    to: stateName(to),
    kind: event,
    system: typeof system === 'string' ? system : '',
    reason: typeof reason === 'string' ? reason : '',
    why: gate === undefined ? '' : gatePassed(language, gate as Parameters<typeof gatePassed>[1]),
  })
}

function told(language: Language, entry: TimelineEntry) {
  const { history } = messages(language)
  if (entry.kind === 'event')
    return { ...entry, sentence: eventSentence(language, entry.person, entry.event, entry.detail) }
  if (entry.kind === 'mt')
    return {
      ...entry,
      sentence: entry.system === '' ? '' : fill(language, history.mtBy, { system: entry.system }),
    }
  const notes = [
    entry.restores === null ? '' : fill(language, history.restores, { n: entry.restores }),
    entry.undoes === null ? '' : fill(language, history.undoes, { n: entry.undoes }),
    entry.mergedFrom === null ? '' : fill(language, history.merged, { n: entry.mergedFrom }),
    entry.wordsAdded > 0 ? plural(language, history.added, entry.wordsAdded) : '',
    entry.wordsRemoved > 0 ? plural(language, history.removed, entry.wordsRemoved) : '',
    entry.flagsFixed > 0 ? plural(language, history.flagsFixed, entry.flagsFixed) : '',
  ]
  return { ...entry, notes: notes.filter(note => note !== '') }
}

export const historyShow: Page = async (ask: Ask) => {
  const onward = ask.query.has('after')
  if (!onward && (ask.query.has('from') || ask.query.has('to'))) return historyCompare(ask)
  const chosen = which(ask)
  const line = await timeline(ask.deps, { ...chosen, after: ask.query.get('after') ?? undefined })
  const translation = chosen.translationId ?? null
  const numbers = line.entries.flatMap(entry => (entry.kind === 'event' ? [] : [entry.number]))
  const newest = numbers[0] ?? 0
  const given = (name: string): number | null =>
    onward && ask.query.get(name) ? wholeNumber(name, ask.query.get(name)) : null
  const from = given('from') ?? Math.max(0, newest - 1)
  const to = given('to') ?? newest
  return {
    kind: 'page',
    view: 'history-show',
    data: line,
    model: {
      title: messages(ask.language).history.title,
      line,
      translationId: translation,
      entries: line.entries.map(entry => told(ask.language, entry)),
      from,
      to,
      // chosen on a page before: they stand above this one's, so that any two revisions can be compared
      kept: [...new Set([to, from])].filter(n => n <= line.head && !numbers.includes(n)),
      key: saveKey(),
    },
  }
}
