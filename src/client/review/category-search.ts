import { foldForSearch } from '../../text/fold.ts'
import { categories, dimensionOf, dimensions, type CategoryId, type Dimension } from '../../mqm/typology.ts'
import { messages, languages, type Language } from '../../i18n/index.ts'

export interface Choice {
  readonly id: CategoryId
  readonly name: string
  readonly dimension: string
}

const words = (text: string): string[] => foldForSearch(text).split(/[\s/-]+/)

/** What a category is found by: its names in every language, its dimension's, and its id. */
const index: ReadonlyMap<CategoryId, string[]> = new Map(
  categories.map(id => [
    id,
    [
      ...words(id),
      ...languages.flatMap(l => [
        ...words(messages(l).mqm.categories[id]),
        ...words(messages(l).mqm.dimensions[dimensionOf(id)]),
      ]),
    ],
  ]),
)

/**
 * The categories a query finds, grouped by dimension in the typology's order: every word of it begins a word of the category's.
 * @param query in any of the languages; an empty one finds all
 */
export const findCategories = (
  language: Language,
  query: string,
): readonly { readonly dimension: Dimension; readonly name: string; readonly choices: readonly Choice[] }[] => {
  const { mqm } = messages(language)
  const asked = words(query).filter(w => w !== '')
  const hit = (id: CategoryId): boolean => asked.every(q => index.get(id)?.some(w => w.startsWith(q)) ?? false)
  return dimensions
    .map(dimension => ({
      dimension,
      name: mqm.dimensions[dimension],
      choices: categories
        .filter(id => dimensionOf(id) === dimension && hit(id))
        .map(id => ({ id, name: mqm.categories[id], dimension: mqm.dimensions[dimension] })),
    }))
    .filter(group => group.choices.length > 0)
}
