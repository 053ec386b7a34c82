/** `Bürger:innen`: the German sign for all genders, and what becomes of the ending behind it on the way to Swedish. */
import type { Check, Found, Said } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { has, tag } from './lexicon/tags.ts'

/** What `innen` is taken for: the preposition, the adverb, the adjective, in any language on the way. */
const surely = new Set(
  'innen inuti inside insides inombords invändigt invändig invändiga insidan insida insidor'.split(' '),
)
/** And what only a pause after it gives away: these are prepositions and adverbs of their own. */
const perhaps = new Set('inne inre inom inomhus'.split(' '))
/** In the singular the ending is `in`. */
const singular = new Set(['in', 'i'])

const signs = new Set([':', '*', '_', '/', '·', '•'])
const pauses = new Set(['.', ',', ';', '!', '?', ')', '”', '"', '»', '–', '…', undefined])
/** Words that no place inside anything is told with: `medborgare: inuti och` … */
const joins = new Set('och eller samt som men att när om för från med av till kan ska måste får vill inte'.split(' '))

/** Written together, or with a capital inside: `lärare:innen`, `LärareInnen`. */
const glued = /(?:[:’'-](?:innen|inuti|inne|inside)|:in|(?<=\p{Ll})(?:Innen|Inuti))$/u

/** `(m/w/d)` of job advertisements, as it comes from German or English. */
const letters = /\((?:[mwfkdxi]\s?[/|]\s?){2,3}[mwfkdxi]\)/g

/** What is in no dictionary may be German still: `Bürger: inuti`. */
function mayBeNoun(reading: Reading, token: Token): boolean {
  const { analyses } = reading.word(token)
  return analyses.length === 0 || analyses.some(({ tags }) => has(tags, tag.noun) || has(tags, tag.adjective))
}

const isNoun = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.noun))

/** Verbs of being somewhere, that `inuti` can stand before: `Besökare: inuti är det varmt`. */
const places = new Set(
  'är var finns fanns blir blev ligger låg står stod sitter satt syns hänger hängde väntar väntade'.split(' '),
)

/** Several people, and what they do: `passagerare: inuti attackerades`. */
function haveVerb(reading: Reading, people: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'word' || places.has(next.lower)) return false
  const { analyses } = reading.word(next)
  const finite = analyses.some(({ tags }) => has(tags, tag.verb) && (tags & (tag.past | tag.present)) !== 0)
  const noun = analyses.some(({ tags }) => has(tags, tag.noun))
  return finite && !noun && reading.word(people).analyses.some(({ tags }) => has(tags, tag.noun | tag.plural))
}

function endsNounPhrase(
  reading: Reading,
  [word, sign, ending, next]: readonly [Token, Token, Token, Token | undefined],
): boolean {
  const pause = next === undefined || next.sentence !== ending.sentence || pauses.has(next.text)
  const direct = !sign.spaced && !ending.spaced
  const goesOn = haveVerb(reading, word, next)
  if (surely.has(ending.lower))
    return sign.text !== ':' || ending.text === 'innen' || pause || goesOn || joins.has(next.lower)
  if (perhaps.has(ending.lower)) return (pause || goesOn) && sign.text !== '•' && (sign.text === ':' || direct)
  return pause && direct && sign.text !== '_' && sign.text !== '•'
}

const said = (ending: string): Said => ({
  sv: `”${ending}” är vad som blev av den tyska ändelsen ”:innen” (personer av alla kön). Stryk det.`,
  en: `“${ending}” is what became of the German ending “:innen” (people of all genders). Delete it.`,
})

export const genderColon: Check = {
  id: 'gender-colon',
  family: 'residue',
  category: 'accuracy/mistranslation',
  severity: 'major',
  confidence: 0.96,
  title: { sv: 'Rest av tysk genusform', en: 'Remains of a German gender form' },
  why: {
    sv: 'Tyskan skriver ”Bürger:innen”, ”Bürger*innen” eller ”BürgerInnen” för medborgare av alla kön. Maskinen översätter ändelsen ”innen” för sig, som ”inuti” eller ”inne”. Svenskan har inget tecken för det: stryk det.',
    en: 'German writes “Bürger:innen”, “Bürger*innen” or “BürgerInnen” for citizens of all genders. The machine translates the ending “innen” by itself, as “inside”. Swedish has no such sign: delete it.',
  },
  examples: [
    'Förslaget ska öka medborgarnas säkerhet[: inuti→].',
    'Alla patienter[: inuti→], anhöriga och läkare fick besked.',
    'Lärare[: inuti→] och elever[*innen→] strejkade.',
    'Många studenter[:innen→] kom dit.',
    'Kommunens invånare[/innen→] röstade, liksom alla väljare[ * inuti→].',
    'Vi söker en chef[:in→], gärna en ingenjör [(m/w/d)→].',
    'Medborgar[Innen→] fick säga sitt.',
    'Flera passagerare[: inuti→] attackerades, och skådespelare[: inne→] protesterade.',
    'Reglerna gäller alla kunder[: inne→].',
    'Så här gör du: inuti lådan ligger en nyckel. Tips till besökare: inuti är det varmt.',
    'De visste bara en sak: inom en timme skulle det regna.',
    'Personalen fick arbeta både ute/inne, och porten stod öppen in/ut.',
    'Klockan 12: inne i hallen var det mörkt.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens, text } = reading
    const found: Found[] = []
    for (const match of text.matchAll(letters))
      found.push({
        from: match.index,
        to: match.index + match[0].length,
        fixes: [''],
        message: {
          sv: `”${match[0]}” är tyska platsannonsers tecken för alla kön. Stryk det.`,
          en: `“${match[0]}” is how German job advertisements say all genders. Delete it.`,
        },
      })
    for (const token of tokens) {
      const ending = glued.exec(token.kind === 'word' ? token.text.slice(-12) : '')
      if (ending !== null && token.text.length > ending[0].length + 2)
        found.push({ from: token.to - ending[0].length, to: token.to, fixes: [''], message: said(ending[0]) })
      if (token.kind !== 'sign' || !signs.has(token.text)) continue
      const [word, after, next] = [tokens[token.index - 1], tokens[token.index + 1], tokens[token.index + 2]]
      if (word?.kind !== 'word' || word.text.length < 3 || after === undefined || after.from - word.to > 3) continue
      const known = surely.has(after.lower) || perhaps.has(after.lower) || singular.has(after.lower)
      if (!known || !endsNounPhrase(reading, [word, token, after, next])) continue
      // ute/inne
      if (token.text === '/' && !isNoun(reading, word)) continue
      if ((token.text !== '*' || singular.has(after.lower)) && after.lower !== 'innen' && !mayBeNoun(reading, word))
        continue
      found.push({ from: word.to, to: after.to, fixes: [''], message: said(text.slice(word.to, after.to).trim()) })
    }
    yield* found.sort((a, b) => a.from - b.from)
  },
}
