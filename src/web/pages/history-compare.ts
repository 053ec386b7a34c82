import { articleDetails } from '../../app/articles/article-details.ts'
import { compareRevisions } from '../../app/revisions/compare.ts'
import type { RevisionView } from '../../app/revisions/read-revision.ts'
import { fill, messages } from '../../i18n/index.ts'
import { articleAddress, type Query } from '../address.ts'
import { wholeNumber } from '../form.ts'
import type { Ask, Page } from '../page.ts'
import { comparison } from '../view/comparison.ts'
import { which } from '../which.ts'

/** Revision 0 is called what it is. */
const nameOf = (ask: Ask, { number }: RevisionView): string => {
  const { history } = messages(ask.language)
  return number === 0 ? history.mt : fill(ask.language, history.revision, { n: number })
}

/** Two revisions: side by side or inline, whole or only what changed. A missing end is the MT, or the newest. */
export const historyCompare: Page = async ask => {
  const chosen = which(ask)
  const details = await articleDetails(ask.deps, chosen.articleId)
  const translation = details.translations.find(t => t.id === (chosen.translationId ?? details.translationId))
  const newest = translation?.head ?? 0
  const from = wholeNumber('from', ask.query.get('from') || '0')
  const to = wholeNumber('to', ask.query.get('to') || String(newest))
  const inline = ask.query.get('view') === 'inline'
  const all = ask.query.get('all') === '1'
  const compared = await compareRevisions(ask.deps, { ...chosen, from, to })
  const shown = comparison(compared, { inline, all, page: wholeNumber('page', ask.query.get('page') ?? '1') })
  const here: Query = {
    translation: chosen.translationId,
    from,
    to,
    view: inline ? 'inline' : null,
    all: all ? 1 : null,
  }
  const address = (change: Query): string => articleAddress(chosen.articleId, 'history', { ...here, ...change })
  const [fromName, toName] = [nameOf(ask, compared.from), nameOf(ask, compared.to)]
  return {
    kind: 'page',
    view: 'history-compare',
    data: {
      from: compared.from,
      to: compared.to,
      rows: compared.diff.rows,
      hunks: compared.diff.hunks,
      a: compared.a,
      b: compared.b,
    },
    model: {
      title: messages(ask.language).history.compareTitle,
      details,
      language: translation?.language ?? details.language,
      translationId: chosen.translationId ?? null,
      newest, from, to, fromName, toName, inline, all, shown,
      compared,
      links: {
        side: address({ view: null }),
        inline: address({ view: 'inline' }),
        changes: address({ all: null }),
        whole: address({ all: 1 }),
        swap: address({ from: to, to: from }),
        previous: shown.page > 1 ? address({ page: shown.page - 1 }) : null,
        next: shown.page < shown.pages ? address({ page: shown.page + 1 }) : null,
      },
    }, // prettier-ignore
  }
}
