/** The tables of quality: what a translation measures, who annotated it apart, what they agreed on, and what the work cost. */
import type { Generated } from 'kysely'

/**
 * What a translation measures as it stands: derived, one row each, so that ten thousand are summed up at once. Counts are of what weighs
 * nothing yet: weights are a setting, and another one needs no measuring.
 */
export interface MeasureTable {
  translation_id: string
  article_id: string
  /** of the translation, as `state` and `at` (epoch ms, when it came) are: what reports filter by */
  system: string
  language: string
  state: string
  at: number
  /** of the MT and of the head */
  words: number
  head_words: number
  /** pairs of sentences: one or more of the MT, with what became of them */
  segments: number
  /** JSON: sums of `Metric.statistics` of all sentences, by metric */
  sums: string
  /** JSON: `[category, severity, count]` of errors in the MT; where several annotated it apart, the mean of their counts */
  errors: string
  /** JSON: the same of flags open in the head */
  open: string
  /** how many annotators `errors` is the mean of, who may have found none; 0 where it is the desk's own, or nobody has looked yet */
  annotators: number
  /** JSON: the worst paragraphs, `Worst[]` of `app/measure` */
  worst: string
  /** mean of the annotators' 0–100 judgements (ESA), in thousandths; -1 where there is none */
  judgement: number
  /** drawn by lot at each write: by their sum it is seen whether any row has changed */
  stamp: Generated<number>
}

/** One person's own annotation of a translation's MT, apart from the others'. */
export interface AnnotationTable {
  id: string
  translation_id: string
  person_id: string
  /** of its flags */
  layer: string
  /** open, done, withdrawn */
  state: string
  started_at: number
  done_at: number | null
  comment: string
  /** epoch ms, when its marks could first be seen by others beside somebody else's; null while they never could */
  shown_at: number | null
  /** JSON: layers whose marks its annotator could have seen before it was begun, or taken up again; `[]` is blind */
  saw: string
}

/** Who has seen on a page, or in a file, what another annotated, while that stood beside nobody else's. */
export interface AnnotationLookTable {
  annotation_id: string
  person_id: string
  /** epoch ms, of the first look */
  at: number
}

/** An annotator's judgement of a paragraph, 0 to 100 (ESA): given here, or read of a file. */
export interface JudgementTable {
  translation_id: string
  /** the annotator's own */
  layer: string
  /** line of the MT, from 0 */
  paragraph: number
  score: number
  at: number
}

/** What was decided of two annotators' spans: the agreed one is a flag of the shared layer. Only added to: the latest of a pair holds. */
export interface AdjudicationTable {
  id: string
  translation_id: string
  /** ids of their flags; '' where one of them has none there */
  a_flag_id: string
  b_flag_id: string
  /** a, b, other, none */
  choice: string
  /** that was made of it; '' where none */
  flag_id: string
  person_id: string
  at: number
  comment: string
}

/** Time and keys of one sitting at one translation, as its browser counts them. */
export interface EffortTable {
  /** made by the browser, one a page that is opened */
  id: string
  translation_id: string
  /** null unless the house has said that it counts by person */
  person_id: string | null
  started_at: number
  updated_at: number
  /** ms in which something was done; a pause counts up to its limit */
  active_ms: number
  /** ms in which the page was seen */
  open_ms: number
  keystrokes: number
}
