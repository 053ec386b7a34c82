import { messages, type Language } from '../../i18n/index.ts'
import { dimensionOf, isCategory } from '../../mqm/typology.ts'
import { categoryOfName } from '../../mqm/wmt-categories.ts'
import { seen } from './seen.ts'

/** A category as an editor calls it; the name of another program as it is. */
export const categoryName = (language: Language, category: string): string =>
  isCategory(category) ? messages(language).mqm.categories[category] : seen(category)

/** Of which dimension a category is, or a name of another program. */
export const dimensionName = (language: Language, category: string): string =>
  messages(language).mqm.dimensions[dimensionOf(isCategory(category) ? category : categoryOfName(category).category)]
