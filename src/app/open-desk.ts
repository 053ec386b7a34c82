import { articleById } from '../store/articles.ts'
import { revisionLine } from '../store/revisions.ts'
import { translationsOf } from '../store/translations.ts'
import { Problem } from '../errors.ts'
import type { State } from '../wire/common.ts'
import type { Desk } from '../wire/desk.ts'
import type { Deps, Person } from './deps.ts'
import { withSteadyHead, type Head, type Which } from './find-head.ts'
import { draftViews } from './keep-draft.ts'
import { flagViews } from './list-flags.ts'
import { textAt } from './read-revision.ts'

export interface Visit extends Which {
  /** whose drafts are offered */
  readonly browser?: string | undefined
  readonly person?: Person | null | undefined
}

/**
 * All that the review page shows of a translation, read without replaying anything: head, flags and their places are kept ready.
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export const openDesk = (deps: Deps, visit: Visit): Promise<Desk> =>
  withSteadyHead(deps.store.db, visit, head => deskOf(deps, visit, head))

async function deskOf(deps: Deps, visit: Visit, head: Head): Promise<Desk> {
  const { db } = deps.store
  const [article, translations, mtText, line, flags, drafts] = await Promise.all([
    articleById(db, head.article_id),
    translationsOf(db, head.article_id),
    textAt(deps, head.id, 0),
    head.head_number === 0 ? undefined : revisionLine(db, head.id, head.head_number),
    flagViews(deps, head),
    visit.browser === undefined ? [] : draftViews(deps, head, visit.browser),
  ])
  if (article === undefined) throw new Problem('article-unknown')
  const { id, title, address, source_language: sourceLanguage, source_text: sourceText } = article
  return {
    article: { id, title, address, sourceLanguage, archived: article.archived_at !== null },
    translation: { id: head.id, system: head.system, language: head.language, state: head.state as State },
    translations: translations.map(({ id, system, created_at: createdAt }) => ({ id, system, createdAt })),
    sourceText,
    mtText,
    head: {
      number: head.head_number,
      text: head.head_text,
      hash: head.head_hash,
      author: line?.author ?? '',
      at: line?.created_at ?? head.created_at,
    },
    flags,
    drafts,
    person: visit.person ?? null,
  }
}
