import { z } from 'zod'
import { restoreRevision } from '../../app/revisions/restore-revision.ts'
import { undoRevision } from '../../app/revisions/undo-revision.ts'
import { fill, messages } from '../../i18n/index.ts'
import { key as keySchema } from '../../wire/common.ts'
import { summary as summarySchema } from '../../wire/save.ts'
import { field, numberField, parsed, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { saveKey } from '../save-key.ts'
import { which } from '../which.ts'
import { afterSave } from './revision-saved.ts'

const takenBack = z.object({ summary: summarySchema })

const summaryOf = (ask: Ask): string =>
  parsed(takenBack, { summary: field(ask, 'summary').replace(/\s+/g, ' ').trim() }).summary

async function asked(ask: Ask) {
  const given = field(ask, 'key')
  return {
    ...which(ask),
    revision: numberField(ask, 'revision'),
    key: given === '' ? saveKey() : parsed(keySchema, given),
    summary: summaryOf(ask),
    person: await writer(ask),
  }
}

/** An older text brought back as a new revision. */
export const revisionRestore: Page = async ask => {
  const input = await asked(ask)
  return afterSave(ask, await restoreRevision(ask.deps, input), {
    notice: 'restored',
    page: '',
    summary: '',
    undoes: null,
  })
}

/** One revision in the middle taken back; where later ones changed the same words, a person chooses. */
export const revisionUndo: Page = async ask => {
  const input = await asked(ask)
  const summary = input.summary || fill(ask.language, messages(ask.language).review.undoSummary, { n: input.revision })
  return afterSave(ask, await undoRevision(ask.deps, input), {
    notice: 'undone',
    page: '',
    summary,
    undoes: input.revision,
  })
}
