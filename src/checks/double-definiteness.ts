import type { Check, Found, Said } from './check.ts'
import { definite, each, indefinite, plural, type Cells } from './grammar/cells.ts'
import { after, before, belongs, isPreposition, mayBeFinite } from './grammar/context.ts'
import { determiners } from './grammar/function-words.ts'
import { genitiveAt } from './grammar/genitive.ts'
import { isMonth } from './grammar/clause.ts'
import { capitalLike, nounIn, written } from './grammar/inflect.ts'
import { isSureHead, mayGoOn, phrasesFrom, type NounPhrase } from './grammar/noun-phrase.ts'
import { isSetPhrase, saysWhich } from './grammar/relative.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const doubleDefiniteness: Check = {
  id: 'double-definiteness',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.93,
  title: { sv: 'Bestämdheten krockar', en: 'Definite and indefinite clash' },
  why: {
    sv: 'Efter den, det, de står substantivet i bestämd form (den stora bilen), utom före en som-sats (den bil som …). Efter en, min, denna och genitiv står det i obestämd form: en bil, min bil, denna bil, polisens bil (Språkriktighetsboken, Språkrådet).',
    en: 'After den, det, de the noun is definite (den stora bilen), but before a relative clause (den bil som …). After en, min, denna and a genitive it is indefinite: en bil, min bil, denna bil, polisens bil (Språkriktighetsboken, Språkrådet).',
  },
  examples: [
    'Polisen stoppade [en bilen→en bil|bilen] på E6.',
    'Under [denna perioden→denna period|den här perioden] minskade brotten.',
    'Hon sålde [sin bilen→sin bil] och [hans stora huset→hans stora hus].',
    'Det är [polisens bilen→polisens bil] som står där.',
    'De bor i [det stora hus→det stora huset] vid torget.',
    'I [den bil→den bilen] fanns två personer, och i [det här hus→det här huset] bor ingen.',
    'Laget vann [den första match→den första matchen] i kvalet och protesterade mot [den nya lag→den nya lagen] om idrott.',
    'Hon är en av [de bästa spelare→de bästa spelarna] i Europa.',
    '[Detta huset→Detta hus|Det här huset] byggdes 1920.',
    'Under [ett mötet→ett möte|mötet] betonade ministern vikten av detta.',
    'De bor i det hus som byggdes 1920, på den gata där kyrkan ligger.',
    'Den bil han körde var röd, och i det län vi besökte regnade det.',
    'Den svenska polisen och det nya huset, den här bilen, de flesta länder.',
    'Med den största försiktighet, i den mån det går, i det fallet, på så sätt.',
    'Såg den polisen? Då blir det krig, och det är brist på mat.',
    'Gav dem mat, gav den mat. Boken är polisens. Bilen är min.',
    'En lättnadens suck, denna världens barn, den helige ande, vid tre och en halv timmen.',
    'Den andra maj, den första juni. De allra flesta länder.',
    'Alla barnen, båda länderna, hela huset, förra veckan, en av bilarna, dagens rätt.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      if (token.kind !== 'word') continue
      const found = findAt(reading, token)
      if (found !== null) yield found
    }
  },
}

function findAt(reading: Reading, token: Token): Found | null {
  const isTitle = /^\p{Lu}/u.test(token.text) && !token.opens
  const is = (isTitle ? undefined : determiners.get(token.lower)) ?? genitiveAt(reading, token)
  if (is === undefined || is.noun === 'either') return null
  const phrases = phrasesFrom(reading, token.index + (isThisHere(reading, token) ? 2 : 1), { token, is })
  const phrase = phrases.at(-1)
  // words that are nouns and adjectives make several: of `den tyska regering` none is definite
  if (phrase === undefined || !isSureHead(reading, phrase) || mayGoOn(reading, phrase)) return null
  const row = phrase.cells & is.cells
  if (row === 0) return null
  if (phrases.length > 1 && (is.noun !== 'definite' || phrases.some(({ cells }) => (cells & definite) !== 0)))
    return null
  if (is.noun === 'definite') return (row & definite) === 0 ? missingEnding(reading, phrase, row) : null
  return (row & indefinite) === 0 ? endingTooMuch(reading, phrase, row) : null
}

const isThisHere = (reading: Reading, token: Token): boolean =>
  /^d(?:en|et|e)$/u.test(token.lower) && /^(?:här|där)$/u.test(after(reading, token)?.lower ?? '')

/** `den bil`, `det stora hus`: right only before a clause that tells which. */
function missingEnding(reading: Reading, phrase: NounPhrase, row: Cells): Found | null {
  const { determiner, head, adjectives } = phrase
  if (determiner === null || saysWhich(reading, head)) return null
  const bare = adjectives.length === 0
  const isThis = isThisHere(reading, determiner.token)
  // `den största vikt`, but not `en av de bästa spelare`
  const superlative = adjectives.some(adjective => isSuperlative(reading, adjective))
  if ((bare || superlative) && isSetPhrase(head.lower)) return null
  if (superlative && determiner.is.cells !== plural) return null
  if (/^(?:eget|egen|egna|flesta)$/u.test(adjectives[0]?.lower ?? '') || isMonth(head.lower)) return null
  if (adjectives.some(adjective => isMasculine(reading, adjective))) return null
  const onlyWeak = adjectives.length > 0 && adjectives.every(adjective => isWeak(reading, adjective))
  const sure = onlyWeak && !isThis && (phrase.cells & plural) === 0
  if (!sure && !belongs(reading, determiner.token)) return null
  // `från det tillträde skedde`
  if (bare && determiner.token.lower === 'det' && before(reading, determiner.token)?.lower === 'från') return null
  // `det` may be the formal subject, and `sent` an adverb: only after a preposition
  if (!onlyWeak && !bare && !isPreposition(before(reading, determiner.token))) return null
  const target = each(row)[0]
  const one = target === undefined ? 0 : (target << 3) & 63
  const fix = one === 0 ? undefined : written(reading, free(phrase), one, true)
  return fix === undefined ? null : found(phrase, [fix], endingMissing(phrase))
}

/** With its noun written in whatever cell is asked for. */
const free = (phrase: NounPhrase): NounPhrase => ({ ...phrase, cells: 0 })

/** `den helige ande` */
const isMasculine = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.every(({ tags }) => has(tags, tag.masculine))

/** `nya`, `första`: as they stand after `den`, whatever else they may be */
const isWeak = (reading: Reading, token: Token): boolean => {
  const adjectives = reading.word(token).analyses.filter(({ tags }) => has(tags, tag.adjective))
  return adjectives.length > 0 && adjectives.every(({ tags }) => has(tags, tag.definite))
}

const isSuperlative = (reading: Reading, token: Token): boolean =>
  /(?:sta|ste)$/u.test(token.lower) && reading.word(token).analyses.some(({ tags }) => has(tags, tag.superlative))

/** `en bilen`, `min bilen`, `denna bilen`, `polisens bilen`. */
function endingTooMuch(reading: Reading, phrase: NounPhrase, row: Cells): Found | null {
  const { determiner, adjectives } = phrase
  // `en lättnadens suck`, `denna världens barn`
  if (determiner === null || phrase.nouns.some(({ tags }) => has(tags, tag.genitive))) return null
  const { token, is } = determiner
  if (/^vilk/u.test(token.lower) || (/^halvt?$/u.test(adjectives[0]?.lower ?? '') && before(reading, token)?.lower === 'och')) return null
  const demonstrative = /^(?:denna|denne|dessa|detta)$/u.test(token.lower)
  const afterVerb = /^(?:denna|dessa)$/u.test(token.lower)
  if (is.alone && !belongs(reading, token) && !(afterVerb && !mayBeFinite(reading, after(reading, token)))) return null
  if (is.alone && !demonstrative && !isPreposition(before(reading, token))) return null
  if (!isPossible(reading, token) || adjectives.some(adjective => mayBeFinite(reading, adjective) && !determiners.has(token.lower))) return null
  const target = each(row)[0]
  const one = target === undefined ? 0 : target >> 3
  const noun = one === 0 ? undefined : nounIn(reading.lexicon, phrase.nouns, one)
  if (noun === undefined) return null
  const between = reading.text.slice(token.from, phrase.head.from)
  const strong = !is.weak && adjectives.length > 0
  const first = strong ? written(reading, free(phrase), one, false) : between + capitalLike(phrase.head.text, noun)
  if (first === undefined) return null
  return found(phrase, [first, ...alternatives(phrase, between)], endingSaid(phrase, noun))
} // prettier-ignore

function alternatives({ determiner, head, adjectives, cells }: NounPhrase, between: string): string[] {
  if (determiner === null) return []
  const { token } = determiner
  const rest = between.slice(token.text.length).trimStart() + head.text
  if (/^(?:denna|denne|detta|dessa)$/u.test(token.lower)) {
    const pointing = cells & plural ? 'de här' : token.lower === 'detta' ? 'det här' : 'den här'
    return [`${capitalLike(token.text, pointing)} ${rest}`]
  }
  if (!/^(?:en|ett)$/u.test(token.lower)) return []
  const the = adjectives.length === 0 ? '' : cells & plural ? 'de ' : token.lower === 'ett' ? 'det ' : 'den '
  return [capitalLike(token.text, the + rest)]
} // prettier-ignore

/** Words that are more than determiners: `i vår`, `5 min`, `till dess`. */
function isPossible(reading: Reading, token: Token): boolean {
  const previous = before(reading, token)
  if (token.lower === 'vår') return !/^(?:i|till|denna|förra|nästa|varje)$/u.test(previous?.lower ?? '')
  if (token.lower === 'min') return previous?.kind !== 'number'
  if (token.lower === 'dess') return !/^(?:till|sedan|innan|intill|tills)$/u.test(previous?.lower ?? '')
  return true
}

const found = ({ determiner, head }: NounPhrase, fixes: readonly string[], message: Said): Found => ({
  from: determiner?.token.from ?? head.from,
  to: head.to,
  fixes,
  message,
})

const endingMissing = ({ determiner, head }: NounPhrase): Said => ({
  sv: `Efter ”${determiner?.token.lower}” ska ”${head.lower}” stå i bestämd form, då ingen som-sats följer.`,
  en: `After “${determiner?.token.lower}” the noun “${head.lower}” is definite, as no relative clause follows.`,
})

const endingSaid = ({ determiner, head }: NounPhrase, noun: string): Said => ({
  sv: `Efter ”${determiner?.token.lower}” står substantivet i obestämd form: ”${noun}”, inte ”${head.lower}”.`,
  en: `After “${determiner?.token.lower}” the noun is indefinite: “${noun}”, not “${head.lower}”.`,
})
