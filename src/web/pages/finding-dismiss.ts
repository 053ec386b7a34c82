import { articleDetails } from '../../app/articles/article-details.ts'
import { checkById } from '../../checks/index.ts'
import { messages } from '../../i18n/index.ts'
import { newId } from '../../store/id.ts'
import { contextOf } from '../../text/context.ts'
import { dismissalScopes } from '../../wire/finding.ts'
import { findingsAddress } from '../address.ts'
import { findingAsked } from '../finding-asked.ts'
import type { Page } from '../page.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'

/** Asks why a finding is no error, and where that holds; for browsers without a script. */
export const findingDismiss: Page = async ask => {
  const chosen = which(ask)
  const asked = await findingAsked(ask, chosen, ask.query.get('finding') ?? '')
  const { check, from, to, text, found } = asked
  const { title: articleTitle, translations } = await articleDetails(ask.deps, chosen.articleId)
  const m = messages(ask.language)
  const context = contextOf(text, { from, to })
  const page = ask.query.get('page')
  const back = { translation: chosen.translationId, page: page === '1' ? null : page }
  return {
    kind: 'page',
    view: 'finding-dismiss',
    model: {
      title: m.checks.dismissTitle,
      id: newId(),
      articleTitle,
      articleId: chosen.articleId,
      translationId: chosen.translationId ?? null,
      language: (translations.find(({ id }) => id === chosen.translationId) ?? translations[0])?.language ?? 'sv',
      check,
      checkName: checkById(check)?.title[ask.language] ?? check,
      message: found?.message[ask.language] ?? '',
      finding: { category: found?.category ?? '', severity: found?.severity ?? '', about: found?.about ?? '' },
      context,
      excerpt: { before: seen(context.before), words: seen(context.words), after: seen(context.after) },
      scopes: dismissalScopes,
      scopeNames: { here: m.checks.scopeHere, article: m.checks.scopeArticle, always: m.checks.scopeAlways },
      back: findingsAddress(chosen.articleId, back),
    },
  }
}
