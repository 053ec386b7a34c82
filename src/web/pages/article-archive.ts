import { archiveArticle, unarchiveArticle } from '../../app/articles/archive-article.ts'
import { articleAddress, queueAddress } from '../address.ts'
import { writer } from '../form.ts'
import type { Page } from '../page.ts'
import { articleId } from '../which.ts'

export const articleArchive: Page = async ask => {
  const id = articleId(ask)
  await archiveArticle(ask.deps, { person: await writer(ask), articleId: id })
  return { kind: 'go', to: queueAddress(), notice: ['archived'] }
}

export const articleUnarchive: Page = async ask => {
  const id = articleId(ask)
  await unarchiveArticle(ask.deps, { person: await writer(ask), articleId: id })
  return { kind: 'go', to: articleAddress(id), notice: ['unarchived'] }
}
