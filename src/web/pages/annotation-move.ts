import { judge } from '../../app/annotate/judge.ts'
import { annotationActs, moveOwnAnnotation, type AnnotationAct } from '../../app/annotate/move-annotation.ts'
import { openAnnotation, ownAnnotation } from '../../app/annotate/own-annotation.ts'
import { findBareHead } from '../../app/find-head.ts'
import { judgementRequest } from '../../wire/annotation.ts'
import { annotationAddress, articleAddress } from '../address.ts'
import { orTypedAgain } from '../annotation-refused.ts'
import { field, numberField, oneOf, parsed, writer } from '../form.ts'
import type { NoticeKey } from '../notice.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { annotationId } from '../which.ts'

const whose = async (ask: Ask) => ({ annotationId: annotationId(ask), person: await writer(ask) })

const notices: Readonly<Record<AnnotationAct, NoticeKey>> = {
  finish: 'annotationFinished',
  reopen: 'annotationReopened',
  withdraw: 'annotationWithdrawn',
}

/** Finishes an annotation, opens it again, or withdraws it. */
export const annotationMove: Page = async ask => {
  const who = await whose(ask)
  const { id, translation_id: translationId } = await ownAnnotation(ask.deps.store.db, who)
  const act = oneOf('act', annotationActs, field(ask, 'act'))
  const move = async (): Promise<Answer> => {
    const data = await moveOwnAnnotation(ask.deps, who, act, field(ask, 'comment'))
    const { article_id: articleId } = await findBareHead(ask.deps.store.db, { translationId })
    const to =
      act === 'reopen'
        ? annotationAddress(id)
        : articleAddress(articleId, 'annotations', { translation: translationId })
    return { kind: 'go', to, notice: [notices[act]], data }
  }
  return act === 'finish' ? orTypedAgain(ask, 'finish', move) : move()
}

/** A judgement of a paragraph; an empty one takes it back. */
export const judgementSet: Page = async ask => {
  const who = await whose(ask)
  return orTypedAgain(ask, 'judgement', async () => {
    await openAnnotation(ask.deps.store.db, who)
    const given = field(ask, 'score').trim()
    const request = ask.sentJson
      ? ask.body
      : { paragraph: numberField(ask, 'paragraph'), score: given === '' ? null : numberField(ask, 'score') }
    const data = await judge(ask.deps, who, parsed(judgementRequest, request))
    const page = field(ask, 'page') || '1'
    return {
      kind: 'go',
      to: `${annotationAddress(who.annotationId, '', { page: page === '1' ? null : page })}#p-${data.paragraph}`,
      notice: ['judged'],
      data,
    }
  })
}
