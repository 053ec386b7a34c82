import { eventsOf } from '../../store/events.ts'
import { correctedHunks } from '../../text/corrected.ts'
import { compareRevisions } from '../revisions/compare.ts'
import { deskCorrections } from '../corrections/correction-views.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type BareHead, type Which } from '../find-head.ts'
import { requireArticle } from '../require-article.ts'
import { settleForDesk } from '../corrections/settle-corrections.ts'
import { noticeCorrections, type Known, type NoticeCorrection } from './notice-corrections.ts'
import { noticeText } from './notice-text.ts'

/**
 * Why a version is held to have been published: it was named; it is the last that was approved before; or none was, and it is the machine
 * translation as it came, which sites publish as it is.
 */
export type Basis = 'named' | 'approved' | 'mt'

/** An approved version: what had been published, as far as this program knows. */
export interface Approval {
  readonly revision: number
  /** when, epoch ms */
  readonly at: number
}

export interface CorrectionNotice {
  readonly articleId: string
  readonly title: string
  readonly translationId: string
  readonly language: string
  /** the newest revision's number */
  readonly head: number
  /** the newest first, each revision once */
  readonly approvals: readonly Approval[]
  /** the revision that was published, 0 the machine translation as it came */
  readonly from: number
  readonly basis: Basis
  /** the corrected one */
  readonly to: number
  /** gravest first, then in the order of the text; facts before slips */
  readonly corrections: readonly NoticeCorrection[]
  /** whether slips that are not told by themselves are told together */
  readonly mention: boolean
  /** '' where nothing is to be told */
  readonly text: string
}

export interface NoticeAsked extends Which {
  /** the last approved before `to` where it is not given, and the machine translation where none was */
  readonly from?: number | undefined
  /** the head where it is not given */
  readonly to?: number | undefined
  /** which corrections are told by themselves, and whether the other slips are told; else all facts, and the slips together */
  readonly chosen?: { readonly include: ReadonlySet<number>; readonly mention: boolean } | undefined
}

async function approvalsOf({ store }: Deps, head: BareHead): Promise<Approval[]> {
  const found = new Map<number, Approval>()
  for (const { kind, at, detail } of await eventsOf(store.db, head.article_id, head.id)) {
    const { to, revision } = JSON.parse(detail) as { readonly to?: string; readonly revision?: number }
    if (kind === 'state' && to === 'approved' && revision !== undefined) found.set(revision, { revision, at })
  }
  return [...found.values()].sort((a, b) => b.revision - a.revision)
}

/** What has been said of corrections that read so: by a person, a flag, a check or a term. */
async function knownCorrections(deps: Deps, translationId: string): Promise<Known> {
  await settleForDesk(deps, translationId)
  const known = new Map(
    (await deskCorrections(deps, translationId)).map(each => [JSON.stringify([each.before, each.after]), each]),
  )
  return (before, after) => known.get(JSON.stringify([before, after]))
}

/**
 * A notice of what was corrected since a version was published: facts each by itself, slips of language together. A paragraph that was only moved
 * is no correction. The same versions give the same numbers, so that a choice among them holds.
 * @throws Problem revision-unknown, article-unknown, translation-unknown, article-purged
 */
export async function correctionNotice(deps: Deps, asked: NoticeAsked): Promise<CorrectionNotice> {
  const head = await findBareHead(deps.store.db, asked)
  const article = await requireArticle(deps.store.db, head.article_id)
  const approvals = await approvalsOf(deps, head)
  const to = asked.to ?? head.head_number
  const approved = approvals.find(({ revision }) => revision < to)?.revision
  const from = asked.from ?? approved ?? 0
  const basis: Basis = asked.from !== undefined ? 'named' : approved === undefined ? 'mt' : 'approved'
  const about = {
    articleId: article.id,
    title: article.title,
    translationId: head.id,
    language: head.language,
    head: head.head_number,
    approvals,
    from,
    basis,
    to,
  }
  const mention = asked.chosen?.mention ?? true
  const compared = await compareRevisions(deps, { translationId: head.id, from, to })
  // what is older was not corrected since
  if (from > to) return { ...about, corrections: [], mention, text: '' }
  const { a, b, diff } = compared
  const known = await knownCorrections(deps, head.id)
  const hunks = correctedHunks(diff).filter(({ moved }) => !moved)
  const corrections = noticeCorrections(a, b, hunks, known).map(each => ({
    ...each,
    included: asked.chosen ? asked.chosen.include.has(each.n) : each.fact,
  }))
  const told = corrections.filter(({ included }) => included).map(({ quoted, places }) => ({ ...quoted, places }))
  const others = corrections.filter(({ included, fact }) => !included && !fact)
  const slips = mention ? others.reduce((sum, { places }) => sum + places, 0) : 0
  return { ...about, corrections, mention, text: noticeText({ told, slips, at: compared.to.at }) }
}
