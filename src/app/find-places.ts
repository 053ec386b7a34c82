import { articlesToLook, textsToLook, type Scope, type TextToLook } from '../store/batch-texts.ts'
import type { BatchHit } from '../store/batch-hits.ts'
import { shortestIndexed } from '../store/search.ts'
import type { Deps } from './deps.ts'
import { hitContext } from './hit-context.ts'
import type { PlaceRule } from './place-rule.ts'
import { takeTurns } from './take-turns.ts'

/** A place in a head, as a hit of a batch that has no number yet. */
export type NewHit = Omit<BatchHit, 'batch_id' | 'number'>

/** The texts of so many articles are read at once. */
const articlesAtOnce = 20
/** Of one text no more places than a person can look through: its first. What is left is found when those are applied. */
const mostInText = 10_000

/**
 * The articles that a rule may have a place in, newest first: those whose texts, old or new, have its words somewhere; all in scope
 * where the words are too short for the index. @param below only those with a lesser id
 */
export function articlesOf(deps: Deps, rule: PlaceRule, scope: Scope, below: string | null = null): Promise<string[]> {
  const indexed = rule.needles.every(needle => Array.from(needle).length >= shortestIndexed)
  return articlesToLook(deps.store.db, indexed ? rule.needles : [], scope, below)
}

/** The places of a rule in one head. What is approved is not chosen, nor what has no fix that is known. */
export const hitsIn = (rule: PlaceRule, text: TextToLook): NewHit[] =>
  rule
    .find(text.head_text)
    .slice(0, mostInText)
    .map(({ from, to, fix }) => {
      const words = text.head_text.slice(from, to)
      const { before, after } = hitContext(text.head_text, { from, to })
      return {
        article_id: text.article_id,
        translation_id: text.id,
        base: text.head_number,
        span_from: from,
        span_to: to,
        chosen: text.state === 'approved' || fix === words ? 0 : 1,
        outcome: '',
        revision: null,
        undone_revision: null,
        category: '',
        severity: '',
        words,
        fix,
        before_text: before,
        after_text: after,
      }
    })

export interface Found {
  readonly hits: readonly NewHit[]
  /** how many of the articles were looked through */
  readonly looked: number
}

/**
 * Looks through the heads of some articles, in order, until the time is up or there are so many hits; always through one article, and
 * no article halfway. Others have their turn in between.
 */
export async function findPlaces(
  deps: Deps,
  rule: PlaceRule,
  where: { readonly articleIds: readonly string[]; readonly scope: Scope },
  most: { readonly until: number; readonly hits: number },
): Promise<Found> {
  const turn = takeTurns()
  const hits: NewHit[] = []
  const { articleIds, scope } = where
  for (let at = 0; at < articleIds.length; at += articlesAtOnce) {
    const some = articleIds.slice(at, at + articlesAtOnce)
    const texts = Map.groupBy(await textsToLook(deps.store.db, some, scope), text => text.article_id)
    for (const [i, articleId] of some.entries()) {
      for (const text of texts.get(articleId) ?? []) hits.push(...hitsIn(rule, text))
      if (hits.length >= most.hits || performance.now() >= most.until) return { hits, looked: at + i + 1 }
      await turn()
    }
  }
  return { hits, looked: articleIds.length }
}
