import { titleFrom } from '../../app/articles/article-fields.ts'
import { Problem } from '../../errors.ts'
import { languageName, messages, problemSentence } from '../../i18n/index.ts'
import { articleAddress, translationsAddress } from '../address.ts'
import { field, writer } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'
import { alikeChoices } from '../view/alike-choices.ts'
import { newArticleForm } from './article-new.ts'
import { givenIn, take, type Outcome } from './article-take.ts'

type Asked = Extract<Outcome, { is: 'asked' }>
type Taken = Exclude<Outcome, Asked>

/** Is there anything a person should be told before they go on? */
const worthTelling = ({ is, article }: Taken): boolean =>
  (is === 'article' && article.duplicates.length > 0) ||
  article.language.whole !== 'sv' ||
  article.language.paragraphs.length > 0

const placeOf = ({ is, article }: Taken): string =>
  is === 'translation'
    ? translationsAddress(article.articleId, { to: article.translationId })
    : articleAddress(article.articleId)

/** What became of it, as the page draws it. */
function tell(ask: Ask, taken: Taken): object {
  const { article, text } = taken
  const paragraphs = article.language.paragraphs.slice(0, 20).map(({ index, from, to, language }) => ({
    n: index + 1,
    language: languageName(ask.language, language),
    start: text.slice(from, Math.min(to, from + 160)),
  }))
  return {
    ...taken,
    paragraphs,
    duplicates: taken.is === 'article' ? taken.article.duplicates : [],
    to: placeOf(taken),
  }
}

/** Asks what a recognised text is; all that was typed goes with the question. */
const question = (ask: Ask, { given, alike }: Asked): Answer => ({
  kind: 'page',
  view: 'article-alike',
  model: {
    title: messages(ask.language).again.recognisedTitle,
    given,
    heading: given.title || titleFrom(given.text),
    ...alikeChoices(ask.language, alike, field(ask, 'system')),
    common: ['address', 'system', 'sourceLanguage'].map(name => ({ name, value: field(ask, name) })),
  },
})

/**
 * A pasted text becomes an article, or another translation of one that is there; what seems to be there already is asked about first, and nothing
 * typed is lost. Files go the way of an import.
 */
export const articleCreate: Page = async ask => {
  const given = givenIn(ask)
  try {
    const outcome = await take(ask, await writer(ask), given)
    if (outcome.is === 'asked')
      return ask.program ? { kind: 'data', data: { articles: [{ alike: outcome.alike }] } } : question(ask, outcome)
    if (ask.program) return { kind: 'data', data: { articles: [outcome.article] }, status: 201 }
    if (!worthTelling(outcome))
      return { kind: 'go', to: placeOf(outcome), notice: [outcome.is === 'article' ? 'imported' : 'translationAdded'] }
    const { resultTitle: title } = messages(ask.language).article
    return { kind: 'page', view: 'article-create', model: { title, one: tell(ask, outcome) } }
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || ask.program) throw error
    const refusal = { message: problemSentence(ask.language, error), status: error.status }
    return newArticleForm(ask, refusal, given)
  }
}
