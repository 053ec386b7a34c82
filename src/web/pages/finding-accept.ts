import { ChangeSet } from '@codemirror/state'
import { revise } from '../../app/revise.ts'
import { changeJson } from '../../text/change.ts'
import { saveRequest } from '../../wire/save.ts'
import { fill, messages } from '../../i18n/index.ts'
import { findingAsked } from '../finding-asked.ts'
import { field, parsed, writer } from '../form.ts'
import type { Page } from '../page.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'
import { afterSave } from './revision-saved.ts'

/** How much of the words stands in the summary of the revision. */
const longest = 100

/** Writes what a check would write, as a revision whose reason it is. */
export const findingAccept: Page = async ask => {
  const chosen = which(ask)
  const person = await writer(ask)
  const { check, revision, from, to, text, words } = await findingAsked(ask, chosen, name => field(ask, name))
  const fix = field(ask, 'fix')
  const m = messages(ask.language).checks
  const cut = (part: string): string => seen(part.slice(0, longest).toWellFormed())
  const request = parsed(saveRequest, {
    base: revision,
    change: changeJson(ChangeSet.of({ from, to, insert: fix }, text.length)),
    key: field(ask, 'key'),
    summary: fill(ask.language, fix === '' ? m.acceptSummaryDelete : m.acceptSummary, {
      words: cut(words),
      fix: cut(fix),
    }),
    reasons: [
      { from, to: from + fix.length, category: field(ask, 'category'), severity: field(ask, 'severity'), check },
    ],
  })
  const response = await revise(ask.deps, { ...chosen, person, browser: ask.browser }, request)
  return afterSave(ask, response, { notice: 'saved', page: field(ask, 'page'), summary: request.summary, undoes: null })
}
