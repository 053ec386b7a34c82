import { Problem } from '../../errors.ts'
import { hitsAfter, pageBefore, type HitLine } from '../../store/batch-hits.ts'
import { countArticles, countHits, draftsSince, textsOfBatch, type TextOfBatch } from '../../store/batch-figures.ts'
import { batchById } from '../../store/batches.ts'
import { headsWithMt, type HeadWithMt } from '../../store/batch-texts.ts'
import type { State } from '../../wire/common.ts'
import { batchView, figuresOf, type BatchView } from './batch-view.ts'
import type { Deps } from '../deps.ts'
import { lookOn } from './look-for-hits.ts'

/** Hits, and texts of those applied, on a page. */
const [hitsAPage, textsAPage] = [100, 100]
/** A draft that was kept later than this ago is one that somebody is at, ms. */
const beingEdited = 12 * 3_600_000
/** How long a look at a batch waits for more hits, ms. */
const look = 60

export interface HitView {
  readonly number: number
  readonly before: string
  readonly words: string
  readonly after: string
  readonly fix: string
  readonly chosen: boolean
  /** what is wrong there, where that is another error than the batch's; else '' */
  readonly category: string
  readonly severity: string
  /** nobody knows what is to stand there */
  readonly unknown: boolean
  /** where it stands in the MT, or would: what leads to its row */
  readonly at: number
}

/** The hits of one text that follow one another on a page. */
export interface HitGroup {
  readonly articleId: string
  readonly translationId: string
  /** whether the article is shown by another translation */
  readonly other: boolean
  readonly title: string
  readonly system: string
  readonly state: State
  readonly archived: boolean
  /** when a draft was kept last, epoch ms; null where nobody is at it */
  readonly editedAt: number | null
  /** it has been changed since its hits were found */
  readonly moved: boolean
  readonly hits: readonly HitView[]
}

export interface DoneText {
  readonly articleId: string
  readonly translationId: string
  readonly title: string
  readonly system: string
  readonly outcome: 'applied' | 'undone' | 'left' | 'moved' | 'conflict'
  readonly revision: number | null
  readonly undoneRevision: number | null
  readonly hits: number
}

export interface BatchStory {
  readonly batch: BatchView
  readonly groups: readonly HitGroup[]
  /** the highest number of all hits: what an applying is said to have seen */
  readonly upTo: number
  /** after which number the next and the previous page of hits begin */
  readonly next: number | null
  readonly previous: number | null
  /** what was done to each text */
  readonly texts: readonly DoneText[]
  readonly nextText: number | null
}

/** Where a place of the head stands in the MT. */
function placeInMt(deps: Deps, head: HeadWithMt | undefined, at: number): number {
  if (head === undefined || head.head_number === 0) return at
  const { hunks } = deps.hunks.diff(
    { hash: head.mt_hash, text: head.mt_text },
    { hash: head.head_hash, text: head.head_text },
    head.fixed === 1,
  )
  const before = hunks.findLast(hunk => hunk.fromB <= at)
  if (before === undefined) return at
  return at >= before.toB ? at - before.toB + before.toA : before.fromA
}

const viewOf = (line: HitLine, at: number): HitView => ({
  category: line.category,
  severity: line.severity,
  number: line.number,
  before: line.before_text,
  words: line.words,
  after: line.after_text,
  fix: line.fix,
  chosen: line.chosen === 1,
  unknown: line.fix === line.words,
  at,
})

async function groupsOf(deps: Deps, lines: readonly HitLine[]): Promise<HitGroup[]> {
  const ids = [...new Set(lines.map(line => line.translation_id))]
  const changed = [...new Set(lines.filter(line => line.head_number > 0).map(line => line.translation_id))]
  const [drafts, heads] = await Promise.all([
    draftsSince(deps.store.db, ids, deps.now() - beingEdited),
    headsWithMt(deps.store.db, changed),
  ])
  const headOf = new Map(heads.map(head => [head.id, head]))
  const groups: (HitGroup & { readonly hits: HitView[] })[] = []
  for (const line of lines) {
    const hit = viewOf(line, placeInMt(deps, headOf.get(line.translation_id), line.span_from))
    const moved = line.base !== line.head_number
    const last = groups.at(-1)
    if (last?.translationId === line.translation_id && last.moved === moved) last.hits.push(hit)
    else
      groups.push({
        articleId: line.article_id,
        translationId: line.translation_id,
        other: line.shown_id !== line.translation_id,
        title: line.title,
        system: line.system,
        state: line.state as State,
        archived: line.archived_at !== null,
        editedAt: drafts.get(line.translation_id) ?? null,
        moved,
        hits: [hit],
      })
  }
  return groups
}

const doneText = (text: TextOfBatch): DoneText => ({
  articleId: text.article_id,
  translationId: text.translation_id,
  title: text.title,
  system: text.system,
  outcome: text.undone_revision === null ? (text.outcome as DoneText['outcome']) : 'undone',
  revision: text.revision,
  undoneRevision: text.undone_revision,
  hits: text.hits,
})

/**
 * A batch with a page of the hits that are still to be decided on, and, where it was applied, a page of what was done to each text.
 * Where its hits are still looked for, looks on for a moment, and then in the background.
 * @param pages after which number each page begins
 * @throws Problem batch-unknown
 */
export async function batchStory(
  deps: Deps,
  batchId: string,
  pages: { readonly after?: number; readonly afterText?: number } = {},
): Promise<BatchStory> {
  const { db } = deps.store
  const { after = 0, afterText = 0 } = pages
  await lookOn(deps, batchId, look)
  const batch = await batchById(db, batchId)
  if (batch === undefined) throw new Problem('batch-unknown')
  const [counts, articles, lines, before, texts] = await Promise.all([
    countHits(db, [batchId]),
    countArticles(db, batchId),
    hitsAfter(db, batchId, after, hitsAPage + 1),
    after > 0 ? pageBefore(db, batchId, after, hitsAPage) : null,
    batch.applied_at === null ? [] : textsOfBatch(db, batchId, afterText, textsAPage + 1),
  ])
  const figures = figuresOf(counts)
  const shown = lines.slice(0, hitsAPage)
  const told = texts.slice(0, textsAPage)
  return {
    batch: batchView(batch, {
      ...figures,
      open: { hits: figures.open.hits, articles: articles.all },
      chosen: { hits: figures.chosen.hits, articles: articles.chosen },
    }),
    groups: await groupsOf(deps, shown),
    upTo: batch.hits,
    next: lines.length > hitsAPage ? (shown.at(-1)?.number ?? null) : null,
    previous: before,
    texts: told.map(doneText),
    nextText: texts.length > textsAPage ? (told.at(-1)?.number ?? null) : null,
  }
}
