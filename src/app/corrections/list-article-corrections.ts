import {
  correctionById,
  correctionsBefore,
  correctionsOfFlag,
  correctionsOfRevision,
  countCorrections,
  someCorrections,
  type Correction,
} from '../../store/corrections.ts'
import type { Ruling } from '../../store/rulings.ts'
import type { CorrectionView } from '../../wire/correction.ts'
import { correctionView, lastRulings } from './correction-views.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type Which } from '../find-head.ts'
import { settleTranslation } from './settle-corrections.ts'

export type OnlyCorrections = 'all' | 'proposed'

/** A correction with what stands around it in the MT, and what a person has said of it last. */
export interface ListedCorrection extends CorrectionView {
  readonly contextBefore: string
  readonly contextAfter: string
  readonly ruling: { readonly person: string; readonly at: number; readonly comment: string } | null
}

export interface ArticleCorrections {
  readonly articleId: string
  readonly translationId: string
  readonly head: number
  /** how many there are, and of how many the category is only proposed by a rule */
  readonly counts: { readonly all: number; readonly proposed: number }
  readonly page: number
  readonly pages: number
  /** in the order of the MT */
  readonly corrections: readonly ListedCorrection[]
}

/** On a page. */
const usual = 50

const listed = (row: Correction, ruling: Ruling | undefined): ListedCorrection => ({
  ...correctionView(row, ruling),
  contextBefore: row.mt_before,
  contextAfter: row.mt_after,
  ruling: ruling ? { person: ruling.person, at: ruling.at, comment: ruling.comment } : null,
})

/**
 * What the head of a translation says otherwise than its MT, a page at a time. What is not derived yet is derived first.
 * @param input.correction the page that has this one, where it is among them
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export async function listArticleCorrections(
  deps: Deps,
  input: Which & {
    readonly only?: OnlyCorrections | undefined
    readonly page?: number | undefined
    readonly correction?: string | undefined
  },
): Promise<ArticleCorrections> {
  const { db } = deps.store
  const { only = 'all' } = input
  const { id: translationId, article_id: articleId, head_number: head } = await findBareHead(db, input)
  await settleTranslation(deps, translationId)
  const counts = await countCorrections(db, translationId)
  const pages = Math.max(1, Math.ceil(counts[only] / usual))
  const sought =
    input.correction === undefined || only !== 'all' ? undefined : await correctionById(db, input.correction)
  const asked =
    sought?.translation_id === translationId
      ? Math.floor((await correctionsBefore(db, sought)) / usual) + 1
      : (input.page ?? 1)
  const page = Math.min(Math.max(1, asked), pages)
  const rows = await someCorrections(db, translationId, { only, limit: usual, offset: (page - 1) * usual })
  const rulingOf = await lastRulings(deps, translationId)
  return {
    articleId,
    translationId,
    head,
    counts,
    page,
    pages,
    corrections: rows.map(row => listed(row, rulingOf(row))),
  }
}

/** The corrections that answer a flag of a translation. */
export async function correctionsForFlag(deps: Deps, translationId: string, flagId: string): Promise<CorrectionView[]> {
  await settleTranslation(deps, translationId)
  const rulingOf = await lastRulings(deps, translationId)
  return (await correctionsOfFlag(deps.store.db, flagId)).map(row => correctionView(row, rulingOf(row)))
}

/** So many are shown of a revision. */
const mostOfRevision = 200

/** What of a revision's changes stands in the head yet. */
export async function correctionsForRevision(
  deps: Deps,
  translationId: string,
  revision: number,
): Promise<CorrectionView[]> {
  await settleTranslation(deps, translationId)
  const rulingOf = await lastRulings(deps, translationId)
  const rows = await correctionsOfRevision(deps.store.db, translationId, revision, mostOfRevision)
  return rows.map(row => correctionView(row, rulingOf(row)))
}
