/** The subject of a copula, where it is certain: a pronoun, or a definite noun phrase that begins its clause. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { definite, neuter, nounCells, plural, utrum, type Cells } from './cells.ts'
import { after, before, isFinite, isFirst } from './context.ts'
import { determiners, isA } from './function-words.ts'
import { genitiveAt } from './genitive.ts'
import { agreeing, isSureHead, phrasesFrom } from './noun-phrase.ts'

export interface Subject {
  readonly cells: Cells
  /** as the message names it */
  readonly said: string
  /** of it generics are said in the neuter: `ärter är gott` */
  readonly indefinite: boolean
  /** one person, who is never `nöjda` */
  readonly person: boolean
  /** its last token */
  readonly last: number
}

const pronounCells: ReadonlyMap<string, Cells> = new Map([
  ['jag', utrum],
  ['du', utrum],
  ['han', utrum],
  ['hon', utrum],
  ['den', utrum],
  ['det', neuter],
  ['vi', plural],
  ['de', plural],
])

/** What a clause begins after. `om huset`, `för huset` may be something else. */
const beginsClause = /^(?:att|eftersom|medan|när|fastän|innan|därför|men)$/u

const isStart = (reading: Reading, token: Token): boolean => {
  const previous = before(reading, token)
  if (previous === undefined || token.opens || beginsClause.test(previous.lower)) return true
  return previous.lower === 'och' && hasVerb(reading, previous)
}

/** Is there a clause before `och`, which may then join two? So far is looked for its verb. */
const reach = 25

function hasVerb(reading: Reading, token: Token): boolean {
  for (let i = token.index - 1; i > token.index - reach; i--) {
    const other = reading.tokens[i]
    if (other?.sentence !== token.sentence) return false
    if (isFinite(reading, other)) return true
  }
  return false
}

/** The subject before `är`, or before `har` of `har varit`. */
export function subjectBefore(reading: Reading, copula: Token): Subject | null {
  let verb = copula
  if (/^(?:varit|blivit)$/u.test(copula.lower)) {
    const has = before(reading, copula)
    if (has === undefined || !/^(?:har|hade)$/u.test(has.lower)) return null
    verb = has
  } else if (/^(?:vara|bli)$/u.test(copula.lower)) return null
  const last = before(reading, verb)
  if (last?.kind !== 'word') return null
  const pronoun = pronounCells.get(last.lower)
  if (pronoun !== undefined) return pronounSubject(reading, last, pronoun)
  for (let at = last.index; at > last.index - farthest && at >= 0; at--) {
    const first = reading.tokens[at]
    if (first?.sentence !== last.sentence || first.kind !== 'word' || isFinite(reading, first)) return null
    if (isStart(reading, first)) return phraseSubject(reading, first, last)
  }
  return null
}

/** So far back a clause may begin. */
const farthest = 9

/** Do prepositions with their nouns stand from `at` on, up to a token: `på bilen i garaget`? Not `av`: `resten av huset är målat`. */
function isAttribute(reading: Reading, at: number, last: Token, depth = 0): boolean {
  const [preposition, first] = [reading.tokens[at], reading.tokens[at + 1]]
  if (preposition === undefined || first === undefined || depth > 1 || preposition.lower === 'av') return false
  if (!isA('preposition', preposition.lower) || /^(?:hela|nära|än|utan|sedan)$/u.test(preposition.lower)) return false
  if (first === last && /^\p{Lu}/u.test(first.text)) return true
  const is = determiners.get(first.lower) ?? genitiveAt(reading, first)
  const determiner = is === undefined ? null : { token: first, is }
  return phrasesFrom(reading, determiner ? at + 2 : at + 1, determiner).some(
    ({ head }) => head === last || (head.index < last.index && isAttribute(reading, head.index + 1, last, depth + 1)),
  )
}

function pronounSubject(reading: Reading, token: Token, cells: Cells): Subject | null {
  const previous = before(reading, token)
  // `en av de är`, `hus de är`: only where a clause begins
  if (previous !== undefined && !token.opens && !beginsClause.test(previous.lower) && !/^(?:och|som|om)$/u.test(previous.lower))
    return null
  const person = /^(?:jag|du|han|hon)$/u.test(token.lower)
  return { cells, said: token.lower, indefinite: false, person, last: token.index }
} // prettier-ignore

/** `Förslaget är …`: no neuter of an adjective, where a sentence begins. */
const isNoun = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.every(({ tags }) => (tags & (tag.verb | tag.other)) === 0 || has(tags, tag.imperative))

/** A phrase that begins and ends at given tokens, definite by its noun, its determiner or a genitive. */
function phraseSubject(reading: Reading, first: Token, last: Token): Subject | null {
  const is = determiners.get(first.lower) ?? genitiveAt(reading, first)
  const determiner = is === undefined ? null : { token: first, is }
  const phrase = phrasesFrom(reading, determiner ? first.index + 1 : first.index, determiner).find(
    ({ head }) => head === last || (head.index < last.index && isAttribute(reading, head.index + 1, last)),
  )
  if (phrase === undefined || !(determiner === null ? isNoun(reading, phrase.head) : isSureHead(reading, phrase))) return null
  if (phrase.nouns.some(({ tags }) => has(tags, tag.genitive))) return null
  const cells = determiner === null ? phrase.cells : agreeing(reading, phrase)
  const indefinite = determiner === null ? (cells & ~definite) !== 0 : false
  // of what is indefinite only a plural that is no singular, at the very beginning
  if (indefinite && (cells !== (plural & 7) || !isFirst(reading, first))) return null
  if (determiner !== null && /^(?:en|ett|någon|något|ingen|inget|sådan|sådant|varje)$/u.test(determiner.token.lower)) return null
  return cells === 0 ? null : { cells, said: phrase.head.lower, indefinite, person: false, last: last.index }
} // prettier-ignore

/** The subject right after `är`: a definite noun, with what stands before it. */
export function subjectAfter(reading: Reading, copula: Token): Subject | null {
  const first = after(reading, copula)
  if (first?.kind !== 'word' || before(reading, copula) === undefined) return null
  const is = determiners.get(first.lower)
  if (is !== undefined) return null
  const { analyses } = reading.word(first)
  const sure = analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.noun | tag.definite) && !has(tags, tag.genitive))
  if (!sure || !/^\p{Ll}/u.test(first.text) || isA('copula', before(reading, copula)?.lower)) return null
  return { cells: nounCells(analyses), said: first.lower, indefinite: false, person: false, last: first.index }
} // prettier-ignore
