import type { Check } from './check.ts'
import { bareAt } from './grammar/bare-phrase.ts'
import { adjectiveStands, definite, indefinite, plural, stands } from './grammar/cells.ts'
import { after, before, belongs, isFirst, isPreposition, mayBeFinite } from './grammar/context.ts'
import { at, genderOf, targets, wrongAdjective, wrongDeterminer, type Disagreement } from './grammar/disagreement.ts'
import { determiners, isA, type Determiner } from './grammar/function-words.ts'
import { genitiveAt } from './grammar/genitive.ts'
import { nounIn, written } from './grammar/inflect.ts'
import { agreeing, isSureHead, mayGoOn, phrasesFrom, type NounPhrase } from './grammar/noun-phrase.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const agreementNounPhrase: Check = {
  id: 'agreement-noun-phrase',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.93,
  title: {
    sv: 'Artikel, adjektiv och substantiv stämmer inte överens',
    en: 'Article, adjective and noun do not agree',
  },
  why: {
    sv: 'Artikel och adjektiv rättar sig efter substantivets genus och numerus: en stor bil, ett stort hus, stora hus. I sammansättningar är det sista leden som avgör (Svenska Akademiens grammatik; genus enligt SAOL).',
    en: 'Article and adjective follow the gender and number of the noun: en stor bil, ett stort hus, stora hus. In a compound its last part decides (Svenska Akademiens grammatik; genders by SAOL).',
  },
  examples: [
    'LKA stärker säkerheten: [Internationell delegationsbesök→Internationellt delegationsbesök|Internationella delegationsbesök]!',
    'Undersökningen handlar om [sexuell trakasserier→sexuella trakasserier].',
    'Polisen hittade [en hus→ett hus] och [ett bil→en bil].',
    'De bor i [ett stor hus→ett stort hus] och har [en nytt bil→en ny bil].',
    'Det är [en mycket stort problem→ett mycket stort problem] för kommunen.',
    'Staden har [flera stor projekt→flera stora projekt].',
    'Han uttalar det som [en «uh» ljud→ett «uh»-ljud].',
    'Efter [detta olycka→denna olycka] stängdes vägen, och [en huset→ett hus] revs.',
    'Hon besökte [polisens ny huvudkontor→polisens nya huvudkontor] och [hans stor bil→hans stora bil] stod där.',
    'Kommunen har [stor problem→stort problem|stora problem] med [det digital infrastruktur→den digitala infrastrukturen].',
    'De såg [två polis→två poliser] på platsen.',
    'I [den stora huset→det stora huset] bor ingen.',
    'Hon älskar [sin barn→sitt barn|sina barn].',
    'Han är en internationellt känd artist i ett ovanligt stort sammanhang.',
    'En hel del hus, ett par bilar, ett slags bil, en sorts hus, ett antal bilar och ett flertal personer.',
    'Det gör det möjligt för politiker att ge alla barn en ny chans.',
    'Ett lands regering och en bils motor. En av husen. Ett av barnen. En till.',
    'Är det verkligen polisen? Då blir det match, och det är stor skillnad.',
    'Sin egen bil och hans eget hus, den tionde juni, de allra flesta länder.',
    'Den sökande och de boende. En misstänkt får vara häktad. Tre fjärdedels ersättning från det egendomen överläts.',
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

const counted: Determiner = { cells: plural, weak: false, noun: 'either', alone: false }

function findAt(reading: Reading, token: Token): Disagreement | null {
  const isTitle = /^\p{Lu}/u.test(token.text) && !token.opens
  const is =
    (isTitle ? undefined : determiners.get(token.lower)) ??
    (isA('number', token.lower) && token.lower !== 'sex' ? counted : genitiveAt(reading, token))
  if (is !== undefined) return withDeterminer(reading, token, is) ?? quoted(reading, token, is)
  return isTitle ? null : bareAt(reading, token)
}

/** Labels count on: `kapitel två`, `klockan tre`. */
const label = /^(?:kl|klockan|nummer|nr|kapitel|del|steg|punkt|etapp|sida|sidan|typ|klass|fas|vid|omgång|över|halv)$/

function withDeterminer(reading: Reading, token: Token, is: Determiner): Disagreement | null {
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
  // `tre fjärdedels ersättning`
  if (is === counted && last.nouns.some(({ tags }) => has(tags, tag.genitive))) return null
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

function isBound(reading: Reading, token: Token, is: Determiner, { adjectives, cells, head }: NounPhrase): boolean {
  const previous = before(reading, token)
  // `från det egendomen överläts`
  if (token.lower === 'det' && /^(?:från|till|intill|med|utan|genom)$/u.test(previous?.lower ?? '') && mayBeFinite(reading, after(reading, head))) return false
  // `de boende`, who are no dwelling
  if (/^de/u.test(token.lower) && adjectives.length === 0 && /[ae]nde$/u.test(head.lower)) return false
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

/** `en «uh» ljud`: what is quoted is part of the noun. */
function quoted(reading: Reading, token: Token, is: Determiner): Disagreement | null {
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
  const [one = 0] = targets(reading, phrase, token)
  const fixed = written(reading, { ...phrase, determiner: { token, is } }, one, false)
  if (fixed === undefined) return null
  const article = fixed.split(' ')[0] ?? ''
  const between = reading.text.slice(token.to, tokens[close]?.to)
  return at(phrase, [`${article}${between}-${head.text}`], genderOf(phrase, token))
}
