import type { Check, Found } from './check.ts'
import { readRows } from './data/read.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { capitalLike } from './words/capital.ts'

/** What may stand between: `vill inte bli`, `vill därför bara påskynda`. */
const adverbs = new Set(
  'inte aldrig alltid också även bara därför då dock emellertid fortfarande heller knappast kanske nog nu ofta sannolikt snart troligen väl säkert antagligen förmodligen dessutom ändå åter igen först hädanefter'.split(
    ' ',
  ),
)
const mostAdverbs = 3

/** What happens to things, and is not willed: with `det` before, a subject without a will is certain. */
const impersonal = new Set(
  'kosta innebära betyda krävas dröja ske hända regna snöa blåsa framgå finnas behövas bero löna råda uppstå vara bli ta'.split(
    ' ',
  ),
)
/** Of these the rest must say that it is no one's: `det vill vara bra`, but `partiet: det vill vara med`. */
const needsSubject = new Set('vara bli ta'.split(' '))
const judged = new Set(
  'svårt lätt lättare svårare bättre sämre möjligt omöjligt naivt dyrt dyrare viktigt nödvändigt fel rätt bra intressant tid kallt varmt naturligt orimligt oansvarigt farligt problem klart en ett mycket'.split(
    ' ',
  ),
)

const degrees = new Set('ännu mycket lite väldigt helt rätt så alltför'.split(' '))
/** With `vad som` before. */
const happens = new Set('bli hända ske komma krävas behövas'.split(' '))

/** A thing with an aim `vill visa`; what it does without an aim is the future. */
const unwilled = new Set(
  `bli vara ha få ta innebära betyda kosta leda medföra orsaka öka minska kräva fortsätta påverka ske börja starta sluta inkludera omfatta
  bestå ingå drabba gälla träda stiga sjunka falla växa krympa variera dröja finnas förändras försvinna upphöra innehålla utgöra ligga
  uppstå utvecklas genomföras påverkas försenas avslutas inledas byggas stängas öppnas krävas behövas bidra resultera räcka hålla vara
  underlätta försvåra hindra hjälpa möjliggöra pågå äga komma gå kunna tvinga ge skapa`
    .split(/\s+/u)
    .filter(word => word !== ''),
)

/** What has an aim wants this too: `reformen vill öka rörligheten`. */
const purposes = new Set(
  'ha få ge skapa öka minska påverka hindra hjälpa underlätta försvåra möjliggöra bidra tvinga hålla vara'.split(' '),
)
const withAim = new Set(
  'reform förslag lagstiftning plan beslut förbud projekt program strategi budget direktiv förordning'.split(' '),
)

let nouns: ReadonlySet<string> | undefined
const inanimate = (): ReadonlySet<string> =>
  (nouns ??= new Set(readRows('inanimate.txt').flatMap(([line = '']) => line.split(/\s+/u))))

/** Shorter last parts are parts of anything: `festival`, `personal`. */
const shortestPart = 4

/** Is a word, or the last part of one, on a list? */
function endsIn(lemma: string, list: ReadonlySet<string>): boolean {
  if (list.has(lemma)) return true
  for (let i = 2; i <= lemma.length - shortestPart; i++) if (list.has(lemma.slice(i))) return true
  return false
}

const lemmasOf = (lexicon: Lexicon, { lower }: Token): readonly string[] =>
  lexicon
    .word(lower)
    .analyses.filter(({ tags }) => has(tags, tag.noun | tag.definite) && !has(tags, tag.genitive))
    .map(({ lemma }) => lemma)

function isFutureOf(lexicon: Lexicon, subject: Token, verb: Token): boolean {
  if (!unwilled.has(verb.lower)) return false
  const lemmas = lemmasOf(lexicon, subject)
  if (lemmas.some(lemma => endsIn(lemma, inanimate()) || endsLikeThing(lemma))) return true
  return !purposes.has(verb.lower) && lemmas.some(lemma => endsIn(lemma, withAim))
}

/** Abstract nouns by their ending, but for those that stand for people. */
const abstract = /(?:het|ande|ende|ering|ism|tur)$/u
const people =
  /(?:regering|myndighet|minoritet|mänsklighet|styrande|ordförande|studerande|boende|gående|anhörig|ende|sökande|deltagande|allmänhet|enhet)$/u
const endsLikeThing = (lemma: string): boolean => abstract.test(lemma) && !people.test(lemma)

export const willFuture: Check = {
  id: 'will-future',
  family: 'calques',
  category: 'accuracy/mistranslation',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: '”Vill” om framtiden', en: '“Vill” for the future' },
  why: {
    sv: 'Det som saknar egen vilja kan inte vilja något: norskans och danskans ”vil”, engelskans ”will”, heter ”kommer att” eller ”ska” på svenska (Svenska Akademiens grammatik).',
    en: 'What has no will of its own cannot want anything: Norwegian and Danish “vil”, English “will”, is “kommer att” or “ska” in Swedish (Svenska Akademiens grammatik).',
  },
  examples: [
    'Lagstiftningen [vill inkludera→kommer att inkludera] andra ändringar.',
    'Priserna [vill inte stiga→kommer inte att stiga] i år.',
    'Det [vill kosta→kommer att kosta] flera miljoner.',
    'Det [vill bli→kommer att bli] svårt att hinna.',
    'Temperaturen [vill därför ligga→kommer därför att ligga] kring noll.',
    'Regeringen vill inkludera fler.',
    'Det vill säga att han är borta.',
    'Dessutom [vill priserna stiga→kommer priserna att stiga].',
    'Då [vill det bli→kommer det att bli] ännu svårare.',
    'Partiet säger att det vill bli störst.',
    'Det vill partiet ha ett svar på.',
    'Utställningen vill visa hur det var.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      if (token.lower !== 'vill') continue
      const found = straight(reading, token) ?? inverted(reading, token)
      if (found !== undefined) yield found
    }
  },
}

const isInfinitive = (reading: Reading, token: Token): boolean =>
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.verb | tag.infinitive))

/** The infinitive after a place, over adverbs; undefined where there is none. */
function verbAfter(reading: Reading, at: number): Token | undefined {
  const { sentence } = reading.tokens[at] ?? {}
  for (let i = at + 1; i <= at + 1 + mostAdverbs; i++) {
    const token = reading.tokens[i]
    if (token === undefined || token.sentence !== sentence || token.kind !== 'word') return undefined
    if (!adverbs.has(token.lower)) return isInfinitive(reading, token) ? token : undefined
  }
  return undefined
}

/** The word before a place, over adverbs: `priserna inte vill stiga`. */
function wordBefore({ tokens }: Reading, at: number): Token | undefined {
  for (let i = at - 1; i >= at - 1 - mostAdverbs; i--) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== tokens[at]?.sentence || token.kind !== 'word') return undefined
    if (!adverbs.has(token.lower)) return token
  }
  return undefined
}

/** `Priserna vill inte stiga`, `att det vill kosta`. */
function straight(reading: Reading, vill: Token): Found | undefined {
  const verb = verbAfter(reading, vill.index)
  const subject = wordBefore(reading, vill.index)
  if (verb === undefined || subject === undefined || !isFuture(reading, subject, verb)) return undefined
  const between = reading.tokens.slice(vill.index + 1, verb.index)
  return finding(reading, vill, verb, between)
}

/** `Dessutom vill priserna stiga`, `då vill det bli svårt`. */
function inverted(reading: Reading, vill: Token): Found | undefined {
  const subject = reading.tokens[vill.index + 1]
  if (subject === undefined || subject.sentence !== vill.sentence || subject.kind !== 'word') return undefined
  const verb = verbAfter(reading, subject.index)
  if (verb === undefined || !isFuture(reading, subject, verb)) return undefined
  return finding(reading, vill, verb, reading.tokens.slice(vill.index + 1, verb.index))
}

function isFuture(reading: Reading, subject: Token, verb: Token): boolean {
  if (subject.lower === 'detta') return unwilled.has(verb.lower)
  if (subject.lower === 'som') return reading.tokens[subject.index - 1]?.lower === 'vad' && happens.has(verb.lower)
  if (subject.lower !== 'det') return isFutureOf(reading.lexicon, subject, verb)
  return impersonal.has(verb.lower) && (!needsSubject.has(verb.lower) || isJudged(reading, verb))
}

/** `vara svårt`, `bli ännu svårare` */
function isJudged({ tokens }: Reading, verb: Token): boolean {
  const [next, second] = [tokens[verb.index + 1], tokens[verb.index + 2]]
  const word = next !== undefined && degrees.has(next.lower) ? second : next
  return word !== undefined && judged.has(word.lower)
}

function finding({ text }: Reading, vill: Token, verb: Token, between: readonly Token[]): Found {
  return {
    from: vill.from,
    to: verb.to,
    fixes: [[capitalLike(vill.text, 'kommer'), ...between.map(token => token.text), 'att', verb.text].join(' ')],
    message: {
      sv: `”${text.slice(vill.from, verb.to)}”: det som saknar vilja ”kommer att” göra något.`,
      en: `“${text.slice(vill.from, verb.to)}”: what has no will “kommer att” do something.`,
    },
  }
}
