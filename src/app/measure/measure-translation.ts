import { headOf } from '../../store/heads.ts'
import { measureGroundsOf, writeMeasure, type MeasureGrounds } from '../../store/measures.ts'
import type { Deps } from '../deps.ts'
import { textAt } from '../revisions/read-revision.ts'
import { deriveMeasure, type Derived } from './derive-measure.ts'
import { gatherKnown, meanJudgement } from './gather-known.ts'
import { measureApart } from './measure-apart.ts'

/** How often is measured anew because something was faster, before it is left to the next time. */
const mostTries = 5

/** Texts of more UTF-16 code units, both together, would hold the program up, and are measured in a thread. */
const longest = 40_000

/**
 * Derives what a translation measures as it stands, on the grounds that are known of it; null where they are others by now. Paragraphs and
 * sentences are sure to be there only where they are asked for.
 */
export async function deriveOn(
  deps: Deps,
  { id, head_number }: Pick<MeasureGrounds, 'id' | 'head_number'>,
  { inDetail = false, stopped }: { readonly inDetail?: boolean; readonly stopped?: AbortSignal | undefined } = {},
): Promise<{ readonly derived: Derived; readonly mt: string; readonly head: string } | null> {
  const head = await headOf(deps.store.db, { translationId: id })
  if (head?.head_number !== head_number) return null
  const mt = await textAt(deps, id, 0)
  const known = await gatherKnown(deps.store.db, head)
  const grown = { mt, head: head.head_text, known }
  const fixed = head.fixed === 1
  if (mt.length + head.head_text.length > longest)
    return { derived: await measureApart({ ...grown, fixed, inDetail }, stopped), mt, head: head.head_text }
  const diff = deps.hunks.diff({ hash: head.mt_hash, text: mt }, { hash: head.head_hash, text: head.head_text }, fixed)
  return { derived: deriveMeasure(grown, diff), mt, head: head.head_text }
}

/**
 * Measures a translation whose corrections stand, and keeps what it measures. Any number of processes may do so at once.
 * @returns whether its measure stands now; not where its corrections are yet to be derived
 */
export async function measureTranslation(deps: Deps, translationId: string, stopped?: AbortSignal): Promise<boolean> {
  const { db } = deps.store
  for (let tries = 0; tries < mostTries; tries += 1) {
    const grounds = await measureGroundsOf(db, translationId)
    // purged meanwhile
    if (!grounds) return true
    if (grounds.corrections_number !== grounds.head_number) return false
    const found = await deriveOn(deps, grounds, { stopped })
    if (!found) continue
    const { derived } = found
    const judgement = await meanJudgement(db, translationId)
    const row = {
      words: derived.words,
      head_words: derived.headWords,
      segments: derived.segments,
      annotators: derived.annotators,
      judgement: judgement === null ? -1 : Math.round(1000 * judgement),
      sums: JSON.stringify(derived.sums),
      errors: JSON.stringify(derived.errors),
      open: JSON.stringify(derived.open),
      worst: JSON.stringify(derived.worst),
    }
    if (await deps.store.transaction(tx => writeMeasure(tx, grounds, row))) return true
  }
  return false
}
