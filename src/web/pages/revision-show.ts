import { compareRevisions } from '../../app/revisions/compare.ts'
import { revisionReasons } from '../../app/revisions/revision-reasons.ts'
import { articleDetails } from '../../app/articles/article-details.ts'
import { correctionsForRevision } from '../../app/corrections/list-article-corrections.ts'
import { fill, messages } from '../../i18n/index.ts'
import { articleAddress } from '../address.ts'
import { wholeNumber } from '../form.ts'
import type { Page } from '../page.ts'
import { comparison } from '../view/comparison.ts'
import { correctionEntry } from '../view/correction-entry.ts'
import { toldReasons } from '../view/told-reasons.ts'
import { saveKey } from '../save-key.ts'
import { which } from '../which.ts'

/** From the slider's form, which cannot write a path. */
export const revisionGo: Page = ask => {
  const { articleId, translationId } = which(ask)
  return {
    kind: 'go',
    to: articleAddress(articleId, `revisions/${wholeNumber('number', ask.query.get('number'))}`, {
      translation: translationId,
    }),
  }
}

/** One revision's whole text, with what it changed marked: a frame of the article's life. */
export const revisionShow: Page = async ask => {
  const chosen = which(ask)
  const number = wholeNumber('number', ask.params['number'])
  const from = Math.max(0, number - 1)
  const [compared, details] = await Promise.all([
    compareRevisions(ask.deps, { ...chosen, from, to: number }),
    articleDetails(ask.deps, chosen.articleId),
  ])
  const { to, head, b, translationId } = compared
  const [reasons, corrections] = await Promise.all([
    revisionReasons(ask.deps, translationId, number),
    number === 0 ? [] : correctionsForRevision(ask.deps, translationId, number),
  ])
  const shown = comparison(compared, {
    inline: true,
    all: true,
    page: wholeNumber('page', ask.query.get('page') ?? '1'),
  })
  return {
    kind: 'page',
    view: 'revision-show',
    data: { ...to, text: b, head, reasons, corrections },
    model: {
      title: fill(ask.language, messages(ask.language).history.playTitle, { n: number, head }),
      details,
      language: details.translations.find(t => t.id === translationId)?.language ?? details.language,
      translationId: chosen.translationId ?? null,
      number,
      head,
      to,
      shown,
      reasons: toldReasons(ask.language, reasons, b),
      corrections: corrections.map(correction => correctionEntry(ask.language, correction)),
      key: saveKey(),
    },
  }
}
