/**
 * MQM scores as WMT has them: penalty points a segment, whatever its length; lower is better.
 *
 * Freitag et al. 2021, Experts, Errors, and Context: A Large-Scale Study of Human Evaluation for Machine Translation, TACL 9; the README of
 * WMT's released annotations; Marot, README, Score computations. (mt-metrics-eval's `score_mqm.py` writes them negated.)
 */
import { meanOf } from '../statistics/mean.ts'
import type { Formula } from './formula.ts'

const source = 'Freitag et al. 2021, TACL 9; Marot, README (Score computations); mt-metrics-eval, score_mqm.py'

export const wmtFormulas = [
  {
    id: 'wmt-segment',
    name: 'Segment score (WMT)',
    formula: 'mean, over the raters who have seen the segment, of Σ weight of the errors that each has marked in it',
    source,
  },
  {
    id: 'wmt-article',
    name: 'Article score (WMT)',
    formula: 'mean over the article’s segments of the segment score',
    source,
  },
  {
    id: 'wmt-system',
    name: 'System score (WMT)',
    formula: 'mean over the system’s segments of the segment score',
    source,
  },
] as const satisfies readonly Formula[]

/** What a rater marked in a segment: one error's weight, 0 where they found none. A rater who has not seen it has no such row. */
export interface Rating {
  readonly system: string
  readonly document: string
  readonly segment: string
  readonly rater: string
  /** penalty points */
  readonly weight: number
  /** of the segment's translation */
  readonly words: number
}

export interface SegmentScore {
  readonly segment: string
  /** who has seen it */
  readonly raters: number
  /** penalty points */
  readonly score: number
  readonly words: number
}

export interface ArticleScore {
  readonly document: string
  readonly segments: readonly SegmentScore[]
  /** penalty points a segment */
  readonly score: number
}

export interface SystemScore {
  readonly system: string
  readonly articles: readonly ArticleScore[]
  /** of all articles */
  readonly segments: number
  /** penalty points a segment */
  readonly score: number
}

interface RatedSegment {
  readonly words: number
  /** penalty points by rater */
  readonly raters: Map<string, number>
}

type Tree<T> = Map<string, T>

const branch = <T>(tree: Tree<T>, key: string, grow: () => T): T => {
  let found = tree.get(key)
  if (found === undefined) tree.set(key, (found = grow()))
  return found
}

/** Of what stands in a tree something always hangs. */
const score = (numbers: readonly number[]): number => meanOf(numbers) ?? 0

function articleOf([document, rated]: readonly [string, Tree<RatedSegment>]): ArticleScore {
  const segments = Array.from(rated, ([segment, { words, raters }]) => ({
    segment,
    raters: raters.size,
    score: score([...raters.values()]),
    words,
  }))
  return { document, segments, score: score(segments.map(each => each.score)) }
}

/**
 * The scores of each system, its articles and their segments, in the order in which they come first. A segment's is the mean of those raters
 * who have seen it: who has seen but some of the segments changes the others' by nothing.
 */
export function wmtScores(ratings: Iterable<Rating>): SystemScore[] {
  const systems: Tree<Tree<Tree<RatedSegment>>> = new Map()
  for (const { system, document, segment, rater, weight, words } of ratings) {
    const documents = branch<Tree<Tree<RatedSegment>>>(systems, system, () => new Map())
    const segments = branch<Tree<RatedSegment>>(documents, document, () => new Map())
    const { raters } = branch<RatedSegment>(segments, segment, () => ({ words, raters: new Map() }))
    raters.set(rater, (raters.get(rater) ?? 0) + weight)
  }
  return Array.from(systems, ([system, documents]) => {
    const articles = Array.from(documents, articleOf)
    const all = articles.flatMap(({ segments }) => segments.map(each => each.score))
    return { system, articles, segments: all.length, score: score(all) }
  })
}
