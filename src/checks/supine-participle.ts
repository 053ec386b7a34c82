import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

/** The forms of `vara` that a perfect cannot have, and the `ha` that it takes. */
const being = new Map([
  ['är', 'har'],
  ['var', 'hade'],
  ['vore', 'hade'],
  ['vara', 'ha'],
])
const becoming = new Set(['bli', 'blir', 'blev', 'blivit', 'varit'])

const adverbs = new Set('inte aldrig redan nu ännu också även bara nyligen dock därför så alltid ofta'.split(' '))

/** They have no participle that says what was done to something: what has come and gone. */
const happened = new Set(
  'blivit kommit gått stått försvunnit stigit sjunkit hunnit fallit avgått utgått övergått avvikit gripit ingått uppgått uppstigit frusit brunnit sprungit flugit rest funnits hänt uppstått tillkommit återkommit utkommit vuxit varit dött omkommit avlidit'.split(
    ' ',
  ),
)

export const supineParticiple: Check = {
  id: 'supine-participle',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'major',
  confidence: 0.9,
  title: { sv: 'Supinum efter ”är” eller ”blir”', en: 'Supine after “är” or “blir”' },
  why: {
    sv: 'Supinum på -it står bara efter ”har” och ”hade”. Efter ”är”, ”var” och ”blir” står particip: ”boken är skriven”; det som skett heter ”har kommit”, inte ”är kommit” som i norskan, danskan och tyskan (Svenska Akademiens grammatik).',
    en: 'The supine in -it only follows “har” and “hade”. After “är”, “var” and “blir” there is a participle: “boken är skriven”; what has happened is “har kommit”, not “är kommit” as in Norwegian, Danish and German (Svenska Akademiens grammatik).',
  },
  examples: [
    'Hon [är kommit→har kommit] hem.',
    'Frågan [är blivit→har blivit] större.',
    'Tåget [var redan gått→hade redan gått].',
    'Boken [är skrivit→är skriven] på tyska.',
    'Brevet [blev skrivit→blev skrivet] i går.',
    'Reglerna [blir inte brutit→blir inte brutna].',
    'Boken är skriven, och brevet är skrivet.',
    'Det är hon som skrivit boken.',
    'Han har varit här och blivit sedd.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const auxiliary = being.get(token.lower)
      if (auxiliary === undefined && !becoming.has(token.lower)) continue
      const supine = supineAfter(reading, token)
      if (supine !== undefined) yield finding(reading, token, supine, auxiliary)
    }
  },
}

/** Those of other endings that are no participle either. */
const others = new Set(['gått', 'fått', 'stått'])

/** A form in -it that is nothing but a supine. */
function supineAfter(reading: Reading, token: Token): Token | undefined {
  for (const i of [token.index + 1, token.index + 2]) {
    const next = reading.tokens[i]
    if (next === undefined || next.sentence !== token.sentence || next.kind !== 'word') return undefined
    const { analyses } = reading.word(next)
    if (
      (next.lower.endsWith('it') || others.has(next.lower)) &&
      analyses.length > 0 &&
      analyses.every(({ tags }) => has(tags, tag.verb | tag.supine))
    )
      return next
    if (!adverbs.has(next.lower)) return undefined
  }
  return undefined
}

function finding(reading: Reading, token: Token, supine: Token, auxiliary: string | undefined): Found {
  const between = reading.text.slice(token.to, supine.from)
  const participle = supine.text.replace(/it$/u, endingFor(reading, token))
  const fix =
    auxiliary !== undefined && happened.has(supine.lower)
      ? `${auxiliary}${between}${supine.text}`
      : `${token.text}${between}${participle}`
  const words = reading.text.slice(token.from, supine.to)
  return {
    from: token.from,
    to: supine.to,
    fixes: happened.has(supine.lower) && auxiliary === undefined ? [] : [fix],
    message: {
      sv: `”${words}”: ”${supine.text}” är supinum och står bara efter ”har” och ”hade”.`,
      en: `“${words}”: “${supine.text}” is a supine, which only follows “har” and “hade”.`,
    },
  }
}

/** The participle agrees with what stands before: `brevet är skrivet`, `reglerna är brutna`. */
function endingFor(reading: Reading, token: Token): string {
  const subject = reading.tokens[token.index - 1]
  if (subject === undefined || subject.sentence !== token.sentence) return 'en'
  if (subject.lower === 'det' || subject.lower === 'detta') return 'et'
  if (['de', 'dessa', 'vi', 'alla', 'många', 'båda', 'några', 'flera'].includes(subject.lower)) return 'na'
  const nouns = reading.word(subject).analyses.filter(({ tags }) => has(tags, tag.noun))
  const every = (wanted: number): boolean => nouns.length > 0 && nouns.every(({ tags }) => has(tags, wanted))
  return every(tag.plural) ? 'na' : every(tag.neuter) ? 'et' : 'en'
}
