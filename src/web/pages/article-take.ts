import { addTranslation, type AddedTranslation } from '../../app/articles/add-translation.ts'
import { articleDetails } from '../../app/articles/article-details.ts'
import type { Person } from '../../app/deps.ts'
import { importArticle, recogniseNew, type ImportedArticle } from '../../app/articles/import-article.ts'
import type { Alike } from '../../app/articles/alike.ts'
import { Problem } from '../../errors.ts'
import { field, fields } from '../form.ts'
import type { Ask } from '../page.ts'
import { readChoice } from '../view/alike-choices.ts'

/** What is to be taken in: pasted, or a text that was asked about. */
export interface Given {
  readonly title: string
  readonly text: string
  readonly sourceText: string
  readonly system: string
  /** what a person, or a program, has said that it is: see `readChoice`; '' where nobody has */
  readonly choice: string
}

/** What became of a text. */
export type Outcome =
  | { readonly is: 'article'; readonly article: ImportedArticle; readonly text: string }
  | { readonly is: 'translation'; readonly article: AddedTranslation; readonly text: string }
  /** it seems to be an article that is there: nothing is stored before somebody has said what it is */
  | { readonly is: 'asked'; readonly given: Given; readonly alike: readonly Alike[] }

/** The text that was pasted. */
const pasted = (ask: Ask): Given => {
  const asTranslationOf = field(ask, 'asTranslationOf')
  return {
    title: field(ask, 'title'),
    text: field(ask, 'text'),
    sourceText: field(ask, 'sourceText'),
    system: field(ask, 'system'),
    choice: asTranslationOf && `newer:${asTranslationOf}`,
  }
}

/** The text that was asked about, with what was answered. */
const answered = (ask: Ask): Given => {
  const choice = field(ask, 'as')
  return {
    ...pasted(ask),
    system: readChoice(choice)?.as === 'other' ? field(ask, 'otherSystem') : field(ask, 'system'),
    choice,
  }
}

/** What was sent: a pasted text, or an answer about one that was recognised. */
export const givenIn = (ask: Ask): Given => (field(ask, 'asked') === '' ? pasted(ask) : answered(ask))

/** The system of a newer translation, where none was typed: that of the latest before it. */
async function systemOf(ask: Ask, given: Given, choice: NonNullable<ReturnType<typeof readChoice>>): Promise<string> {
  if (given.system.trim() !== '' || choice.as === 'other') return given.system
  return (await articleDetails(ask.deps, choice.articleId)).translations.at(-1)?.system ?? ''
}

/** Takes a text in, or asks what it is. @throws Problem as `importArticle` and `addTranslation` */
export async function take(ask: Ask, person: Person, given: Given): Promise<Outcome> {
  const { text, title, sourceText, system } = given
  const about = { address: field(ask, 'address'), sourceLanguage: field(ask, 'sourceLanguage'), sourceText, text }
  const choice = readChoice(given.choice)
  // an answer that is none, as a program may send, is no word for a new article
  if (!choice && given.choice !== '' && given.choice !== 'new') throw new Problem('article-unknown', { id: '' })
  if (choice) {
    const { articleId } = choice
    const translation = { ...about, person, articleId, system: await systemOf(ask, given, choice) }
    return { is: 'translation', article: await addTranslation(ask.deps, translation), text }
  }
  // a program is told what it is alike when it is stored, unless it wants to be asked as a person is
  const asks =
    given.choice === '' && (!ask.program || field(ask, 'unlessAlike') !== '' || fields(ask)['unlessAlike'] === true)
  const article = { ...about, person, title, system }
  const alike = asks ? await recogniseNew(ask.deps, article) : []
  if (alike.length > 0) return { is: 'asked', given, alike }
  return { is: 'article', article: await importArticle(ask.deps, article), text }
}
