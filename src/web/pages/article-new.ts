import { queueChoices } from '../../app/queue/list-articles.ts'
import { messages } from '../../i18n/index.ts'
import { field } from '../form.ts'
import type { Answer, Ask, Page } from '../page.ts'

const names = ['name', 'title', 'address', 'system', 'sourceLanguage', 'sourceText', 'text'] as const

/**
 * The form, with what was typed, and the sentence that says why it came back.
 * @param given what was typed, where it does not stand under these names in what was sent
 */
export async function newArticleForm(
  ask: Ask,
  refusal: { readonly message: string; readonly status: number } | null,
  given: Partial<Readonly<Record<(typeof names)[number], string>>> = {},
): Promise<Answer> {
  const typed = Object.fromEntries(names.map(name => [name, given[name] ?? field(ask, name)]))
  const { systems } = await queueChoices(ask.deps)
  return {
    kind: 'page',
    view: 'article-new',
    status: refusal?.status ?? 200,
    model: {
      title: messages(ask.language).article.newTitle,
      typed,
      systems,
      refusal: refusal?.message ?? null,
    },
  }
}

export const articleNew: Page = ask => newArticleForm(ask, null)
