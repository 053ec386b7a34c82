import type { Alike } from '../../app/articles/alike.ts'
import { fill, formatShare, messages, type Language } from '../../i18n/index.ts'
import { seen } from './seen.ts'

/** What a text that was recognised may be: a translation of one of the articles, or a new one. */
export interface AlikeChoices {
  readonly articles: readonly {
    readonly id: string
    readonly title: string
    readonly why: readonly string[]
    readonly same: boolean
    readonly systems: readonly { readonly name: string; readonly at: number }[]
  }[]
  readonly choices: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[]
  /** whether a choice is open that asks for the name of another system */
  readonly other: boolean
}

/** As forms name what a text is: `newer:ID`, `other:ID`, `new`. */
export const readChoice = (value: string): { readonly as: 'newer' | 'other'; readonly articleId: string } | null => {
  const [, as, articleId] = /^(newer|other):([0-9a-z]{16})$/.exec(value) ?? []
  return articleId === undefined ? null : { as: as === 'newer' ? 'newer' : 'other', articleId }
}

/** @param system as it was typed; of those articles that have its translations already, it is a newer one */
export function alikeChoices(language: Language, alike: readonly Alike[], system: string): AlikeChoices {
  const { again, article } = messages(language)
  const choices: { value: string; label: string; chosen: boolean }[] = []
  // what an article has already is no newer translation of the others that look like it
  const there = alike.some(({ same }) => same)
  for (const { articleId, title, same, translations } of alike) {
    if (same) continue
    const known = translations.findLast(each => system === '' || each.system === system)
    const named = (known ?? translations.at(-1))?.system ?? ''
    const values = { title: seen(title), system: seen(named) }
    const first = choices.length === 0 && !there
    choices.push(
      {
        value: `newer:${articleId}`,
        label: fill(language, named === '' ? again.asNewerNameless : again.asNewer, values),
        chosen: first && known !== undefined,
      },
      {
        value: `other:${articleId}`,
        label: fill(language, again.asOther, values),
        chosen: first && known === undefined,
      },
    )
  }
  const other = choices.length > 0
  choices.push({ value: 'new', label: again.asNew, chosen: there || choices.length === 0 })
  return {
    articles: alike.map(({ articleId, title, by, similarity, archived, same, translations }) => ({
      id: articleId,
      title: seen(title),
      same,
      why: [
        // how much of the wording is the same is told in figures
        ...by.filter(each => each !== 'wording').map(each => again.by[each]),
        fill(language, again.share, { share: formatShare(language, similarity) }),
        ...(archived ? [again.archived] : []),
      ],
      systems: translations.map(({ system: name, createdAt: at }) => ({ name: seen(name) || article.noSystem, at })),
    })),
    choices,
    other,
  }
}
