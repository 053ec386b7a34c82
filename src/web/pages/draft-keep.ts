import { z } from 'zod'
import { findBareHead } from '../../app/find-head.ts'
import { discardDraft, keepDraft } from '../../app/desk/keep-draft.ts'
import { tab as tabSchema } from '../../wire/common.ts'
import { draftRequest } from '../../wire/save.ts'
import { parsed } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { which } from '../which.ts'

/** Whose draft: of this translation, in this browser and tab. */
async function keyOf(ask: Ask) {
  const { tab } = parsed(z.object({ tab: tabSchema }), ask.params)
  const { id: translationId } = await findBareHead(ask.deps.store.db, which(ask))
  return { translationId, browser: ask.browser, tab }
}

export const draftKeep: Page = async ask => {
  const request = parsed(draftRequest, ask.body)
  return { kind: 'data', data: await keepDraft(ask.deps, await keyOf(ask), request) }
}

export const draftDiscard: Page = async ask => {
  await discardDraft(ask.deps, await keyOf(ask))
  return { kind: 'data', data: {} }
}
