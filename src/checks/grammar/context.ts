/** What stands before and after, so that a word is what it seems. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { isA, isClosed } from './function-words.ts'

/** The token before, in the same sentence. */
export function before(reading: Reading, token: Token): Token | undefined {
  const other = reading.tokens[token.index - 1]
  return other?.sentence === token.sentence ? other : undefined
}

/** The token after, in the same sentence. */
export function after(reading: Reading, token: Token): Token | undefined {
  const other = reading.tokens[token.index + 1]
  return other?.sentence === token.sentence ? other : undefined
}

export const isFirst = (reading: Reading, token: Token): boolean =>
  reading.sentences[token.sentence]?.first === token.index

const finite = tag.present | tag.past

/** Can it be a finite verb? */
export const mayBeFinite = (reading: Reading, token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.verb) && (tags & finite) !== 0)

/** Finite, whatever the dictionary says. */
const auxiliary = /^(?:är|har|hade|blir|blev|ska|skall|skulle|kan|kunde|vill|ville|måste)$/u

/** Is it a finite verb, whatever stands beside it? Names and imperatives are not thought of. */
export function isFinite(reading: Reading, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || (/^\p{Lu}/u.test(token.text) && !token.opens)) return false
  if (auxiliary.test(token.lower)) return true
  if (isClosed(token.lower) && !isA('modal', token.lower) && !isA('copula', token.lower)) return false
  const analyses = reading.word(token).analyses.filter(({ tags }) => (tags & (tag.name | tag.imperative)) === 0)
  return analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.verb) && (tags & finite) !== 0)
}

/**
 * Is it a finite verb right after a subject? There a noun of the same form (`grep`) is not thought of where the verb is a past tense
 * or an auxiliary, or the subject a pronoun; nor is a participle (`presenterade`).
 */
export function isFiniteAfter(reading: Reading, token: Token | undefined, pronoun: boolean): boolean {
  if (token?.kind !== 'word' || !/^\p{Ll}/u.test(token.text)) return false
  if (isA('modal', token.lower) || isA('copula', token.lower) || /^(?:har|hade)$/u.test(token.lower))
    return mayBeFinite(reading, token)
  if (isClosed(token.lower)) return false
  const { analyses } = reading.word(token)
  const tenses = analyses.filter(({ tags }) => has(tags, tag.verb) && (tags & finite) !== 0)
  if (tenses.length === 0) return false
  const rest = analyses.filter(
    ({ lemma, tags }) => lemma.length > 1 && !has(tags, tag.verb) && !has(tags, tag.participle) && !has(tags, tag.name),
  )
  return (
    rest.length === 0 ||
    pronoun ||
    (tenses.some(({ tags }) => has(tags, tag.past)) &&
      rest.every(({ tags }) => has(tags, tag.noun) || has(tags, tag.adjective | tag.definite)))
  )
}

/** Prepositions that also begin a clause: `om det`, `för han`. */
const clausal = new Set(['om', 'för', 'sedan', 'sen', 'efter', 'än', 'utan', 'trots', 'såsom', 'hela', 'nära', 'å'])

/** A preposition and nothing else. */
export const isPreposition = (token: Token | undefined): boolean =>
  token !== undefined && isA('preposition', token.lower) && !clausal.has(token.lower)

/** Does a pronoun, which may also be a determiner, surely belong to the noun that follows? After a verb it may be its object. */
export function belongs(reading: Reading, token: Token): boolean {
  const previous = before(reading, token)
  if (isPreposition(previous)) return true
  if (previous !== undefined && isA('preposition', previous.lower) && demonstrative.test(token.lower)) return true
  // `De öppnade …`: what comes second in a sentence is its verb
  return isFirst(reading, token) && !mayBeFinite(reading, after(reading, token))
}

/** Unlike `det`, hardly ever the subject of a clause that a conjunction begins: `efter detta brott`. */
const demonstrative = /^(?:denn[ae]|detta|dessa)$/u
