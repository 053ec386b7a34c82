import { Problem } from '../../errors.ts'
import { isForeignKeyViolation } from '../../store/db/errors.ts'
import { deleteDraft, draftsOf, putDraft, type DraftKey } from '../../store/drafts.ts'
import { applyChange, canonical, parseChange } from '../../text/change.ts'
import type { DraftRequest, DraftView } from '../../wire/save.ts'
import { checkSpan } from '../flags/anchor-flags.ts'
import { checkSize, tooLarge } from '../articles/article-fields.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type BareHead } from '../find-head.ts'
import { textAt } from '../revisions/read-revision.ts'

/** More flags than anyone sets, and more fixes than anyone accepts, between two saves; and no way to fill the disk. */
const mostMarks = 1000

/**
 * Keeps what is typed and not saved, one draft a translation, browser and tab; the later one replaces the earlier, and where all is as
 * in the base again, there is none. Asks no name: what is typed before the name is known must not be lost either.
 * @throws Problem change-malformed, change-misfit, text-too-large, flag-misfit, revision-unknown, translation-unknown
 */
export async function keepDraft(
  deps: Deps,
  key: DraftKey,
  request: DraftRequest,
): Promise<{ readonly updatedAt: number }> {
  const head = await findBareHead(deps.store.db, { translationId: key.translationId })
  const baseText = await textAt(deps, head.id, request.base)
  const change = parseChange(request.change, baseText)
  const limit = deps.limits.textBytes
  if (change.newLength > limit) throw tooLarge(change.newLength, limit)
  if (request.flags.length > mostMarks) throw new Problem('field-invalid', { field: 'flags' })
  if (request.reasons.length > mostMarks) throw new Problem('field-invalid', { field: 'reasons' })
  const text = applyChange(baseText, change)
  checkSize(text, limit)
  for (const flag of request.flags) checkSpan(flag, text)
  for (const { from, to } of request.reasons)
    if (to < from || to > text.length) throw new Problem('field-invalid', { field: 'reasons' })
  const updatedAt = deps.now()
  if (text === baseText && request.flags.length === 0) {
    await deleteDraft(deps.store.db, { ...key, translationId: head.id })
    return { updatedAt }
  }
  try {
    await putDraft(deps.store.db, {
      translation_id: head.id,
      browser: key.browser,
      tab: key.tab,
      base_number: request.base,
      change: canonical(change),
      flags: JSON.stringify(request.flags),
      reasons: JSON.stringify(request.reasons),
      updated_at: updatedAt,
    })
  } catch (error) {
    // Purged while this was read: looking again, where writes are made, says so.
    const which = { articleId: head.article_id, translationId: head.id }
    if (isForeignKeyViolation(error)) await deps.store.transaction(tx => findBareHead(tx, which))
    throw error
  }
  return { updatedAt }
}

export const discardDraft = (deps: Deps, key: DraftKey): Promise<void> => deleteDraft(deps.store.db, key)

/** What this browser has not saved of a translation, newest first; with the text it started from where that is not the head. */
export async function draftViews(
  deps: Deps,
  head: Pick<BareHead, 'id' | 'head_number'>,
  browser: string,
): Promise<DraftView[]> {
  const drafts = await draftsOf(deps.store.db, head.id, browser)
  return Promise.all(
    drafts.map(async draft => ({
      tab: draft.tab,
      base: draft.base_number,
      change: JSON.parse(draft.change) as DraftView['change'],
      flags: JSON.parse(draft.flags) as DraftView['flags'],
      reasons: JSON.parse(draft.reasons) as DraftView['reasons'],
      updatedAt: draft.updated_at,
      baseText: draft.base_number === head.head_number ? null : await textAt(deps, head.id, draft.base_number),
    })),
  )
}
