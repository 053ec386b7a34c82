import { articleDetails } from '../../app/articles/article-details.ts'
import { queueChoices } from '../../app/queue/list-articles.ts'
import { previewBatch } from '../../app/batches/preview-batch.ts'
import { wordsAbout } from '../../app/queue/words-about.ts'
import { Problem } from '../../errors.ts'
import { messages, problemSentence } from '../../i18n/index.ts'
import { longestVariants, longestWording } from '../../wire/batch.ts'
import { batchAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { newBatch, sentBatch, sinceDays, typedBatch, type BatchFields } from '../view/batch-form.ts'
import { categoryGroups, severityChoices } from '../view/flag-choices.ts'

/** The title of the article that the form was opened from; null where there is none such. */
async function titleOf(ask: Ask, articleId: string): Promise<string | null> {
  if (!/^[0-9a-z]{16}$/.test(articleId)) return null
  try {
    return (await articleDetails(ask.deps, articleId)).title
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

async function form(ask: Ask, typed: BatchFields, refusal: Problem | null): Promise<Answer> {
  const articleTitle = await titleOf(ask, typed.article)
  return {
    kind: 'page',
    view: 'batch-new',
    status: refusal?.status ?? 200,
    model: {
      title: messages(ask.language).batches.new,
      typed: articleTitle === null ? { ...typed, article: '' } : typed,
      articleTitle,
      longest: longestWording,
      longestBefore: typed.kind === 'term' ? longestVariants : longestWording,
      systems: (await queueChoices(ask.deps)).systems,
      days: sinceDays,
      categories: categoryGroups(ask.language),
      severities: severityChoices(ask.language),
      typedName: field(ask, 'name'),
      refusal: refusal && problemSentence(ask.language, refusal),
    },
  }
}

/** What is to be corrected and where, filled in by `?before=&after=&kind=&about=&article=`. */
export const batchNew: Page = async ask => {
  const typed = newBatch(ask.query)
  const known = typed.before === '' ? await wordsAbout(ask.deps, typed.kind, typed.about) : null
  return form(ask, { ...typed, ...known }, null)
}

/** Makes a preview; one that is refused comes back as it was typed. */
export const batchCreate: Page = async ask => {
  try {
    const request = sentBatch(ask, ask.deps)
    const id = await previewBatch(ask.deps, await writer(ask), request)
    return { kind: 'go', to: batchAddress(id), data: { id }, status: 201 }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program || error.code === 'name-missing') throw error
    return form(ask, typedBatch(ask), error)
  }
}
