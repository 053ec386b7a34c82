import { findBareHead } from '../../app/find-head.ts'
import { flagsOf } from '../../app/flags/list-flags.ts'
import { textAt } from '../../app/revisions/read-revision.ts'
import { setFlag } from '../../app/flags/set-flag.ts'
import { messages } from '../../i18n/index.ts'
import { newFlag } from '../../wire/flag.ts'
import { articleAddress } from '../address.ts'
import { findWords } from '../find-words.ts'
import { field, numberField, parsed, writer } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { which } from '../which.ts'
import { flagForm, spanOf } from './flag-new.ts'

export const flagList: Page = async ask => {
  const { id } = await findBareHead(ask.deps.store.db, which(ask))
  return { kind: 'data', data: await flagsOf(ask.deps, id) }
}

/** The words named in the form as a span of the text they stand in; null where they are not there. */
async function spanFromForm(ask: Ask): Promise<{ revision: number; from: number; to: number } | null> {
  const revision = field(ask, 'in') === 'mt' ? 0 : numberField(ask, 'revision')
  const { id } = await findBareHead(ask.deps.store.db, which(ask))
  const text = await textAt(ask.deps, id, revision)
  const range = spanOf(field(ask, field(ask, 'in') === 'mt' ? 'a' : 'b'), text)
  const point = field(ask, 'point') !== ''
  const words = field(ask, 'words').trim()
  if (words === '') return point ? { revision, from: range.from, to: range.from } : null
  const found = findWords(text, range, words, Math.max(1, Number(field(ask, 'occurrence')) || 1))
  return found && { revision, from: point ? found.to : found.from, to: found.to }
}

export const flagSet: Page = async ask => {
  const chosen = which(ask)
  const person = await writer(ask)
  if (ask.sentJson)
    return {
      kind: 'data',
      data: await setFlag(ask.deps, { ...chosen, person }, parsed(newFlag, ask.body)),
      status: 201,
    }
  const span = await spanFromForm(ask)
  if (span === null) return flagForm(ask, messages(ask.language).flag.notFound)
  const about = {
    category: field(ask, 'category'),
    severity: field(ask, 'severity'),
    comment: field(ask, 'comment'),
    suggestion: field(ask, 'suggestion'),
  }
  const set = await setFlag(ask.deps, { ...chosen, person }, parsed(newFlag, { ...span, ...about }))
  return {
    kind: 'go',
    to: `${articleAddress(chosen.articleId, '', { translation: chosen.translationId })}#flag-${set.id}`,
    notice: ['flagSet'],
    data: set,
    status: 201,
  }
}
