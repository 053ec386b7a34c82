import { articleById } from '../../store/articles.ts'
import { articlesByPrints } from '../../store/article-prints.ts'
import type { Row } from '../../store/schema.ts'
import { mtTextsOf, translationsOf } from '../../store/translations.ts'
import { diffTexts } from '../../text/diff/index.ts'
import { keptShare } from '../../text/kept.ts'
import { featuresOf, likeness, printsOf, recognised, unlike, type Features } from '../../text/prints.ts'
import { pageOf } from '../../text/published.ts'
import type { Deps } from '../deps.ts'
import { namePrints, printArticles, titleKey } from './print-articles.ts'
import { takeTurns } from '../take-turns.ts'
import type { Alike, AlikeBy } from './alike.ts'

export interface Newcomer {
  readonly title: string
  readonly address: string
  readonly sourceText: string
  /** the machine's translation */
  readonly text: string
}

/** So many articles are compared with it in full, of those that have a name in common, and of those that have prints in common. */
const mostCompared = 8
const mostTold = 5
/** How much of a text is compared word by word, in UTF-16 code units: a share is told as well from so much. */
const longestCompared = 60_000
/** How long is printed first what has no prints yet, ms. */
const printingTime = 300

interface Seen {
  readonly text: Features
  readonly source: Features
}

function sameSource(source: Features, other: string): boolean {
  const features = featuresOf(other)
  return recognised(source, features, likeness(source, features)) === 'wording'
}

async function compare(deps: Deps, newcomer: Newcomer, seen: Seen, article: Row<'article'>): Promise<Alike | null> {
  const { db } = deps.store
  const texts = await mtTextsOf(db, article.id)
  const compared = texts
    .map(text => ({ text, features: featuresOf(text) }))
    .map(({ text, features }) => ({ text, features, alike: likeness(seen.text, features) }))
    .toSorted((a, b) => b.alike.wording + b.alike.facts - a.alike.wording - a.alike.facts)
  const [best] = compared
  if (!best) return null
  const by: AlikeBy[] = []
  const page = pageOf(newcomer.address)
  if (page !== null && page === pageOf(article.address)) by.push('address')
  const title = titleKey(newcomer.title)
  // what has the same title every day is another article every day
  if (
    title !== null &&
    title === titleKey(article.title) &&
    !compared.every(c => unlike(seen.text, c.features, c.alike))
  )
    by.push('title')
  if (newcomer.sourceText !== '' && sameSource(seen.source, article.source_text)) by.push('source')
  const text = compared.map(c => recognised(seen.text, c.features, c.alike)).find(found => found !== null)
  if (text !== undefined) by.push(text)
  if (by.length === 0) return null
  const [a, b] = [best.text.slice(0, longestCompared), newcomer.text.slice(0, longestCompared)]
  const translations = await translationsOf(db, article.id)
  return {
    articleId: article.id,
    title: article.title,
    by,
    similarity: keptShare(diffTexts(a, b), a, b),
    archived: article.archived_at !== null,
    same: texts.includes(newcomer.text),
    translations: translations.map(({ id, system, created_at }) => ({ id, system, createdAt: created_at })),
  }
}

/**
 * The articles that a text seems to be: those with the same address or title, with as good as the same words in a translation or the
 * source, or with the same names and numbers in the same order. Surest first, at most 5.
 */
export async function recogniseArticle(deps: Deps, newcomer: Newcomer): Promise<readonly Alike[]> {
  const { db } = deps.store
  await printArticles(deps, printingTime)
  const seen = { text: featuresOf(newcomer.text), source: featuresOf(newcomer.sourceText) }
  const prints = [...new Set([...printsOf(seen.text), ...printsOf(seen.source)])]
  const ids = new Set([
    ...(await articlesByPrints(db, namePrints(newcomer), mostCompared)),
    ...(await articlesByPrints(db, prints, mostCompared)),
  ])
  const alike: Alike[] = []
  const turn = takeTurns()
  for (const id of ids) {
    await turn()
    const article = await articleById(db, id)
    const told = article && (await compare(deps, newcomer, seen, article))
    if (told) alike.push(told)
  }
  const sure = ({ by, similarity }: Alike): number => (by.includes('address') ? 2 : 0) + by.length / 10 + similarity
  return alike.toSorted((a, b) => sure(b) - sure(a)).slice(0, mostTold)
}
