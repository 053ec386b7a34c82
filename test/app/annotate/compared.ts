import { adjudicate } from '../../../src/app/annotate/adjudicate.ts'
import { compareAnnotations } from '../../../src/app/annotate/compare-annotations.ts'
import type { Store } from '../../../src/store/db/store.ts'
import type { AdjudicationRequest } from '../../../src/wire/annotation.ts'
import { testDesk } from '../desk.ts'
import { annotator } from './annotated.ts'

export const mt = 'LKA Lower Sachsen varnar för cannabiskarnival.\nDelegationen besökte Tyskland.'

/** Anna and Bo agree on one error, differ about a second, and each has found one alone. */
export async function compared(store: Store) {
  const desk = await testDesk(store, mt)
  const { deps, anna, bo, translationId } = desk
  const annas = await annotator(deps, mt, { person: anna, translationId })
  const bos = await annotator(deps, mt, { person: bo, translationId })
  for (const one of [annas, bos]) await one.mark('varnar', { category: 'style/awkward' })
  const mine = await annas.mark('Lower Sachsen', { severity: 'major', suggestion: 'Niedersachsen' })
  const his = await bos.mark('Sachsen', { severity: 'minor' })
  await annas.mark('cannabiskarnival')
  await bos.mark('Tyskland')
  for (const one of [annas, bos]) await one.move('finish')
  const look = async () => {
    const found = await compareAnnotations(deps, { translationId, person: anna, a: null, b: null })
    if (!found.compared) throw new Error('nothing to compare')
    return found.compared
  }
  const decide = (...requests: readonly Omit<AdjudicationRequest, 'comment'>[]) =>
    adjudicate(deps, { translationId, person: anna }, requests.map(request => ({ comment: '', ...request }))) // prettier-ignore
  return { ...desk, annas, bos, mine, his, look, decide }
}
