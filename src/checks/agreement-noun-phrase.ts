import type { Check, Found, Said } from './check.ts'
import {
  adjectiveStands,
  definite,
  each,
  indefinite,
  neuter,
  plural,
  stands,
  utrum,
  type Cells,
} from './grammar/cells.ts'
import { after, before, belongs, isFirst, isPreposition, mayBeFinite } from './grammar/context.ts'
import { determiners, isA, type Determiner } from './grammar/function-words.ts'
import { genitiveAt } from './grammar/genitive.ts'
import { nounIn, written } from './grammar/inflect.ts'
import { agreeing, disagreeing, isSureHead, mayGoOn, phrasesFrom, type NounPhrase } from './grammar/noun-phrase.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const agreementNounPhrase: Check = {
  id: 'agreement-noun-phrase',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: {
    sv: 'Artikel, adjektiv och substantiv stämmer inte överens',
    en: 'Article, adjective and noun do not agree',
  },
  why: {
    sv: 'Artikel och adjektiv rättar sig efter substantivets genus och numerus: en stor bil, ett stort hus, stora hus. I sammansättningar är det sista leden som avgör (Svenska Akademiens grammatik; genus enligt SAOL).',
    en: 'Article and adjective follow the gender and number of the noun: en stor bil, ett stort hus, stora hus. In a compound its last part decides (Svenska Akademiens grammatik; genders by SAOL).',
  },
  examples: [
    'LKA stärker säkerheten: [Internationell delegationsbesök→Internationellt delegationsbesök]!',
    'Undersökningen handlar om [sexuell trakasserier→sexuella trakasserier].',
    'Polisen hittade [en hus→ett hus] och [ett bil→en bil].',
    'De bor i [ett stor hus→ett stort hus] och har [en nytt bil→en ny bil].',
    'Det är [en mycket stort problem→ett mycket stort problem] för kommunen.',
    'Staden har [flera stor projekt→flera stora projekt].',
    'Han uttalar det som [en «uh» ljud→ett «uh»-ljud].',
    'Efter [detta olycka→denna olycka] stängdes vägen.',
    'Hon besökte [polisens ny huvudkontor→polisens nya huvudkontor] och [hans stor bil→hans stora bil] stod där.',
    'De såg [två polis→två poliser] på platsen.',
    'I [den stora huset→det stora huset] bor ingen.',
    'Hon älskar [sin barn→sitt barn|sina barn].',
    'Han är en internationellt känd artist i ett ovanligt stort sammanhang.',
    'En hel del hus, ett par bilar, ett slags bil, en sorts hus, ett antal bilar och ett flertal personer.',
    'Det gör det möjligt för politiker att ge alla barn en ny chans.',
    'Ett lands regering och en bils motor. En av husen. Ett av barnen. En till.',
    'Är det verkligen polisen? Då blir det match, och det är stor skillnad.',
    'Sin egen bil och hans eget hus, den tionde juni, de allra flesta länder.',
    'Mannen är misstänkt för brott. Tyvärr finns säkert plats. De dömdes snabbt.',
    'Inrikes- och utrikespolitiken, en röd och en grön bil, ett rött eller grönt hus.',
  ],
  *find(reading) {
    let done = -1
    for (const token of reading.tokens) {
      if (token.index <= done || token.kind !== 'word') continue
      const found = findAt(reading, token)
      if (found === null) continue
      yield found.found
      done = found.last
    }
  },
}

interface At {
  readonly found: Found
  readonly last: number
}

const counted: Determiner = { cells: plural, weak: false, noun: 'either', alone: false }

function findAt(reading: Reading, token: Token): At | null {
  const isTitle = /^\p{Lu}/u.test(token.text) && !token.opens
  const is =
    (isTitle ? undefined : determiners.get(token.lower)) ??
    (isA('number', token.lower) && token.lower !== 'sex' ? counted : genitiveAt(reading, token))
  if (is !== undefined) return withDeterminer(reading, token, is) ?? quoted(reading, token, is)
  return isTitle ? null : bare(reading, token)
}

/** Labels count on: `kapitel två`, `klockan tre`. */
const label = /^(?:kl|klockan|nummer|nr|kapitel|del|steg|punkt|etapp|sida|sidan|typ|klass|fas|vid|omgång|över|halv)$/

function withDeterminer(reading: Reading, token: Token, is: Determiner): At | null {
  const previous = before(reading, token)
  if (is === counted && (previous?.kind === 'number' || label.test(previous?.lower ?? ''))) return null
  // after a preposition a relative pronoun: `på vilket datorn …`
  if (/^vilk/u.test(token.lower) && !isFirst(reading, token)) return null
  const phrases = phrasesFrom(reading, token.index + (isThisHere(reading, token) ? 2 : 1), { token, is })
  const last = phrases.at(-1)
  if (last === undefined || phrases.some(phrase => agreeing(reading, phrase) !== 0)) return null
  const possible = last.cells & is.cells
  const allowed = is.noun === 'either' ? 63 : is.noun === 'definite' ? definite : indefinite
  // what clashes in definiteness alone is another check's
  if (possible !== 0 && (possible & allowed) === 0) return null
  if (!isSureHead(reading, last) || mayGoOn(reading, last)) return null
  // `ett naturens under`
  if (last.nouns.some(({ tags }) => has(tags, tag.genitive | tag.definite)) && is.noun === 'indefinite') return null
  if (!isBound(reading, token, is, last)) return null
  if (is.cells === plural && (last.cells & plural) === 0 && !isCountable(reading, last)) return null
  return possible === 0
    ? wrongDeterminer(reading, last, token)
    : wrongAdjective(reading, last, token, possible & allowed)
}

/** `den här bilen` */
const isThisHere = (reading: Reading, token: Token): boolean =>
  /^d(?:en|et|e)$/u.test(token.lower) && /^(?:här|där)$/u.test(after(reading, token)?.lower ?? '')

const adverbs = new Set(['något', 'dess'])
const quantifier = /^(?:flera|många|åtskilliga|samtliga|vissa)$/u

function isBound(reading: Reading, token: Token, is: Determiner, { adjectives, cells }: NounPhrase): boolean {
  const previous = before(reading, token)
  if (token.lower === 'vår' && /^(?:i|till|denna|förra|nästa|varje)$/.test(previous?.lower ?? '')) return false
  if (token.lower === 'min' && previous?.kind === 'number') return false
  if (token.lower === 'dess' && /^(?:till|sedan|innan|intill|tills)$/.test(previous?.lower ?? '')) return false
  if (token.lower === 'något' && adjectives.length > 0) return false
  if (is.alone && mayBeFinite(reading, after(reading, token)) && !isPreposition(previous)) return false
  if (!is.alone || belongs(reading, token)) return true
  if (quantifier.test(token.lower)) return adjectives.length > 0 && (cells & plural) !== 0
  // `ger den stora möjligheter`: only one that is definite, after a weak adjective, is surely its noun
  return is.weak && !adverbs.has(token.lower) && adjectives.length > 0 && (cells & ~definite) === 0 && /^de/u.test(token.lower) &&
    adjectives.every(adjective => adjectiveStands(reading.word(adjective).analyses) === (stands.plural | stands.weak))
} // prettier-ignore

const isCountable = ({ lexicon }: Reading, { nouns, cells }: NounPhrase): boolean => {
  const several = nounIn(lexicon, nouns, plural & (cells & definite ? definite : indefinite))
  return several !== undefined
}

/** Where to write the phrase: the first fits best. */
function targets(phrase: NounPhrase, token: Token): Cells[] {
  const { cells } = phrase
  const is = phrase.determiner?.is
  const wantsDefinite = is?.noun === 'definite'
  const row = wantsDefinite ? definite : cells & indefinite ? indefinite : definite
  const one = each(cells & row).concat(each(cells & ~row))
  if (is?.cells === plural && (cells & plural) === 0) {
    const many = plural & (cells & definite ? definite : indefinite)
    return /^(?:de|dessa|mina|dina|sina|våra|era|inga|några)$/u.test(token.lower) ? [...one, many] : [many]
  }
  if (/^(?:en|ett|varje|varenda|vartenda)$/u.test(token.lower) && (cells & ~plural) === 0)
    return [utrum & indefinite, neuter & indefinite]
  return one
}

function wrongDeterminer(reading: Reading, phrase: NounPhrase, token: Token): At | null {
  const fixes = targets(phrase, token)
    .map(one => written(reading, phrase, one, phrase.determiner?.is.weak ?? false))
    .filter(fix => fix !== undefined)
  if (fixes.length === 0) return null
  return at(phrase, [...new Set(fixes)], genderOf(phrase, token))
}

const genderOf = ({ head, cells, determiner }: NounPhrase, token: Token): Said => {
  const kind =
    (cells & ~plural) === 0
      ? { sv: 'står i pluralis', en: 'is a plural' }
      : determiner?.is.cells === plural
        ? { sv: 'står i singularis', en: 'is a singular' }
        : cells & neuter
          ? { sv: 'är neutrum (ett-ord)', en: 'is neuter (ett)' }
          : { sv: 'är utrum (en-ord)', en: 'is of common gender (en)' }
  return {
    sv: `”${token.lower}” passar inte: ”${head.lower}” ${kind.sv}.`,
    en: `“${token.lower}” does not fit: “${head.lower}” ${kind.en}.`,
  }
}

function wrongAdjective(reading: Reading, phrase: NounPhrase, token: Token, possible: Cells): At | null {
  const weak = phrase.determiner?.is.weak ?? false
  const best = each(possible).toSorted(
    (a, b) => disagreeing(reading, phrase, a, weak).length - disagreeing(reading, phrase, b, weak).length,
  )[0]
  if (best === undefined) return null
  const wrong = disagreeing(reading, phrase, best, weak)
  const [first] = wrong
  if (first === undefined || !wrong.every(adjective => isAdjective(reading, adjective))) return null
  // `såg den plötsligt mannen`: a neuter after a pronoun may be an adverb
  if (phrase.determiner?.is.alone && !belongs(reading, token) && wrong.some(w => /t$/u.test(w.lower))) return null
  const fix = written(reading, phrase, best, weak)
  if (fix === undefined) return null
  return at(phrase, [fix], adjectiveSaid(first, phrase))
}

const adjectiveSaid = (adjective: Token, { head }: NounPhrase): Said => ({
  sv: `”${adjective.lower}” ska böjas efter ”${head.lower}”.`,
  en: `“${adjective.lower}” does not agree with “${head.lower}”.`,
})

/** Can it be read as an adjective alone? */
const isAdjective = (reading: Reading, token: Token): boolean =>
  reading
    .word(token)
    .analyses.every(({ tags }) => has(tags, tag.adjective) || (tags & (tag.name | tag.imperative | tag.supine)) !== 0)

const at = (phrase: NounPhrase, fixes: readonly string[], message: Said): At => {
  const first = phrase.determiner?.token ?? phrase.adjectives[0] ?? phrase.head
  return { found: { from: first.from, to: phrase.head.to, fixes, message }, last: phrase.head.index }
}

/** `en «uh» ljud`: what is quoted is part of the noun. */
function quoted(reading: Reading, token: Token, is: Determiner): At | null {
  const { tokens } = reading
  const open = after(reading, token)
  if (is.alone || is === counted || open === undefined || !/^["”“„«»’']$/u.test(open.text)) return null
  let close = open.index + 2
  while (close <= open.index + 4 && !/^["”“„«»’']$/u.test(tokens[close]?.text ?? '')) close++
  const head = tokens[close + 1]
  if (!/^["”“„«»’']$/u.test(tokens[close]?.text ?? '') || head?.sentence !== token.sentence) return null
  const phrase = phrasesFrom(reading, head.index, { token, is }).find(each => each.head === head)
  if (phrase === undefined || (phrase.cells & is.cells) !== 0 || !isSureHead(reading, phrase)) return null
  if (mayGoOn(reading, phrase)) return null
  const [one = 0] = targets(phrase, token)
  const fixed = written(reading, { ...phrase, determiner: { token, is } }, one, false)
  if (fixed === undefined) return null
  const article = fixed.split(' ')[0] ?? ''
  const between = reading.text.slice(token.to, tokens[close]?.to)
  return at(phrase, [`${article}${between}-${head.text}`], genderOf(phrase, token))
}

/** Adjectives that take an object: `värd pengar`, `skyldig bolaget`. */
const transitive =
  /^(?:värd|skyldig|trogen|otrogen|lik|olik|full|mäktig|vuxen|kvitt|underlägsen|överlägsen|tacksam|närliggande|van|trött|säker|medveten|bekant|främmande|behjälplig|jämbördig|underställd|given|lång|bred|hög|djup|tjock)$/u
const adverbial =
  /^(?:nytt|fullt|gott|ont|allmänt|stort|övrigt|fritt|tidigt|sent|smått|kort|direkt|snabbt|högt|lågt|lätt|visst|rent|fast|vanligt|möjligt|annat)$/u

/** An adjective and a noun without a determiner: `sexuell trakasserier`. */
function bare(reading: Reading, token: Token): At | null {
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

function mayBegin(reading: Reading, token: Token, previous: Token | undefined): boolean {
  if (isFirst(reading, token) || token.opens || isPreposition(previous)) return true
  return (
    previous !== undefined && /^(?:om|för|och|eller|som|utan)$/u.test(previous.lower) && !nearCopula(reading, token)
  )
}

const nearCopula = (reading: Reading, token: Token): boolean =>
  [1, 2, 3, 4, 5].some(back => {
    const other = reading.tokens[token.index - back]
    return other?.sentence === token.sentence && isA('copula', other.lower)
  })
