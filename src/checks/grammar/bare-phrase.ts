/** An adjective and a noun without a determiner: `sexuell trakasserier`. */
import { has, tag } from '../lexicon/tags.ts'
import type { Reading, Token } from '../reading.ts'
import { adjectiveStands, indefinite, stands, utrum } from './cells.ts'
import { before, isFirst, isPreposition } from './context.ts'
import { isAdjective, wrongAdjective, type Disagreement } from './disagreement.ts'
import { isA } from './function-words.ts'
import { agreeing, isSureHead, mayGoOn, phrasesFrom } from './noun-phrase.ts'

/** Adjectives that take an object: `värd pengar`, `skyldig bolaget`. */
const transitive =
  /^(?:värd|skyldig|trogen|otrogen|lik|olik|full|mäktig|vuxen|kvitt|underlägsen|överlägsen|tacksam|närliggande|van|trött|säker|medveten|bekant|främmande|behjälplig|jämbördig|underställd|given|lång|bred|hög|djup|tjock)$/u
const adverbial =
  /^(?:nytt|fullt|gott|ont|allmänt|stort|övrigt|fritt|tidigt|sent|smått|kort|direkt|snabbt|högt|lågt|lätt|visst|rent|fast|vanligt|möjligt|annat)$/u

/** @param token the adjective */
export function bareAt(reading: Reading, token: Token): Disagreement | null {
  const forms = adjectiveStands(reading.word(token).analyses)
  if (forms !== stands.utrum && forms !== stands.neuter) return null
  if (token.text.length < 3 || !isAdjective(reading, token) || transitive.test(token.lower)) return null
  if (reading.word(token).analyses.some(({ tags }) => has(tags, tag.imperative))) return null
  const previous = before(reading, token)
  if (
    forms === stands.utrum
      ? !mayBegin(reading, token, previous)
      : !isPreposition(previous) || adverbial.test(token.lower)
  )
    return null
  const phrases = phrasesFrom(reading, token.index, null).filter(({ adjectives }) => adjectives.length > 0)
  const last = phrases.at(-1)
  if (last === undefined || phrases.some(phrase => agreeing(reading, phrase) !== 0)) return null
  const row = last.cells & indefinite
  if (row === 0 || row !== last.cells || !isSureHead(reading, last) || mayGoOn(reading, last)) return null
  if (forms === stands.neuter && row !== (utrum & indefinite)) return null
  if (last.nouns.some(({ tags }) => has(tags, tag.genitive))) return null
  return wrongAdjective(reading, last, token, row)
}

/** Verbs whose object a noun is, not what the adjective is said of. */
const having =
  /^(?:har|hade|haft|ha|får|fick|fått|få|ger|gav|ge|gett|skapar|skapade|skapa|finns|fanns|innebär|innebar|kräver|krävde|kräva|orsakar|orsakade|orsaka|väcker|väckte|väcka|medför|medförde)$/u

function mayBegin(reading: Reading, token: Token, previous: Token | undefined): boolean {
  if (isFirst(reading, token) || token.opens || isPreposition(previous)) return true
  if (previous === undefined || nearCopula(reading, token)) return false
  return /^(?:om|för|och|eller|som|utan)$/u.test(previous.lower) || having.test(previous.lower)
}

const nearCopula = (reading: Reading, token: Token): boolean =>
  [1, 2, 3, 4, 5].some(back => {
    const other = reading.tokens[token.index - back]
    return other?.sentence === token.sentence && isA('copula', other.lower)
  })
