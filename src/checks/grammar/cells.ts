/** What of gender, number and definiteness a form can be. */
import type { Analysis } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'

/** A set of these bits. */
export type Cells = number

export const cell = {
  utrumIndefinite: 1,
  neuterIndefinite: 2,
  pluralIndefinite: 4,
  utrumDefinite: 8,
  neuterDefinite: 16,
  pluralDefinite: 32,
} as const

export const indefinite: Cells = cell.utrumIndefinite | cell.neuterIndefinite | cell.pluralIndefinite
export const definite: Cells = cell.utrumDefinite | cell.neuterDefinite | cell.pluralDefinite
export const utrum: Cells = cell.utrumIndefinite | cell.utrumDefinite
export const neuter: Cells = cell.neuterIndefinite | cell.neuterDefinite
export const plural: Cells = cell.pluralIndefinite | cell.pluralDefinite

/** Of a noun's reading. */
function nounCell(tags: number): Cells {
  const column = has(tags, tag.plural) ? plural : has(tags, tag.neuter) ? neuter : utrum
  return column & (has(tags, tag.definite) ? definite : indefinite)
}

export const nounCells = (analyses: readonly Analysis[]): Cells =>
  analyses.reduce((cells, { tags }) => (has(tags, tag.noun) ? cells | nounCell(tags) : cells), 0)

/** The tags of a noun in one cell. */
export const nounTags = (one: Cells): number =>
  tag.noun |
  (one & plural ? tag.plural : tag.singular | (one & neuter ? tag.neuter : tag.utrum)) |
  (one & definite ? tag.definite : tag.indefinite)

/** Beside what an adjective's form can stand; a set of these bits. */
export type Stands = number

export const stands = {
  /** `stor` */
  utrum: 1,
  /** `stort` */
  neuter: 2,
  /** `stora` bilar, `små` bilar */
  plural: 4,
  /** den `stora` bilen, den `lilla` bilen */
  weak: 8,
} as const

const every: Stands = 15

/** Of an adjective's reading; 0 for those that never stand beside a noun. */
function standsOf({ lemma, tags }: Analysis): Stands {
  if (!has(tags, tag.adjective) || has(tags, tag.genitive)) return 0
  if (tags & (tag.comparative | tag.presentParticiple)) return every
  // `ett minsta värde`
  if (has(tags, tag.superlative)) return has(tags, tag.definite) ? every : 0
  // `ett första steg`, `en inre marknad`: those that have no other form
  if (has(tags, tag.definite) && !has(tags, tag.participle) && /[ae]$/u.test(lemma)) return every
  const weak = (has(tags, tag.plural) ? stands.plural : 0) | (has(tags, tag.definite) ? stands.weak : 0)
  if (weak !== 0) return weak
  // `ett stegvis värde`: adverbs by origin
  if (lemma.endsWith('vis')) return stands.utrum | stands.neuter
  return has(tags, tag.neuter) ? stands.neuter : has(tags, tag.utrum) ? stands.utrum : 0
}

export const adjectiveStands = (analyses: readonly Analysis[]): Stands =>
  analyses.reduce((all, analysis) => all | standsOf(analysis), 0)

/** What an adjective must be beside a noun in one cell. */
export const standsBeside = (one: Cells, weak: boolean): Stands =>
  one & plural ? stands.plural : weak ? stands.weak : one & neuter ? stands.neuter : stands.utrum

/** The cells of a set, one by one. */
export const each = (cells: Cells): Cells[] => [1, 2, 4, 8, 16, 32].filter(bit => (cells & bit) !== 0)
