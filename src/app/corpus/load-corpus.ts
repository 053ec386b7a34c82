import { basename } from 'node:path'
import { listCorpus, readCorpusArticle } from '../../formats/corpus.ts'
import { anyArticle } from '../../store/articles.ts'
import { isUniqueViolation } from '../../store/db/errors.ts'
import { claimSetting, readSetting, writeSetting } from '../../store/settings.ts'
import { anyTombstone } from '../../store/tombstones.ts'
import type { Deps } from '../deps.ts'
import { importCorpusArticle } from './import-corpus.ts'

const setting = 'corpus'
/** Another process has loaded this article meanwhile. */
class Twin extends Error {}

/**
 * Loads the articles the program ships with into an empty store, once: never again, whatever is deleted later. Where a start was
 * broken off, the next goes on with what is missing; two processes that start together load each article once.
 * @returns how many articles this call has loaded
 */
export async function loadCorpus(deps: Deps, folder: string): Promise<number> {
  const { store } = deps
  const known = await readSetting(store.db, setting)
  if (known === 'loaded') return 0
  if (known === null) {
    const used = (await anyArticle(store.db)) || (await anyTombstone(store.db))
    await store.transaction(tx => claimSetting(tx, setting, used ? 'loaded' : 'loading'))
    if (used) return 0
  }
  let loaded = 0
  for (const article of await listCorpus(folder)) if (await loadOnce(deps, article)) loaded++
  await store.transaction(tx => writeSetting(tx, setting, 'loaded'))
  return loaded
}

async function loadOnce(deps: Deps, folder: string): Promise<boolean> {
  const mark = `${setting}:${basename(folder)}`
  if ((await readSetting(deps.store.db, mark)) !== null) return false
  const article = await readCorpusArticle(folder)
  try {
    await importCorpusArticle(deps, article, async (tx, articleId) => {
      // the mark and the article are there together, or neither is
      if (!(await claimSetting(tx, mark, articleId))) throw new Twin()
    })
    return true
  } catch (error) {
    if (error instanceof Twin || isUniqueViolation(error)) return false
    throw error
  }
}
