import type { Severity } from '../../mqm/annotation.ts'
import type { HitCount } from '../../store/batch-figures.ts'
import type { Batch } from '../../store/batches.ts'
import type { Scope } from '../../store/batch-texts.ts'
import type { BatchKind } from '../../wire/batch.ts'

/** Hits, and in how many articles. */
export interface HitFigure {
  readonly hits: number
  readonly articles: number
}

/** What became of a batch's hits; each hit is in one of them. */
export interface BatchFigures {
  /** still to be decided on, and those of them that are chosen */
  readonly open: HitFigure
  readonly chosen: HitFigure
  /** applied and standing; applied and undone */
  readonly applied: HitFigure
  readonly undone: HitFigure
  /** not chosen when it was applied */
  readonly left: HitFigure
  /** in texts that had changed since they were found */
  readonly moved: HitFigure
  /** that could not be undone */
  readonly conflict: HitFigure
}

export type BatchState = 'looking' | 'ready' | 'applied' | 'undone' | 'dropped'

/** A batch as it is shown. */
export interface BatchView {
  readonly id: string
  readonly name: string
  readonly kind: BatchKind
  /** the pair or the term that it came from, or the check; '' where none */
  readonly about: string
  readonly state: BatchState
  /** of a term its variants, `|` between them */
  readonly before: string
  readonly after: string
  readonly category: string
  readonly severity: Severity
  readonly scope: Scope
  /** who made it, when (epoch ms) */
  readonly person: string
  readonly at: number
  readonly applied: { readonly person: string; readonly at: number } | null
  readonly undone: { readonly person: string; readonly at: number } | null
  /** of the articles that may have its words, how many were looked through */
  readonly looked: number
  readonly toLook: number
  readonly figures: BatchFigures
}

const sum = (counts: readonly HitCount[], is: (count: HitCount) => boolean): HitFigure =>
  counts
    .filter(is)
    .reduce((all, { hits, articles }) => ({ hits: all.hits + hits, articles: all.articles + articles }), {
      hits: 0,
      articles: 0,
    })

/** @param counts of this batch. An article with chosen and other hits is counted with either. */
export const figuresOf = (counts: readonly HitCount[]): BatchFigures => ({
  open: sum(counts, count => count.outcome === ''),
  chosen: sum(counts, count => count.outcome === '' && count.chosen),
  applied: sum(counts, count => count.outcome === 'applied' && !count.undone),
  undone: sum(counts, count => count.outcome === 'applied' && count.undone),
  left: sum(counts, count => count.outcome === 'left'),
  moved: sum(counts, count => count.outcome === 'moved'),
  conflict: sum(counts, count => count.outcome === 'conflict'),
})

const by = (person: string | null, at: number | null) => (at === null ? null : { person: person ?? '', at })

export const batchView = (batch: Batch, figures: BatchFigures): BatchView => ({
  id: batch.id,
  name: batch.name,
  kind: batch.kind as BatchKind,
  about: batch.about,
  state: batch.state as BatchState,
  before: batch.before_text,
  after: batch.after_text,
  category: batch.category,
  severity: batch.severity as Severity,
  scope: JSON.parse(batch.scope) as Scope,
  person: batch.person,
  at: batch.at,
  applied: by(batch.applier, batch.applied_at),
  undone: by(batch.undoer, batch.undone_at),
  looked: batch.looked,
  toLook: batch.to_look,
  figures,
})
