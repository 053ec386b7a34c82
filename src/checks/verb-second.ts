import type { Check, Found, Said } from './check.ts'
import { isFinite, isFiniteAfter, isPreposition, mayBeFinite } from './grammar/context.ts'
import { frontLength, subjectAt, type Subject } from './grammar/clause.ts'
import { isA, lengthOf } from './grammar/function-words.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Sentence, Token } from './reading.ts'

export const verbSecond: Check = {
  id: 'verb-second',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Verbet står inte på andra plats', en: 'The verb is not in second place' },
  why: {
    sv: 'I en svensk huvudsats står det böjda verbet på andra plats: efter ett inledande adverbial kommer verbet före subjektet (I går grep polisen …), och adverbial som för närvarande, inte, ofta står efter verbet (Svenska Akademiens grammatik).',
    en: 'In a Swedish main clause the finite verb comes second: after an adverbial that begins the clause it precedes the subject (I går grep polisen …), and adverbials such as för närvarande, inte, ofta follow it (Svenska Akademiens grammatik).',
  },
  examples: [
    'I går [polisen grep→grep polisen] en man i Hannover.',
    '[Dessutom, han sa→Dessutom sa han] att det var bra.',
    'Därför [vi måste→måste vi] agera nu.',
    'På måndagen [regeringen presenterade→presenterade regeringen] sitt förslag.',
    '[Lüneburg för närvarande rapporterar→Lüneburg rapporterar för närvarande] om mötet.',
    '[Han ofta säger→Han säger ofta] samma sak.',
    'När polisen kom till platsen, [mannen flydde→flydde mannen] till fots.',
    'Efter mötet, [hon åkte→åkte hon] hem till familjen.',
    'I går grep polisen en man. Dessutom sa han det. Nu gäller det.',
    'Framför allt polisen har fått kritik. Tyvärr, han kommer inte.',
    'Polisen däremot säger att det är lugnt. Även kommunen vill bygga.',
    'Därför att vi måste. Kanske han kommer. Så vi gick hem.',
    'När han kom, de andra hade gått och ingen var kvar, förstod han.',
    'I det hus han byggde bor ingen. Sedan han flyttade är det tomt.',
    'Det är tre grytor, det vill säga en till. Samhället i dag är ett annat.',
    'I det vackra, kuperade landskapet ligger gården. På helgen bodde de hos mig, vi åkte på utflykt.',
    'De redan gripna männen nekar. I dag, sade hon, är en bra dag.',
  ],
  *find(reading) {
    for (const sentence of reading.sentences) {
      if (reading.paragraphs[sentence.paragraph]?.heading) continue
      const found = afterAdverbial(reading, sentence) ?? afterClause(reading, sentence) ?? between(reading, sentence)
      if (found !== null) yield found
    }
  },
}

/** Of these some may belong to the noun after them: `framför allt polisen har …`, `tidigare statsministern säger …`. */
const focusing =
  /^(?:tidigare|senare|särskilt|framför|framförallt|i synnerhet|bland annat|till exempel|vidare|normalt|just nu|i första hand|först och främst|ofta|förmodligen|sannolikt|möjligen|troligen|antagligen|egentligen|självklart|naturligtvis|enligt)/u
/** After these a comma, and no inversion, is how one speaks. */
const interjected =
  /^(?:naturligtvis|självklart|lyckligtvis|tydligen|uppenbarligen|egentligen|med andra ord|till exempel|nu|förmodligen|möjligen|i själva verket|normalt|alltså)/u

/** `I går polisen grep`, `Dessutom, han sa` */
function afterAdverbial(reading: Reading, { first, end }: Sentence): Found | null {
  const { tokens, text } = reading
  const start = tokens[first]
  const length = start?.opens ? frontLength(reading, first) : 0
  const last = tokens[first + length - 1]
  if (start === undefined || last === undefined || length === 0) return null
  const front = text.slice(start.from, last.to)
  const comma = tokens[first + length]?.text === ','
  if (comma && interjected.test(front.toLowerCase())) return null
  const at = first + length + (comma ? 1 : 0)
  const subject = at < end ? subjectAt(reading, at) : null
  if (subject === null || (subject.kind !== 'pronoun' && focusing.test(front.toLowerCase()))) return null
  const verb = tokens[at + subject.length]
  const firstOfSubject = tokens[at]
  if (verb === undefined || firstOfSubject === undefined || verb.index >= end) return null
  if (!isFiniteAfter(reading, verb, subject.kind === 'pronoun')) return null
  if (!comma) return swapped(reading, firstOfSubject, verb)
  const whole = text.slice(firstOfSubject.from, verb.from).trimEnd()
  return found(start, verb, `${front} ${verb.text} ${inside(whole, subject)}`)
}

const clausal = /^(?:när|eftersom|medan|innan|om|även|trots|efter|fastän|ifall|sedan)$/u

/** `När polisen kom, mannen flydde`, `Efter mötet, hon åkte`: of a sentence with one comma only */
function afterClause(reading: Reading, { first, end }: Sentence): Found | null {
  const { tokens } = reading
  const start = tokens[first]
  if (start === undefined || !(clausal.test(start.lower) || isPreposition(start))) return null
  const commas: number[] = []
  for (let i = first; i < end; i++) {
    const token = tokens[i]
    if (token?.text === ',') commas.push(i)
    else if (token?.kind === 'sign' && !/^[.!?%-]$/u.test(token.text)) return null
  }
  const [comma = 0] = commas
  if (commas.length !== 1 || comma - first < 2 || comma - first > 25) return null
  // a clause before the comma has its verb, and one only; a phrase has none, and ends in a noun
  const verbs = tokens.slice(first, comma).filter(token => mayBeFinite(reading, token) && isFiniteAfter(reading, token, true)).length
  const isClause = clausal.test(start.lower) && !(/^(?:efter|trots)$/u.test(start.lower) && tokens[first + 1]?.lower !== 'att')
  const last = tokens[comma - 1]
  if (last === undefined || (isClause ? verbs !== 1 : verbs > 0 || !mayEndPhrase(reading, last))) return null
  const subject = subjectAt(reading, comma + 1)
  if (subject === null || subject.kind === 'name') return null
  const firstOfSubject = tokens[comma + 1]
  const verb = tokens[comma + 1 + subject.length]
  if (verb === undefined || firstOfSubject === undefined || verb.index >= end) return null
  if (firstOfSubject.lower === 'det' && verb.lower === 'vill') return null
  return isFiniteAfter(reading, verb, subject.kind === 'pronoun') ? swapped(reading, firstOfSubject, verb) : null
} // prettier-ignore

const mayEndPhrase = (reading: Reading, token: Token): boolean =>
  token.kind === 'number' ||
  /^\p{Lu}/u.test(token.text) ||
  reading.word(token).analyses.some(({ tags }) => has(tags, tag.noun))

/** After a noun these may tell which: `samhället i dag är …`. */
const attributive = /^(?:nu|just nu|i ?dag|i ?går|för närvarande|för tillfället|ständigt|redan|samtidigt)$/u

/** `Lüneburg för närvarande rapporterar` */
function between(reading: Reading, { first, end }: Sentence): Found | null {
  const { tokens, text } = reading
  const start = tokens[first]
  const subject = subjectAt(reading, first)
  if (start === undefined || subject === null) return null
  const at = first + subject.length
  const length = lengthOf('middle', reading, at)
  const verb = tokens[at + length]
  const adverb = tokens[at]
  const last = tokens[at + length - 1]
  if (length === 0 || adverb === undefined || last === undefined || verb === undefined) return null
  if (verb.index >= end || !isFinite(reading, verb) || start.lower === 'vars') return null
  const who = text.slice(start.from, adverb.from).trimEnd()
  const how = text.slice(adverb.from, last.to)
  if (
    subject.kind === 'noun' &&
    attributive.test(how) &&
    (isA('copula', verb.lower) || /^ha(?:r|de)$/u.test(verb.lower))
  )
    return null
  return found(start, verb, `${who} ${verb.text} ${how}`, {
    sv: `I en huvudsats står ”${how}” efter verbet ”${verb.text}”.`,
    en: `In a main clause “${how}” follows the verb “${verb.text}”.`,
  })
}

const inside = (subject: string, { kind }: Subject): string =>
  kind === 'name' ? subject : subject.replace(/^\p{Lu}/u, letter => letter.toLowerCase())

const swapped = (reading: Reading, subject: Token, verb: Token): Found =>
  found(subject, verb, `${verb.text} ${reading.text.slice(subject.from, verb.from).trimEnd()}`)

const found = (from: Token, verb: Token, fix: string, message?: Said): Found => ({
  from: from.from,
  to: verb.to,
  fixes: [fix],
  message: message ?? {
    sv: `Verbet ”${verb.text}” ska stå före subjektet, då något annat inleder huvudsatsen.`,
    en: `The verb “${verb.text}” comes before the subject, as something else begins the main clause.`,
  },
})
