import { articleDetails } from '../../app/articles/article-details.ts'
import { messages } from '../../i18n/index.ts'
import type { SaveResponse } from '../../wire/save.ts'
import { articleAddress, findingsAddress } from '../address.ts'
import type { Answer, Ask } from '../page.ts'
import { saveKey } from '../save-key.ts'
import { seen } from '../view/seen.ts'
import { which } from '../which.ts'

interface Saving {
  readonly notice: 'saved' | 'restored' | 'undone'
  /** page of a long article to go back to */
  readonly page: string
  readonly summary: string
  /** the revision that was to be undone */
  readonly undoes: number | null
  /** whether the next finding is what comes next */
  readonly toFindings?: boolean
}

/** After a form has saved: back to the text with a sentence, or both versions side by side where they touch. */
export async function afterSave(ask: Ask, response: SaveResponse, saving: Saving): Promise<Answer> {
  const { articleId, translationId } = which(ask)
  if (response.status !== 'conflict') {
    const page = /^\d{1,6}$/.test(saving.page) && saving.page !== '1' ? saving.page : null
    const query = { translation: translationId, page }
    const merged = response.status === 'saved' && response.mergedWith.length > 0 && saving.notice === 'saved'
    const notice = response.status === 'unchanged' ? 'unchanged' : merged ? 'merged' : saving.notice
    return {
      kind: 'go',
      to: saving.toFindings === true ? findingsAddress(articleId, query) : articleAddress(articleId, '', query),
      notice: [notice, response.number],
      data: response,
      status: response.status === 'saved' ? 201 : 200,
    }
  }
  const { title } = await articleDetails(ask.deps, articleId)
  return {
    kind: 'page',
    view: 'revision-conflict',
    status: 409,
    data: response,
    model: {
      title: messages(ask.language).review.conflictTitle,
      articleTitle: title,
      articleId,
      translationId: translationId ?? null,
      base: response.head,
      partial: JSON.stringify(response.partial),
      conflicts: response.conflicts.map(conflict => ({
        ...conflict,
        seen: { base: seen(conflict.base), theirs: seen(conflict.theirs), mine: seen(conflict.mine) },
      })),
      summary: saving.summary,
      undoes: saving.undoes,
      key: saveKey(),
    },
  }
}
