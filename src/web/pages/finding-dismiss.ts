import { articleDetails } from '../../app/article-details.ts'
import { deskFindings } from '../../app/desk-findings.ts'
import { sharedDesk } from '../../app/shared-desk.ts'
import { checkById } from '../../checks/index.ts'
import { messages } from '../../i18n/index.ts'
import { contextOf } from '../../text/context.ts'
import { dismissalScopes } from '../../wire/finding.ts'
import { articleAddress } from '../address.ts'
import { findingAsked } from '../finding-asked.ts'
import type { Page } from '../page.ts'
import { patience } from '../patience.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'

/** Asks why a finding is no error, and where that holds; for browsers without a script. */
export const findingDismiss: Page = async ask => {
  const chosen = which(ask)
  const asked = await findingAsked(ask, chosen, name => ask.query.get(name) ?? '')
  const { check, revision, from, to, text } = asked
  const [{ title: articleTitle }, shared] = await Promise.all([
    articleDetails(ask.deps, chosen.articleId),
    sharedDesk(ask.deps, chosen),
  ])
  // what the check said, where the text still is the one it was said of
  const found = shared.desk.head.number === revision ? await deskFindings(ask.deps, shared, patience) : []
  const finding =
    typeof found === 'string' ? undefined : found.find(f => f.check === check && f.from === from && f.to === to)
  const m = messages(ask.language)
  const context = contextOf(text, { from, to })
  const page = ask.query.get('page')
  const back = { translation: chosen.translationId, page: page === '1' ? null : page }
  return {
    kind: 'page',
    view: 'finding-dismiss',
    model: {
      title: m.checks.dismissTitle,
      articleTitle,
      articleId: chosen.articleId,
      translationId: chosen.translationId ?? null,
      language: shared.desk.translation.language,
      check,
      checkName: checkById(check)?.title[ask.language] ?? check,
      message: finding?.message[ask.language] ?? '',
      finding: { category: finding?.category ?? '', severity: finding?.severity ?? '' },
      context,
      excerpt: { before: seen(context.before), words: seen(context.words), after: seen(context.after) },
      scopes: dismissalScopes,
      scopeNames: { here: m.checks.scopeHere, article: m.checks.scopeArticle, always: m.checks.scopeAlways },
      back: articleAddress(chosen.articleId, '', back),
    },
  }
}
