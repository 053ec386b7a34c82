/**
 * The two highest levels of MQM-Core (themqm.org, error typology), as data. The ids are stable: they are stored, exported and
 * agree with other programs' by name. This implements MQM-Core's categories; it does not claim to be MQM.
 */
export const typology = {
  terminology: ['inconsistent-with-resource', 'inconsistent', 'wrong-term'],
  accuracy: [
    'mistranslation',
    'over-translation',
    'under-translation',
    'addition',
    'omission',
    'do-not-translate',
    'untranslated',
  ],
  'linguistic-conventions': [
    'grammar',
    'punctuation',
    'spelling',
    'unintelligible',
    'character-encoding',
    'textual-conventions',
  ],
  style: [
    'organizational',
    'third-party',
    'inconsistent-with-external-reference',
    'register',
    'awkward',
    'unidiomatic',
    'inconsistent',
  ],
  'locale-conventions': [
    'number-format',
    'currency-format',
    'measurement-format',
    'time-format',
    'date-format',
    'address-format',
    'telephone-format',
    'shortcut-key',
  ],
  'audience-appropriateness': ['culture-specific-reference', 'offensive'],
  'design-and-markup': ['layout', 'markup-tag', 'truncation', 'missing-text', 'link'],
  other: ['other'],
} as const

export type Dimension = keyof typeof typology
/** `dimension/subtype`, as in `terminology/wrong-term`. */
export type CategoryId = { [D in Dimension]: `${D}/${(typeof typology)[D][number]}` }[Dimension]

export const dimensions = Object.keys(typology) as readonly Dimension[]

/** Every category, in the typology's order. */
export const categories: readonly CategoryId[] = dimensions.flatMap(d =>
  typology[d].map(s => `${d}/${s}` as CategoryId),
)

const known: ReadonlySet<string> = new Set(categories)
export const isCategory = (id: string): id is CategoryId => known.has(id)

export const dimensionOf = (id: CategoryId): Dimension => id.slice(0, id.indexOf('/')) as Dimension
