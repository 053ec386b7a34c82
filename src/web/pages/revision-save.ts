import { findBareHead } from '../../app/find-head.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { revise } from '../../app/revisions/revise.ts'
import type { ChangeSet } from '@codemirror/state'
import { z } from 'zod'
import { Problem } from '../../errors.ts'
import { changeJson } from '../../text/change.ts'
import { fieldReason, saveRequest, type Reason, type SaveRequest, type SaveResponse } from '../../wire/save.ts'
import { field, fields, numberField, parsed, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { paragraphEdits } from '../../text/paragraph-edits.ts'
import { resolvedChange } from '../resolve.ts'
import { afterSave } from './revision-saved.ts'
import { which } from '../which.ts'

/** Why words of the form's fields read as they do, where a script has told, as spans of the text that the form makes. */
function readReasons(ask: Ask, change: ChangeSet): readonly Reason[] {
  const told = field(ask, 'reasons')
  if (told === '') return []
  const list = parsed(z.array(fieldReason), jsonOf(told))
  return list.flatMap(({ field: name, from, to, ...reason }) => {
    const start = Number(/^p(\d+)/.exec(name)?.[1])
    if (start > change.length) return []
    const at = change.mapPos(start, -1)
    return at + to > change.newLength ? [] : [{ ...reason, from: at + from, to: at + to }]
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('field-invalid', { field: 'reasons' })
  }
}

/** The form of the review page: paragraphs; or that of a conflict: choices. Both become what the script sends. */
async function fromForm(ask: Ask): Promise<SaveRequest> {
  const base = numberField(ask, 'base')
  const { id, fixed } = await findBareHead(ask.deps.store.db, which(ask))
  const text = await textAt(ask.deps, id, base)
  const paragraphs = Object.keys(fields(ask)).filter(name => /^[pi]\d/.test(name))
  const change =
    field(ask, 'resolve') === ''
      ? paragraphEdits(
          text,
          paragraphs.map(name => [name, field(ask, name)]),
          fixed === 1,
        )
      : resolvedChange(ask, text)
  return parsed(saveRequest, {
    base,
    change: changeJson(change),
    key: field(ask, 'key'),
    summary: field(ask, 'summary').replace(/\s+/g, ' ').trim(),
    reasons: readReasons(ask, change),
  })
}

const status = (response: SaveResponse): number =>
  response.status === 'saved' ? 201 : response.status === 'conflict' ? 409 : 200

export const revisionSave: Page = async (ask): Promise<Answer> => {
  const chosen = which(ask)
  if (ask.sentJson) {
    const request = parsed(saveRequest, ask.body)
    const response = await revise(ask.deps, { ...chosen, person: await writer(ask), browser: ask.browser }, request)
    return { kind: 'data', data: response, status: status(response) }
  }
  const person = await writer(ask)
  const request = await fromForm(ask)
  const response = await revise(ask.deps, { ...chosen, person, browser: ask.browser }, request)
  return afterSave(ask, response, { notice: 'saved', page: field(ask, 'page'), summary: request.summary, undoes: null })
}
