import { allArticleIdsAfter, holdArticle, writePrints } from '../../store/article-prints.ts'
import type { Db } from '../../store/schema.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import { mtTextsOf } from '../../store/translations.ts'
import { foldForSearch } from '../../text/fold.ts'
import { featuresOf, printOf, printsOf } from '../../text/prints.ts'
import { pageOf } from '../../text/published.ts'
import type { Deps } from '../deps.ts'
import { keepDoing, type Kept } from '../keep-doing.ts'

/** What an article is recognised by. */
export interface Recognisable {
  readonly title: string
  readonly address: string
  readonly sourceText: string
  readonly mtTexts: readonly string[]
}

/** A title in one form, without its signs; null where it has no word. */
export const titleKey = (title: string): string | null =>
  (foldForSearch(title).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ') || null

const titlePrint = (title: string): readonly number[] => {
  const key = titleKey(title)
  return key === null ? [] : [printOf(`title\n${key}`)]
}

const addressPrint = (address: string): readonly number[] => {
  const page = pageOf(address)
  return page === null ? [] : [printOf(`address\n${page}`)]
}

/** By the names an article goes by. */
export const namePrints = (about: Pick<Recognisable, 'title' | 'address'>): readonly number[] => [
  ...titlePrint(about.title),
  ...addressPrint(about.address),
]

/** Writes what an article is recognised by; in the transaction that stores or changes it. */
export const printArticle = (tx: Db, articleId: string, about: Recognisable): Promise<void> => {
  const texts = [...about.mtTexts, about.sourceText].filter(text => text !== '')
  return writePrints(tx, articleId, [
    ...new Set([...namePrints(about), ...texts.flatMap(text => printsOf(featuresOf(text)))]),
  ])
}

/** Where prints are made in another way than those stored, all are made again. */
const version = '2'
const setting = 'prints'
const done = 'all'

/** The article up to which all have prints; null where all have. An older database, or a backup of one, has none. */
async function printedUpTo(db: Db): Promise<string | null> {
  const [made, upTo = ''] = ((await readSetting(db, setting)) ?? '').split(' ')
  return made !== version ? '' : upTo === done ? null : upTo
}

/**
 * Gives prints to articles that came before there were any, in the order they came, for about `ms` milliseconds and at least one. Articles
 * that come meanwhile bring their own. @returns whether all have prints now
 */
export async function printArticles(deps: Deps, ms: number): Promise<boolean> {
  const { store } = deps
  const start = performance.now()
  let after = await printedUpTo(store.db)
  while (after !== null) {
    const [id] = await allArticleIdsAfter(store.db, after, 1)
    await store.transaction(async tx => {
      const article = id === undefined ? undefined : await holdArticle(tx, id)
      if (article)
        await printArticle(tx, article.id, {
          title: article.title,
          address: article.address,
          sourceText: article.source_text,
          mtTexts: await mtTextsOf(tx, article.id),
        })
      await writeSetting(tx, setting, `${version} ${id ?? done}`)
    })
    after = id ?? null
    if (performance.now() - start >= ms) return after === null
  }
  return true
}

/** How long is printed at a time in the background, ms. */
const spell = 50
/** How often is looked whether there is any to print, ms: an older backup may have come. */
const usualPause = 15_000

/** Prints in the background what has no prints, until it is stopped; what is left is found by the next start. */
export const keepPrinting = (
  deps: Deps,
  { pause = usualPause, log }: { readonly pause?: number; readonly log: (line: string) => void },
): Kept =>
  keepDoing(async () => !(await printArticles(deps, spell)), {
    pause,
    what: 'articles were not made recognisable',
    log,
  })
