import { dimensionOf, type CategoryId } from '../../mqm/typology.ts'
import { changesName, changesNumber, factsOf } from '../../mqm/propose/facts.ts'
import { propose, type Corrected } from '../../mqm/propose.ts'
import { severities, type Severity } from '../../mqm/annotation.ts'
import { eventsOf } from '../../store/events.ts'
import { contextLength, cutAfter, cutBefore, type Context } from '../../text/context.ts'
import { correctedHunks, type CorrectedHunk } from '../../text/corrected.ts'
import { compareRevisions } from '../compare.ts'
import { deskCorrections } from '../correction-views.ts'
import type { Deps } from '../deps.ts'
import { findBareHead, type BareHead, type Which } from '../find-head.ts'
import { quote, type Quoted } from './notice-quote.ts'
import { noticeText } from './notice-text.ts'
import { requireArticle } from '../require-article.ts'
import { settleForDesk } from '../settle-corrections.ts'

/** An approved version: what had been published, as far as this program knows. */
export interface Approval {
  readonly revision: number
  /** when, epoch ms */
  readonly at: number
}

/** What stands before and after words. */
export type Around = Pick<Context, 'before' | 'after'>

/** What was corrected alike, once or at several places. */
export interface NoticeCorrection {
  /** names it in what is chosen; from 1, in the order of the text */
  readonly n: number
  readonly before: string
  readonly after: string
  /** as the notice quotes it */
  readonly quoted: Quoted
  readonly places: number
  readonly category: CategoryId
  readonly severity: Severity
  /** of meaning, names, numbers, terms, or critical; else of language */
  readonly fact: boolean
  /** told by itself */
  readonly included: boolean
  /** around the first place, in the published text and in the corrected one */
  readonly around: { readonly before: Around; readonly after: Around }
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
  /** the revision that was published; null where none was approved before, and none is named */
  readonly from: number | null
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
  /** the last approved before `to` where it is not given */
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

type Known = (before: string, after: string) => { readonly category: string; readonly severity: Severity } | undefined

/** What has been said of corrections that read so: by a person, a flag, a check or a term. */
async function knownCorrections(deps: Deps, translationId: string): Promise<Known> {
  await settleForDesk(deps, translationId)
  const known = new Map(
    (await deskCorrections(deps, translationId)).map(each => [JSON.stringify([each.before, each.after]), each]),
  )
  return (before, after) => known.get(JSON.stringify([before, after]))
}

/** A name or number that was wrong is told however little it weighed; else what misled, and not what only reads badly. */
function isFact(words: Corrected, category: CategoryId, severity: Severity): boolean {
  if (severity === 'critical') return true
  if (!['accuracy', 'terminology'].includes(dimensionOf(category))) return false
  const facts = factsOf(words)
  return severity === 'major' || changesNumber(facts) || changesName(facts)
}

type Found = Omit<NoticeCorrection, 'n' | 'places' | 'included'>

function find(a: string, b: string, hunk: CorrectedHunk, known: Known): Found {
  const { fromA, toA, fromB, toB } = hunk
  const [before, after] = [a.slice(fromA, toA), b.slice(fromB, toB)]
  const words = { before, after, beforeContext: cutBefore(a, fromA, contextLength) }
  const said = known(before, after) ?? propose(words)
  const category = said.category as CategoryId
  const { severity } = said
  const aroundOf = (text: string, from: number, to: number): Around => ({
    before: cutBefore(text, from, contextLength),
    after: cutAfter(text, to, contextLength),
  })
  const around = { before: aroundOf(a, fromA, toA), after: aroundOf(b, fromB, toB) }
  return {
    before,
    after,
    quoted: quote(a, b, hunk),
    category,
    severity,
    fact: isFact(words, category, severity),
    around,
  }
}

/** Those that are quoted alike are one. */
function gather(found: readonly Found[]): Omit<NoticeCorrection, 'included'>[] {
  const groups = Map.groupBy(found, ({ quoted: { before, after }, fact }) => JSON.stringify([before, after, fact]))
  const grave = ({ severity }: Found): number => severities.indexOf(severity)
  return [...groups.values()]
    .flatMap((group, i) => {
      const [first] = group.toSorted((a, b) => grave(b) - grave(a))
      return first ? [{ ...first, n: i + 1, places: group.length }] : []
    })
    .sort((a, b) => Number(b.fact) - Number(a.fact) || grave(b) - grave(a) || a.n - b.n)
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
  const from = asked.from ?? approvals.find(({ revision }) => revision < to)?.revision ?? null
  const about = {
    articleId: article.id,
    title: article.title,
    translationId: head.id,
    language: head.language,
    head: head.head_number,
    approvals,
    from,
    to,
  }
  const mention = asked.chosen?.mention ?? true
  if (from === null) return { ...about, corrections: [], mention, text: '' }
  const compared = await compareRevisions(deps, { translationId: head.id, from, to })
  const { a, b, diff } = compared
  const known = await knownCorrections(deps, head.id)
  const hunks = correctedHunks(diff).filter(({ moved }) => !moved)
  const corrections = gather(hunks.map(hunk => find(a, b, hunk, known))).map(each => ({
    ...each,
    included: asked.chosen ? asked.chosen.include.has(each.n) : each.fact,
  }))
  const told = corrections.filter(({ included }) => included).map(({ quoted, places }) => ({ ...quoted, places }))
  const others = corrections.filter(({ included, fact }) => !included && !fact)
  const slips = mention ? others.reduce((sum, { places }) => sum + places, 0) : 0
  return { ...about, corrections, mention, text: noticeText({ told, slips, at: compared.to.at }) }
}
