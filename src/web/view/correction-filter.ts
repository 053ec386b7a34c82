import { articleTitle, filterChoices } from '../../app/corrections/correction-choices.ts'
import type { Deps } from '../../app/deps.ts'
import { messages, type Language } from '../../i18n/index.ts'
import { dimensions } from '../../mqm/typology.ts'
import { origins } from '../../wire/correction.ts'
import { categoryGroups, severityChoices } from './flag-choices.ts'

/** What corrections can be filtered by, for the fields of a form. */
export async function correctionChoices(deps: Deps, language: Language, articleId: string | undefined) {
  const { corrections } = messages(language)
  const [choices, title] = await Promise.all([
    filterChoices(deps),
    articleId === undefined ? null : articleTitle(deps, articleId),
  ])
  return {
    ...choices,
    categories: categoryGroups(language).map((group, n) => ({ ...group, id: dimensions[n] ?? '' })),
    severities: severityChoices(language),
    origins: origins.map(id => ({ id, name: corrections.article.origins[id] })),
    /** the article that it is filtered by, where it is there */
    article: articleId === undefined ? null : { id: articleId, title: title ?? corrections.list.articleGone },
  }
}
