import { dismissFinding } from '../../app/findings/dismiss-finding.ts'
import { listDismissals } from '../../app/findings/list-dismissals.ts'
import { dismissRequest } from '../../wire/finding.ts'
import { articleAddress, safeReturn } from '../address.ts'
import { field, fields, parsed, writer } from '../form.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

/** What was dismissed in a translation and its article. */
export const dismissalList: Page = async ask => ({
  kind: 'data',
  data: await listDismissals(ask.deps, which(ask)),
})

/** A form has numbers as text, and empty fields for what is not there. */
const formFields = (sent: Readonly<Record<string, unknown>>) => ({
  ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
  reason: sent['reason'] ?? '',
  words: sent['words'] ?? '',
  nth: Number(sent['nth'] ?? 0),
})

export const dismissalSet: Page = async ask => {
  const chosen = which(ask)
  const request = parsed(dismissRequest, ask.sentJson ? ask.body : formFields(fields(ask)))
  const set = await dismissFinding(ask.deps, { ...chosen, person: await writer(ask) }, request)
  const back = field(ask, 'back')
  return {
    kind: 'go',
    to: back === '' ? articleAddress(chosen.articleId, '', { translation: chosen.translationId }) : safeReturn(back),
    notice: ['findingDismissed'],
    data: set,
    status: 201,
  }
}
