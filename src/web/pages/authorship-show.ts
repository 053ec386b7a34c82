import { articleDetails } from '../../app/articles/article-details.ts'
import { authorship } from '../../app/revisions/authorship.ts'
import { messages } from '../../i18n/index.ts'
import { wholeNumber } from '../form.ts'
import type { Page } from '../page.ts'
import { whoWrote } from '../view/who-wrote.ts'
import { which } from '../which.ts'

/** Every word of the corrected text by whom it comes from. */
export const authorshipShow: Page = async ask => {
  const chosen = which(ask)
  const given = ask.query.get('revision')
  const revision = given === null ? undefined : wholeNumber('revision', given)
  const [written, details] = await Promise.all([
    authorship(ask.deps, { ...chosen, revision }),
    articleDetails(ask.deps, chosen.articleId),
  ])
  return {
    kind: 'page',
    view: 'authorship-show',
    data: written,
    model: {
      title: messages(ask.language).history.authorshipTitle,
      details,
      language: details.translations.find(t => t.id === written.translationId)?.language ?? details.language,
      translationId: chosen.translationId ?? null,
      written,
      ...whoWrote(written, wholeNumber('page', ask.query.get('page') ?? '1')),
    },
  }
}
