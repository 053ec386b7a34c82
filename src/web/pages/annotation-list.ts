import { beginAnnotation } from '../../app/annotate/begin-annotation.ts'
import { listAnnotations } from '../../app/annotate/list-annotations.ts'
import { articleDetails } from '../../app/articles/article-details.ts'
import { messages } from '../../i18n/index.ts'
import { annotationAddress } from '../address.ts'
import { writer } from '../form.ts'
import type { Page } from '../page.ts'
import { which } from '../which.ts'

/** Who annotates a translation apart; begin, or go on. */
export const annotationList: Page = async ask => {
  const chosen = which(ask)
  const details = await articleDetails(ask.deps, chosen.articleId)
  const found = await listAnnotations(ask.deps, { ...chosen, person: ask.person })
  return {
    kind: 'page',
    view: 'annotation-list',
    data: found,
    model: {
      title: messages(ask.language).annotation.title,
      details,
      translationId: chosen.translationId ?? null,
      translation: details.translations.find(({ id }) => id === found.translationId),
      found,
      own: found.annotations.find(({ own }) => own) ?? null,
    },
  }
}

export const annotationBegin: Page = async ask => {
  const chosen = which(ask)
  const { id } = await beginAnnotation(ask.deps, { ...chosen, person: await writer(ask) })
  return { kind: 'go', to: annotationAddress(id), data: { id }, status: 201 }
}
