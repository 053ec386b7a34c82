import { meanOf } from '../../metrics/statistics/mean.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { flagsOfTranslation, type Flag } from '../../store/flags.ts'
import type { Db } from '../../store/schema.ts'
import { isReviewed } from '../../wire/common.ts'
import { agreedPlacesOf, isAgreed } from '../annotate/agreed-places.ts'
import { comparableFlags, comparableLayers } from '../annotate/comparable-layers.ts'
import { disclosedJudgements } from '../annotate/disclosed.ts'
import { placeOf } from '../flags/flag-views.ts'
import { sharedLayer } from '../flags/write-flag.ts'
import type { Known, KnownFlag, KnownLayer } from './find-errors.ts'

const knownFlag = (flag: Flag): KnownFlag => ({
  id: flag.id,
  revision: flag.revision,
  span: { from: flag.span_from, to: flag.span_to },
  place: placeOf(flag),
  category: flag.category,
  severity: flag.severity,
  comment: flag.comment,
})

/** What annotators have found apart from each other, as far as it may be seen. */
async function knownLayers(db: Db, translationId: string): Promise<KnownLayer[]> {
  const layers = (await comparableLayers(db, translationId)).filter(({ layer }) => layer !== sharedLayer)
  if (layers.length === 0) return []
  const flags = await comparableFlags(db, translationId)
  return layers.map(({ layer, segments }) => ({ segments, flags: (flags.get(layer) ?? []).map(knownFlag) }))
}

/** What is known of the errors of a translation in a state. */
export async function gatherKnown(
  db: Db,
  { id, state }: { readonly id: string; readonly state: string },
): Promise<Known> {
  const flags = (await flagsOfTranslation(db, id)).filter(({ dismissed_at }) => dismissed_at === null)
  const [own, others] = [flags.filter(isShared), flags.filter(flag => !isShared(flag))]
  const corrections = (await correctionsOf(db, id)).map(({ mt_from, mt_to, category, severity, origin, flag_id }) => ({
    ...{ mt_from, mt_to, category, severity, origin, flag_id },
  }))
  const layers = await knownLayers(db, id)
  return {
    corrections,
    flags: own.map(knownFlag),
    others: others.map(knownFlag),
    reviewed: isReviewed(state),
    annotators: layers,
    agreed: isAgreed(await agreedPlacesOf(db, id, layers.length)),
  }
}

const isShared = ({ layer }: Flag): boolean => layer === sharedLayer

/** The mean of the judgements of paragraphs, of each the mean of its annotators', 0 to 100; null where none was judged. */
export async function meanJudgement(db: Db, translationId: string): Promise<number | null> {
  const byParagraph = Map.groupBy(await disclosedJudgements(db, translationId), ({ paragraph }) => paragraph)
  return meanOf([...byParagraph.values()].map(of => meanOf(of.map(({ score }) => score)) ?? 0))
}
