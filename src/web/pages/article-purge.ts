import { articleDetails } from '../../app/articles/article-details.ts'
import { purgeArticle } from '../../app/articles/purge-article.ts'
import { Problem } from '../../errors.ts'
import { messages } from '../../i18n/index.ts'
import { queueAddress } from '../address.ts'
import { field, fields, writer } from '../form.ts'
import type { Page } from '../page.ts'
import { articleId } from '../which.ts'

/** The plain warning before what cannot be undone. */
export const articlePurgeAsk: Page = async ask => {
  const details = await articleDetails(ask.deps, articleId(ask))
  return {
    kind: 'page',
    view: 'article-purge',
    data: details,
    model: { title: messages(ask.language).article.purgeTitle, details },
  }
}

export const articlePurge: Page = async ask => {
  const id = articleId(ask)
  if (field(ask, 'confirm') === '' && fields(ask)['confirm'] !== true)
    throw new Problem('field-invalid', { field: 'confirm' })
  await purgeArticle(ask.deps, { person: await writer(ask), articleId: id })
  return { kind: 'go', to: queueAddress(), notice: ['purged'] }
}
