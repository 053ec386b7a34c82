/** Where a foreign form of a name is in its place: inside a longer name or a title, in a foreign phrase, as a person's name. */
import type { Reading, Token } from '../reading.ts'
import { sceneOf } from '../words/scene.ts'
import type { Mention } from './mentions.ts'
import { piecesIn } from './pieces.ts'
import { isKnownPlace } from './trie.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Small words of other languages: beside one, a name is part of a phrase in that language. */
const foreignWords = words(
  `the of and from at in on upon for to with by der die das des dem und von vom zu zum zur für im aus bei la le les du
 de d et di del della e y el los las og af til`,
)
/** Of these, Swedish has those too that stand after a name: `i Germany at`. */
const swedishToo = words('die in du de for i om at av til er')

/** Where a form is a person's name too, only these tell that a place is meant. */
const inPlaces = words('i utanför kring runt genom inom')
/** In a text about Germany the place is likelier than the person. */
const toPlaces = words('till från mot via nära för')

/** Letters before the name of a town that make it a club's or a university's. */
const clubs = words(
  `fc sc tsv vfl vfb bsc hsv ac as ss fk bk if ik aik afc cf rb fsv ssv tus tu lmu fh eintracht borussia fortuna arminia hertha
 dynamo union vfr msv spvgg usc ehc erc alba sk sv rc olympique real atletico inter sporting rapid austria`,
)

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text)

/** An acronym of an authority or a party says nothing about the name beside it: `LKA Lower Saxony`. */
const isAcronym = ({ text, lower }: Token): boolean => /^\p{Lu}{2,5}$/u.test(text) && !clubs.has(lower)

/** A capital that belongs to a foreign name, and not to Swedish, to a place or to an acronym. */
function isForeignName(reading: Reading, token: Token | undefined, before: boolean): boolean {
  if (token?.kind !== 'word' || !isCapital(token)) return false
  if (clubs.has(token.lower)) return true
  if (isAcronym(token) || isKnownPlace(token.lower)) return false
  const word = reading.word(token)
  // a word that opens has a capital anyhow
  if (before && token.opens) return !word.common && !word.name && word.analyses.length === 0
  return !word.common || token.text.length < 6
}

interface Around {
  readonly before: Token | undefined
  readonly after: Token | undefined
}

function around(reading: Reading, mention: Mention): Around {
  const pieces = piecesIn(reading)
  const [first, last] = [pieces[mention.first]?.token ?? 0, pieces[mention.end - 1]?.token ?? 0]
  const sentence = reading.tokens[first]?.sentence
  const beside = (token: Token | undefined): Token | undefined => (token?.sentence === sentence ? token : undefined)
  return { before: beside(reading.tokens[first - 1]), after: beside(reading.tokens[last + 1]) }
}

const isForeignWord = (token: Token | undefined, before: boolean): boolean =>
  token !== undefined && foreignWords.has(token.lower) && (before || !swedishToo.has(token.lower))

/** `Lüneburg, Deutschland`: the country of a place, whatever stands after it. */
function afterPlace({ tokens }: Reading, before: Token | undefined): boolean {
  const place = before?.text === ',' ? tokens[before.index - 1] : undefined
  return place !== undefined && isKnownPlace(place.lower)
}

/** `Cologne Bonn Airport`: what comes after another place is what tells. */
function pastPlaces({ tokens }: Reading, after: Token): Token | undefined {
  const next = tokens[after.index + 1]
  return isKnownPlace(after.lower) && next?.spaced === true && next.sentence === after.sentence ? next : after
}

function isPlaced(reading: Reading, { names }: Mention, before: Token | undefined): boolean {
  if (before !== undefined && inPlaces.has(before.lower)) return true
  if (sceneOf(reading) !== 'german') return false
  // a region has no namesake but by surname: `Hermann Hesse`
  const region = names[0]?.kind === 'region' && !(before?.kind === 'word' && isCapital(before))
  return region || (before !== undefined && toPlaces.has(before.lower))
}

/** Has a foreign form of a place its reason? */
export function isAtHome(reading: Reading, mention: Mention): boolean {
  const { before, after } = around(reading, mention)
  if (mention.doubtful && !isPlaced(reading, mention, before)) return true
  if (afterPlace(reading, before)) return false
  const whole = mention.end - mention.first > 1
  if (!whole && (isForeignWord(before, true) || isForeignWord(after, false))) return true
  if (after?.spaced === true && isForeignName(reading, pastPlaces(reading, after), false)) return true
  if (mention.tail !== '' && reading.lexicon.word(mention.tail.slice(1)).analyses.length === 0) return true
  return isForeignName(reading, before, true) || (!whole && titled(before, after))
}

const quotes = /^["“”„»«]$/

/** Alone between quotation marks: the title of a film or a song. */
const titled = (before: Token | undefined, after: Token | undefined): boolean =>
  before !== undefined && after !== undefined && quotes.test(before.text) && quotes.test(after.text)

/** Letters at the beginning of a Swedish name that tell it: `förbundsd` of the förbundsdagen. */
const telling = 9

const joins = /^[,(–—-]$/

/** Does the Swedish name stand beside it, as in `Tysklands förbundsdag, Bundestag,` or `Landeskriminalamt, delstatens kriminalpolis`? */
function isApposition({ tokens }: Reading, { before, after }: Around, mention: Mention): boolean {
  const beginnings = mention.names.flatMap(({ right }) => right.map(({ text }) => text.slice(0, telling).toLowerCase()))
  const stands = (from: number, to: number, least: number): boolean =>
    tokens
      .slice(Math.max(0, from), to)
      .some(({ lower }) => beginnings.some(b => b.length >= least && lower.startsWith(b)))
  if (before !== undefined && joins.test(before.text) && stands(before.index - 3, before.index, 1)) return true
  // after it, an acronym explains nothing: `(CEPOL)`
  return after !== undefined && joins.test(after.text) && stands(after.index + 1, after.index + 4, telling)
}

const longestAcronym = 4

/** Letters that are no acronym here, or begin a longer name: `Un`, `UN Women`. */
function isOtherAcronym({ text }: Reading, { from, to }: Mention, after: Token | undefined): boolean {
  const written = text.slice(from, to).replace(/:s$/, '')
  if (written.length > longestAcronym) return false
  return written !== written.toUpperCase() || (after?.spaced === true && isCapital(after))
}

/** Is the name of an authority part of a longer one, the explanation of the Swedish one, or another country's? */
export function isExplained(reading: Reading, mention: Mention): boolean {
  const { before, after } = around(reading, mention)
  if ((before?.text === '(' && after?.text === ')') || isApposition(reading, { before, after }, mention)) return true
  if (mention.doubtful && sceneOf(reading) !== 'german') return true
  if (mention.end - mention.first === 1) return isOtherAcronym(reading, mention, after)
  return after?.lower === 'of' || (before?.kind === 'word' && isCapital(before) && !before.opens && !isAcronym(before))
}

/** Words that are common Swedish all of them, without a capital that says anything: `svarta skogar`, `norra Irland`. */
export function isPlain(reading: Reading, mention: Mention): boolean {
  const written = reading.text.slice(mention.from, mention.to)
  if (mention.loose && (mention.opens || !/^\p{Lu}/u.test(written))) return true
  if (!mention.small && !mention.opens) return false
  const parts = piecesIn(reading).slice(mention.first, mention.end)
  const later = reading.text.slice(parts[0]?.to ?? mention.from, mention.to)
  return !/\p{Lu}/u.test(later) && parts.every(({ text }) => reading.lexicon.word(text).common)
}
