import { articlesInScope, textsToLook, type Scope, type TextToLook } from '../../store/batch-texts.ts'
import type { BatchHit } from '../../store/batch-hits.ts'
import { searchArticlesForAny, shortestIndexed } from '../../store/search.ts'
import type { Deps } from '../deps.ts'
import { wordsAround } from '../../text/around.ts'
import type { PlaceRule } from './place-rule.ts'
import { takeTurns } from '../take-turns.ts'

/** A place in a head, as a hit of a batch that has no number yet. */
export type NewHit = Omit<BatchHit, 'batch_id' | 'number'>

/** The texts of so many articles are read at once. */
const articlesAtOnce = 20
/** Of one text no more places than a person can look through: its first. What is left is found when those are applied. */
const mostInText = 10_000

/** So many articles that have the words are named by the index; where there are more, all are walked through, for many of them have. */
const mostNamed = 2000
/** So many articles are walked through before the next ones are asked for. */
const walkedAtOnce = 2000

/** The articles that have a rule's words somewhere, old or new, newest first; null where they are many, or too short for the index. */
export async function articlesNamed({ store }: Deps, rule: PlaceRule, scope: Scope): Promise<readonly string[] | null> {
  const of = { below: null, among: null, limit: mostNamed }
  if (scope.article !== undefined) return articlesInScope(store.db, scope, of)
  if (rule.needles.length === 0 || rule.needles.some(needle => Array.from(needle).length < shortestIndexed)) return null
  const among = await searchArticlesForAny(store.db, rule.needles, mostNamed)
  return among && articlesInScope(store.db, scope, { ...of, among })
}

/** The next articles of a walk through all in scope, newest first. @param below the last one of those before; '' at the beginning */
export const articlesWalked = ({ store }: Deps, scope: Scope, below: string): Promise<string[]> =>
  articlesInScope(store.db, scope, { below: below === '' ? null : below, among: null, limit: walkedAtOnce })

/** The places of a rule in one head. What is approved is not chosen, nor what has no fix that is known. */
export const hitsIn = (rule: PlaceRule, text: TextToLook): NewHit[] =>
  rule
    .find(text.head_text)
    .slice(0, mostInText)
    .map(({ from, to, fix }) => {
      const words = text.head_text.slice(from, to)
      const { before, after } = wordsAround(text.head_text, { from, to })
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
