import { messages, type Language } from '../../i18n/index.ts'
import { severities } from '../../mqm/annotation.ts'
import { categories, dimensionOf, dimensions } from '../../mqm/typology.ts'
import { shapes } from './severity.ts'

/** The whole typology, a group a dimension, for a select. */
export const categoryGroups = (language: Language) => {
  const { mqm } = messages(language)
  return dimensions.map(dimension => ({
    dimension,
    name: mqm.dimensions[dimension],
    categories: categories.filter(id => dimensionOf(id) === dimension).map(id => ({ id, name: mqm.categories[id] })),
  }))
}

export const severityChoices = (language: Language) =>
  severities.map(severity => ({ severity, shape: shapes[severity], name: messages(language).mqm.severities[severity] }))
