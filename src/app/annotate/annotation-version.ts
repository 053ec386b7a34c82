import { asAgreed, type AnnotationVersion } from '../../formats/annotations/agreed.ts'
import type { Warning } from '../../formats/fault.ts'
import type { ExportedArticle, Format } from '../../formats/format.ts'
import { sharedLayer } from '../flags/write-flag.ts'
import { agreedPlaces, isAgreed } from './agreed-places.ts'

/** The places that two or more layers of an article have marked, and how many are decided; null where there are no two. */
function placesIn({ flags, annotators, decisions }: ExportedArticle) {
  const layers = new Set([...annotators, ...flags].map(({ layer }) => layer).filter(layer => layer !== sharedLayer))
  if (layers.size < 2) return null
  const apart = flags.filter(({ layer, revision, status }) => layers.has(layer) && revision === 0 && status !== 'dismissed') // prettier-ignore
  const decided = decisions.map(({ a, b }) => ({ a_flag_id: a, b_flag_id: b }))
  return agreedPlaces([...Map.groupBy(apart, ({ layer }) => layer).values()], decided)
}

/**
 * Articles with the annotations that are asked for. Those of which not every place is decided keep the annotators', as they count, and are told.
 * Formats whose rows are nobody's have what they have.
 */
export function inVersion(
  format: Pick<Format, 'byAnnotator'>,
  articles: readonly ExportedArticle[],
  version: AnnotationVersion,
): { readonly articles: readonly ExportedArticle[]; readonly warnings: readonly Warning[] } {
  if (!format.byAnnotator || version === 'raters') return { articles, warnings: [] }
  let undecided = 0
  const chosen = articles.map(article => {
    const places = placesIn(article)
    if (places === null) return article
    if (isAgreed(places)) return asAgreed(article)
    undecided += 1
    return article
  })
  return { articles: chosen, warnings: undecided > 0 ? [{ code: 'not-agreed', n: undecided }] : [] }
}
