import { severities, type Severity } from '../../mqm/annotation.ts'
import { severityWeights } from '../../mqm/weights.ts'
import { shownOf, summedUpOf, sumUpAgain, updateArticle } from '../../store/articles.ts'
import { insertEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { Db } from '../../store/schema.ts'
import { writeCorrected, type CorrectedPart } from '../../store/search.ts'
import { enterReview } from '../../store/translations.ts'
import { sortKey } from '../../text/fold.ts'
import type { State } from '../../wire/common.ts'

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
 * the transaction of the work it sums up, after the head has moved.
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
}

/** What puts a translation in review, and from which states: an approval is of words, so that another word ends it, and a flag does not. */
const ends = { text: ['new', 'approved'], flag: ['new'] } as const satisfies Record<string, readonly State[]>

/**
 * The one rule by which a state changes by itself: a translation whose text was changed, or that a flag was set on, is in review where it was
 * in a state that this ends, and that is put on the timeline as nobody's decision. Inside the transaction of that work, behind the head's lock,
 * and before it is summed up.
 * @param head its state as it stood behind the lock
 * @returns the state it is in
 */
export async function followWork(
  tx: Db,
  head: { readonly id: string; readonly article_id: string; readonly state: string },
  work: { readonly by: keyof typeof ends; readonly person: { readonly id: string }; readonly at: number },
): Promise<string> {
  const from = ends[work.by].find(state => state === head.state)
  if (from === undefined || !(await enterReview(tx, head.id, [from]))) return head.state
  const detail = JSON.stringify({ from, to: 'in-review', automatic: true })
  const event = { id: newId(), article_id: head.article_id, translation_id: head.id, person_id: work.person.id }
  await insertEvent(tx, { ...event, at: work.at, kind: 'state', detail })
  return 'in-review'
}

/** A flag was set: a new translation is in review from then on. Inside its transaction and before it is summed up. */
export const beginReview = async (
  tx: Db,
  head: { readonly id: string; readonly article_id: string },
  person: { readonly id: string },
  at: number,
): Promise<void> => {
  const state = await followWork(tx, { ...head, state: 'new' }, { by: 'flag', person, at })
  const shown = await shownOf(tx, head.article_id)
  if (state === 'in-review' && shown?.translation_id === head.id) await updateArticle(tx, head.article_id, { state })
}
