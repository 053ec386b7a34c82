/** What stands before a noun follows it when it is exchanged for one of the other gender: `ett nytt anbud`, `en ny efterlysning`. */
import { isClosed } from '../grammar/function-words.ts'
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { capitalLike } from '../words/capital.ts'

/** `tag.utrum` or `tag.neuter` */
export type Gender = number

const pairs = [
  ['en', 'ett'],
  ['den', 'det'],
  ['denna', 'detta'],
  ['denne', 'detta'],
  ['någon', 'något'],
  ['ingen', 'inget'],
  ['annan', 'annat'],
  ['vilken', 'vilket'],
  ['sådan', 'sådant'],
  ['min', 'mitt'],
  ['din', 'ditt'],
  ['sin', 'sitt'],
  ['vår', 'vårt'],
  ['er', 'ert'],
  ['all', 'allt'],
] as const
const toNeuter = new Map<string, string>(pairs)
const toUtrum = new Map<string, string>(pairs.map(([utrum, neuter]) => [neuter, utrum]))

/** undefined where it is no determiner of these, or of both genders */
export const genderOfDeterminer = (lower: string): Gender | undefined =>
  toNeuter.has(lower) ? tag.utrum : toUtrum.has(lower) ? tag.neuter : undefined

const singularIndefinite = tag.adjective | tag.singular | tag.indefinite

/** A determiner or adjective as it is written before a noun of a gender; undefined where it is neither, itself where nothing changes. */
export function agreeing(token: Token, gender: Gender, reading: Reading): string | undefined {
  const determiner = (gender === tag.neuter ? toNeuter : toUtrum).get(token.lower)
  if (determiner !== undefined) return determiner
  // `vid` is an adjective too, but a preposition wherever it stands before a noun
  if (token.kind !== 'word' || isClosed(token.lower)) return undefined
  const adjectives = reading.word(token).analyses.filter(({ tags }) => has(tags, tag.adjective))
  const [first] = adjectives
  if (first === undefined) return undefined
  const other = gender === tag.neuter ? tag.utrum : tag.neuter
  const changes = adjectives.find(({ tags }) => has(tags, other) && !has(tags, gender) && !has(tags, tag.plural))
  if (changes === undefined) return token.lower
  return reading.lexicon.inflect(changes.lemma, singularIndefinite | gender) ?? token.lower
}

/** Nobody writes more adjectives than this before a noun. */
const mostBefore = 6

export interface Agreed {
  /** the first token that changes */
  readonly from: number
  /** what to write from there up to the noun, a space at the end */
  readonly text: string
}

/** Walks back from a noun over its adjectives to its determiner. @param at its token; null where nothing changes */
export function agreeBefore(at: number, gender: Gender, reading: Reading): Agreed | null {
  let agreed: Agreed | null = null
  let text = ''
  for (let t = at - 1; t >= Math.max(0, at - mostBefore); t--) {
    const token = reading.tokens[t]
    if (token === undefined || token.sentence !== reading.tokens[at]?.sentence) break
    const changed = agreeing(token, gender, reading)
    if (changed === undefined) break
    text = `${capitalLike(token.text, changed)} ${text}`
    if (changed !== token.lower) agreed = { from: t, text }
    if (toNeuter.has(changed) || toUtrum.has(changed)) break
  }
  return agreed
}
