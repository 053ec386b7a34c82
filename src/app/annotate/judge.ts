import { Problem } from '../../errors.ts'
import { deleteJudgement, holdAnnotation, writeJudgement } from '../../store/annotations.ts'
import type { JudgementRequest } from '../../wire/annotation.ts'
import type { Deps } from '../deps.ts'
import { readQualitySettings } from '../gate/quality-settings.ts'
import { textAt } from '../revisions/read-revision.ts'
import { openAnnotation, type Annotating } from './own-annotation.ts'

/**
 * Judges a paragraph of the MT from 0 to 100 (ESA); the latest judgement holds.
 * @throws Problem judgements-off, field-invalid (no such paragraph); as `openAnnotation`
 */
export async function judge(
  deps: Deps,
  who: Annotating,
  { paragraph, score }: JudgementRequest,
): Promise<JudgementRequest> {
  const { db } = deps.store
  const { id, translation_id, layer } = await openAnnotation(db, who)
  if (!(await readQualitySettings(db)).judgements) throw new Problem('judgements-off')
  const line = (await textAt(deps, translation_id, 0)).split('\n')[paragraph]
  if (line === undefined || line.trim() === '') throw new Problem('field-invalid', { field: 'paragraph' })
  await deps.store.transaction(async tx => {
    if (!(await holdAnnotation(tx, id, 'open'))) throw new Problem('annotation-closed')
    const place = { translation_id, layer, paragraph }
    if (score === null) await deleteJudgement(tx, place)
    else await writeJudgement(tx, { ...place, score, at: deps.now() })
  })
  return { paragraph, score }
}
