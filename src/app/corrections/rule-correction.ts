import { Problem } from '../../errors.ts'
import { correctionById, correctionsAt, unsettleTranslation, type Correction } from '../../store/corrections.ts'
import { newId } from '../../store/id.ts'
import { insertRuling } from '../../store/rulings.ts'
import type { CorrectionView, RulingRequest } from '../../wire/correction.ts'
import { correctionView, lastRulings } from './correction-views.ts'
import type { Deps, Person } from '../deps.ts'
import { findBareHead, needPerson, type Which } from '../find-head.ts'
import { settleTranslation } from './settle-corrections.ts'

/**
 * A person says of a correction what category it is: from then on that holds, as long as the same words stand for the same. All that was ever
 * said is kept.
 * @throws Problem name-missing, correction-misfit (no correction of the head reads so), article-unknown, translation-unknown, article-purged
 */
export async function ruleCorrection(
  deps: Deps,
  author: Which & { readonly person: Person | null },
  request: RulingRequest,
): Promise<CorrectionView> {
  const person = needPerson(author.person)
  const { fromA, toA, after, category, severity, comment } = request
  const { db } = deps.store
  const { id: translationId } = await findBareHead(db, author)
  const find = async (): Promise<Correction> => {
    await settleTranslation(deps, translationId)
    const found = (await correctionsAt(db, translationId, fromA, toA)).find(row => row.after === after)
    if (found === undefined) throw new Problem('correction-misfit')
    return found
  }
  await find()
  const at = deps.now()
  await deps.store.transaction(async tx => {
    // its row first: of this and a derivation under way one is run again
    if (!(await unsettleTranslation(tx, translationId))) await findBareHead(tx, author)
    const said = { category, severity, person_id: person.id, at, words: after, comment }
    await insertRuling(tx, { id: newId(), translation_id: translationId, mt_from: fromA, mt_to: toA, ...said })
  })
  return correctionView(await find(), { person: person.name })
}

/** A correction as it stands, by its id. @throws Problem correction-misfit */
export async function correctionNow(deps: Deps, translationId: string, id: string): Promise<CorrectionView> {
  await settleTranslation(deps, translationId)
  const row = await correctionById(deps.store.db, id)
  if (row?.translation_id !== translationId) throw new Problem('correction-misfit')
  return correctionView(row, (await lastRulings(deps, translationId))(row))
}
