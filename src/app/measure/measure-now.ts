import { bareHeadOf } from '../../store/heads.ts'
import { unmeasuredTranslations } from '../../store/measures.ts'
import type { Deps } from '../deps.ts'
import { settleCorrections, settleForDesk } from '../corrections/settle-corrections.ts'
import { measureTranslation } from './measure-translation.ts'

/** How many translations are measured before what sums them up is answered. */
const usual = 20

/** @returns whether its measure stands now */
async function measureIfShort(deps: Deps, translationId: string): Promise<boolean> {
  if (!(await settleForDesk(deps, translationId))) return false
  const head = await bareHeadOf(deps.store.db, { translationId })
  return head?.measured === 1 || measureTranslation(deps, translationId)
}

/**
 * Measures what has changed since it was measured last: so that one reads what one wrote, without waiting for the background. Long texts are
 * left to it: no page waits for them.
 * @param input.translationId only this one; else some of all
 * @param input.most so many translations, which bounds the time
 * @returns whether nothing of it is left to be measured
 */
export async function measureNow(
  deps: Deps,
  input: { readonly translationId?: string; readonly most?: number } = {},
): Promise<boolean> {
  const { translationId, most = usual } = input
  if (translationId !== undefined) return measureIfShort(deps, translationId)
  await settleCorrections(deps, { most })
  const left: string[] = []
  for (const id of await unmeasuredTranslations(deps.store.db, most))
    if (!(await measureIfShort(deps, id))) left.push(id)
  return left.length === 0 && (await unmeasuredTranslations(deps.store.db, 1)).length === 0
}
