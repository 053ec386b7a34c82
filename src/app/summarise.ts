import { severities, type Severity } from '../mqm/annotation.ts'
import { severityWeights } from '../mqm/weights.ts'
import { shownOf, summedUpOf, sumUpAgain, updateArticle } from '../store/articles.ts'
import { insertEvent, stateWasSet } from '../store/events.ts'
import { newId } from '../store/id.ts'
import type { Db } from '../store/schema.ts'
import { writeCorrected, type CorrectedPart } from '../store/search.ts'
import { leaveNew } from '../store/translations.ts'
import { sortKey } from '../text/fold.ts'
import type { State } from '../wire/common.ts'

/** What a corrected text comes to, beside its MT. */
export interface Measure {
  readonly words: number
  /** share of the MT's words that were changed, 0 to 1 */
  readonly correctedShare: number
  /** the paragraphs that the MT has not: what the search is to find beside the MT */
  readonly paragraphs: readonly string[]
}

/** What the queue shows of an article, from its translation last worked on. */
export interface Summary {
  readonly articleId: string
  readonly translationId: string
  readonly measure: Measure
  /** open flags by severity */
  readonly flags: Readonly<Record<Severity, number>>
  readonly state: State
  /** who worked on it last; null leaves who it was */
  readonly editor: { readonly id: string; readonly name: string } | null
  /** epoch ms */
  readonly at: number
  /** where what the search is to find is gathered, to be written together by `writeCorrected`; it is written at once where not given */
  readonly gathered?: CorrectedPart[] | undefined
}

/** What the queue sorts open flags by. */
export const flagsWeight = (flags: Readonly<Record<Severity, number>>): number =>
  severities.reduce((sum, severity) => sum + flags[severity] * severityWeights[severity], 0)

/**
 * Writes the queue's columns of an article and what its corrections are found by; the translation becomes the one last worked on. Belongs in
 * the transaction of the work it sums up, after the head has moved. Where that work was the first on a new translation, its
 * state has become `in-review`, and that is put on the timeline.
 */
export const summarise = async (tx: Db, summary: Summary): Promise<void> => {
  const { articleId, translationId, measure, flags, editor, state, at } = summary
  const article = await summedUpOf(tx, articleId)
  if (!article) throw new Error(`there is no article ${articleId} to sum up`)
  await sumUpAgain(tx, articleId, article, {
    translation_id: translationId,
    words: measure.words,
    corrected: Math.round(measure.correctedShare * 1000),
    flags_neutral: flags.neutral,
    flags_minor: flags.minor,
    flags_major: flags.major,
    flags_critical: flags.critical,
    flags_weight: flagsWeight(flags),
    state,
    touched_at: at,
    // what is found in the text is counted again, in the background
    findings_version: '',
    ...(editor ? { editor_id: editor.id, editor_key: sortKey(editor.name) } : {}),
  })
  const corrected = { articleId, translationId, paragraphs: measure.paragraphs }
  if (summary.gathered) summary.gathered.push(corrected)
  else await writeCorrected(tx, [corrected])
  const first = state === 'in-review' && (article.translation_id !== translationId || article.state === 'new')
  if (first && editor && !(await stateWasSet(tx, articleId, translationId)))
    await recordBegun(tx, { articleId, translationId, personId: editor.id, at })
}

const recordBegun = (
  tx: Db,
  begun: { readonly articleId: string; readonly translationId: string; readonly personId: string; readonly at: number },
): Promise<void> =>
  insertEvent(tx, {
    id: newId(),
    article_id: begun.articleId,
    translation_id: begun.translationId,
    person_id: begun.personId,
    at: begun.at,
    kind: 'state',
    detail: JSON.stringify({ from: 'new', to: 'in-review' }),
  })

/**
 * A new translation that somebody has set a flag on is in review, and that is put on the timeline; for what changes flags and not
 * the text, inside its transaction and before it is summed up. Any other stays as it is.
 */
export const beginReview = async (
  tx: Db,
  head: { readonly id: string; readonly article_id: string },
  person: { readonly id: string },
  at: number,
): Promise<void> => {
  if (!(await leaveNew(tx, head.id))) return
  const shown = await shownOf(tx, head.article_id)
  if (shown?.translation_id === head.id) await updateArticle(tx, head.article_id, { state: 'in-review' })
  await recordBegun(tx, { articleId: head.article_id, translationId: head.id, personId: person.id, at })
}
