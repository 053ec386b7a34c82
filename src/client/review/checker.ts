import { ChangeSet, type Text } from '@codemirror/state'
import type { FindingView } from '../../wire/finding.ts'
import { Refused } from './api.ts'
import type { Checking, Context } from './context.ts'
import { findingField, setFindings } from './finding-field.ts'
import { followed, joined, type Standing } from './findings.ts'

export interface Checker {
  /** the text has changed: it is checked when the keys rest */
  typed(change: ChangeSet): void
  /** what is known of the text as it stands; null where it is to be checked first */
  begin(findings: readonly FindingView[] | null): void
}

/** ms after the last key; a long text is sent less often */
const pause = 400
const perUnit = 1 / 500
/** ms for which a word that is still being written is not found fault with */
const patience = 1500
/** ms between tries while there is no answer; doubled up to a minute */
const firstRetry = 2000
const lastRetry = 60_000

/**
 * Has the text checked while it is written: one request at a time, and its answer is carried over what was typed meanwhile. Nobody waits
 * for it.
 */
export const checker = (context: Context): Checker => {
  const { api, tab, views } = context
  const view = views.corrected
  let timer: ReturnType<typeof setTimeout> | null = null
  let since: ChangeSet | null = null
  /** what the answer on its way does not know: that the text is another, or what counts as a finding */
  let again = false
  let outdated = false
  let retry = firstRetry
  let lastKey = 0
  let count = 0

  const set = (now: Checking): void => {
    if (now === context.checking) return
    context.checking = now
    context.moved.tell()
  }
  const later = (ms: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void ask(), ms)
  }
  const tryAgain = (): void => {
    set('away')
    later(retry)
    retry = Math.min(retry * 2, lastRetry)
  }
  const show = (found: readonly FindingView[]): void => {
    const standing = view.state.field(findingField)
    const all = joined(standing, found, () => String(++count))
    const now = withoutUnfinished(all, standing)
    if (now.length < all.length) later(patience)
    if (now.length === standing.length && now.every((finding, i) => finding === standing[i])) return
    view.dispatch({ effects: setFindings.of(now) })
    context.changed.tell()
  }
  /** What is new at the caret of one who is writing is held back: the word may not be whole yet. */
  const withoutUnfinished = (all: readonly Standing[], standing: readonly Standing[]): readonly Standing[] => {
    if (!context.mode.writing || Date.now() - lastKey >= patience) return all
    const { head } = view.state.selection.main
    const known = new Set(standing.map(({ id }) => id))
    return all.filter(({ id, from, to }) => known.has(id) || head < from || head > to)
  }
  const answered = (found: readonly FindingView[], sent: Text, typed: ChangeSet): void => {
    retry = firstRetry
    set('ready')
    if (outdated) return
    show(typed.empty ? found : followed(found, typed.desc, sent, view.state.doc))
  }

  const ask = async (): Promise<void> => {
    timer = null
    if (since !== null) {
      again = true
      return
    }
    const sent = view.state.doc
    since = ChangeSet.empty(sent.length)
    again = outdated = false
    try {
      const { outcome, findings } = await api.findings({ text: sent.toString(), tab })
      if (findings !== null) answered(findings, sent, since)
      else if (outcome === 'slow') set('slow')
      else if (outcome === 'superseded') again = true
      else tryAgain()
    } catch (error) {
      if (error instanceof Refused) set('away')
      else tryAgain()
    }
    since = null
    if ((again || outdated) && timer === null) later(outdated ? 0 : pause)
  }

  context.recheck.listen(() => {
    outdated = since !== null
    if (!outdated) later(0)
  })
  addEventListener('online', () => {
    if (context.checking === 'away') later(0)
  })

  return {
    typed: change => {
      if (since !== null) since = since.compose(change)
      lastKey = Date.now()
      later(pause + change.newLength * perUnit)
    },
    begin: findings => {
      if (findings === null) return later(0)
      set('ready')
      show(findings)
    },
  }
}
