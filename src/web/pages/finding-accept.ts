import { createHash } from 'node:crypto'
import { ChangeSet } from '@codemirror/state'
import { revise } from '../../app/revisions/revise.ts'
import { checkById } from '../../checks/index.ts'
import { Problem } from '../../errors.ts'
import { fill, messages } from '../../i18n/index.ts'
import { changeJson } from '../../text/change.ts'
import { saveRequest } from '../../wire/save.ts'
import { findingAsked, type AskedFinding } from '../finding-asked.ts'
import { field, fields, parsed, writer } from '../form.ts'
import type { Page } from '../page.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'
import { afterSave } from './revision-saved.ts'

/** How much of the words stands in the summary of the revision. */
const longest = 100

/** The same finding of the same revision is one save, however often its form is sent. */
const keyOf = ({ revision, check, from, to, words }: AskedFinding): string =>
  createHash('sha256')
    .update(JSON.stringify([revision, check, from, to, words]))
    .digest('base64url')

/** Writes what a check would write, as a revision whose reason it is. */
export const findingAccept: Page = async ask => {
  const chosen = which(ask)
  const asked = await findingAsked(ask, chosen, field(ask, 'finding'))
  const person = await writer(ask)
  const { check, revision, from, to, text, words, found } = asked
  const { category, severity } = found ?? checkById(check) ?? { category: 'other/other', severity: 'minor' }
  // an empty one deletes the words: it must have been said
  if (fields(ask)['fix'] === undefined) throw new Problem('field-invalid', { field: 'fix' })
  const fix = field(ask, 'fix')
  const m = messages(ask.language).checks
  const cut = (part: string): string => seen(part.slice(0, longest).toWellFormed())
  const summary = fix === '' ? m.acceptSummaryDelete : m.acceptSummary
  const request = parsed(saveRequest, {
    base: revision,
    change: changeJson(ChangeSet.of({ from, to, insert: fix }, text.length)),
    key: keyOf(asked),
    summary: fill(ask.language, summary, { words: cut(words), fix: cut(fix) }),
    reasons: [{ from, to: from + fix.length, category, severity, check, about: found?.about }],
  })
  const response = await revise(ask.deps, { ...chosen, person, browser: ask.browser }, request)
  return afterSave(ask, response, {
    notice: 'saved',
    page: field(ask, 'page'),
    summary: request.summary,
    undoes: null,
    toFindings: true,
  })
}
