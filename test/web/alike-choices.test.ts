import type { Alike } from '../../src/app/articles/alike.ts'
import { alikeChoices } from '../../src/web/view/alike-choices.ts'

const alike = (articleId: string, same: boolean): Alike => ({
  articleId,
  title: 'Branden',
  by: ['title'],
  similarity: same ? 1 : 0.4,
  archived: false,
  same,
  translations: [{ id: 't', system: '', createdAt: 0 }],
})

const chosen = (...articles: readonly Alike[]): readonly string[] =>
  alikeChoices('en', articles, '')
    .choices.filter(choice => choice.chosen)
    .map(({ value }) => value)

describe('what a recognised text is taken for until a person says otherwise', () => {
  test('a newer translation of what is most like it', () => {
    expect(chosen(alike('a', false), alike('b', false))).toEqual(['newer:a'])
  })

  test('a new article where one has that very text: of the others it is no translation', () => {
    expect(chosen(alike('a', true), alike('b', false))).toEqual(['new'])
    expect(chosen(alike('a', true))).toEqual(['new'])
  })
})
