import { keepEffort } from '../../app/effort/keep-effort.ts'
import { findBareHead } from '../../app/find-head.ts'
import { effortRequest } from '../../wire/effort.ts'
import { parsed } from '../form.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

/**
 * What a sitting at a translation has cost so far, as the desk counts it: JSON as `effortRequest` of `wire/effort.ts`. Sent again, or late,
 * it changes nothing. Answers `{kept}`: false where the house does not count effort, and nothing need be sent again.
 */
export const effortKeep: Page = async ask => {
  const { id: translationId } = await findBareHead(ask.deps.store.db, which(ask))
  const request = parsed(effortRequest, ask.body)
  return { kind: 'data', data: await keepEffort(ask.deps, { translationId, person: ask.person }, request) }
}
