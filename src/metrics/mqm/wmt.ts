/**
 * MQM scores as WMT has them: penalty points a segment, whatever its length; lower is better.
 *
 * Freitag et al. 2021, Experts, Errors, and Context: A Large-Scale Study of Human Evaluation for Machine Translation, TACL 9; the README of
 * WMT's released annotations; Marot, README, Score computations. (mt-metrics-eval's `score_mqm.py` writes them negated.)
 */
import type { Formula } from './formula.ts'

const source = 'Freitag et al. 2021, TACL 9; Marot, README (Score computations); mt-metrics-eval, score_mqm.py'

export const wmtFormulas = [
  {
    id: 'wmt-segment',
    name: 'Segment score (WMT)',
    formula: 'mean over raters of Σ weight of the errors that the rater marked in the segment',
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

/** The mean of numbers; null of none. */
export const meanOf = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** What a rater marked in a segment: one error's weight, 0 where they found none. A rater who has not seen it has no such row. */
export interface Judged {
  readonly system: string
  readonly document: string
  readonly segment: string
  readonly rater: string
  /** penalty points */
  readonly weight: number
}

export interface SegmentScore {
  readonly segment: string
  readonly raters: number
  readonly score: number
}

export interface ArticleScore {
  readonly document: string
  readonly segments: readonly SegmentScore[]
  readonly score: number
}

export interface SystemScore {
  readonly system: string
  readonly articles: readonly ArticleScore[]
  /** of all articles */
  readonly segments: number
  readonly score: number
}

type Tree<T> = Map<string, T>

const branch = <T>(tree: Tree<Tree<T>>, key: string): Tree<T> => {
  let found = tree.get(key)
  if (!found) tree.set(key, (found = new Map<string, T>()))
  return found
}

/** Of what stands in a tree something always hangs. */
const score = (numbers: readonly number[]): number => meanOf(numbers) ?? 0

function articleOf([document, segments]: readonly [string, Tree<Tree<number>>]): ArticleScore {
  const scored = Array.from(segments, ([segment, raters]) => ({
    segment,
    raters: raters.size,
    score: score([...raters.values()]),
  }))
  return { document, segments: scored, score: score(scored.map(each => each.score)) }
}

/** The scores of each system, its articles and their segments, in the order in which they come first. */
export function wmtScores(judged: Iterable<Judged>): SystemScore[] {
  const systems: Tree<Tree<Tree<Tree<number>>>> = new Map()
  for (const { system, document, segment, rater, weight } of judged) {
    const raters = branch(branch(branch(systems, system), document), segment)
    raters.set(rater, (raters.get(rater) ?? 0) + weight)
  }
  return Array.from(systems, ([system, documents]) => {
    const articles = Array.from(documents, articleOf)
    const all = articles.flatMap(({ segments }) => segments.map(each => each.score))
    return { system, articles, segments: all.length, score: score(all) }
  })
}
