import { nextArticle } from '../../app/next-article.ts'
import { setState } from '../../app/set-state.ts'
import { Problem } from '../../errors.ts'
import { states } from '../../wire/common.ts'
import { articleAddress, queueAddress } from '../address.ts'
import { field, fields, oneOf, writer } from '../form.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

/** Sets the state; with `next`, what to review then is opened. */
export const articleState: Page = async ask => {
  const { articleId, translationId } = which(ask)
  const state = oneOf('state', states, field(ask, 'state'))
  const onward = field(ask, 'next') !== '' || fields(ask)['next'] === true
  const person = await writer(ask)
  try {
    await setState(ask.deps, { person, articleId, translationId, state })
  } catch (error) {
    // Approved already, by another tab: the next one is still what is asked for.
    if (!(error instanceof Problem && error.code === 'state-unchanged' && onward)) throw error
  }
  const next = onward ? await nextArticle(ask.deps, articleId) : null
  if (onward && next === null)
    return { kind: 'go', to: queueAddress(), notice: ['approvedLast'], data: { state, next } }
  return {
    kind: 'go',
    to: next === null ? articleAddress(articleId, '', { translation: translationId }) : articleAddress(next),
    notice: ['stateChanged'],
    data: { state, next },
  }
}
