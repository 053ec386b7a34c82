import type { Check, Found } from './check.ts'
import { adjectiveStands } from './grammar/cells.ts'
import { after } from './grammar/context.ts'
import { verbAfter } from './grammar/verbs.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const supineForm: Check = {
  id: 'supine-form',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Supinum eller particip', en: 'Supine or participle' },
  why: {
    sv: 'Efter har och hade står supinum på -it (har skrivit), efter är och blir particip på -en, -et, -na (är skriven). Det norska och danska er blitt, er kommet är har blivit, har kommit (Svenska Akademiens grammatik).',
    en: 'After har and hade comes the supine in -it (har skrivit), after är and blir the participle in -en, -et, -na (är skriven). Norwegian and Danish er blitt, er kommet is har blivit, har kommit (Svenska Akademiens grammatik).',
  },
  examples: [
    'Priset [är blivit→har blivit] högre.',
    'Han [var redan kommit→hade redan kommit] hem.',
    'Boken är [skrivit→skriven|skrivet|skrivna] av en polis.',
    'Hon har [skrivet→skrivit] en bok.',
    'Det har blivit sent och boken är skriven. Han har skrivit brev.',
    'De har skrivet material. Det är målat i vitt.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = instead.has(token.lower)
        ? afterCopula(reading, token)
        : /^(?:har|hade)$/u.test(token.lower)
          ? afterHave(reading, token)
          : null
      if (found !== null) yield found
    }
  },
}

const instead: ReadonlyMap<string, string> = new Map([
  ['är', 'har'],
  ['var', 'hade'],
  ['blir', 'har'],
  ['blev', 'hade'],
])

/** Verbs that no object follows: of them only the perfect can be meant. */
const intransitive =
  /^(?:blivit|varit|kommit|gått|hänt|skett|vuxit|försvunnit|stigit|sjunkit|fallit|funnits|uppstått|omkommit|inträffat|återkommit|ankommit|utgått|framgått|bestått|kunnat|velat)$/u

function afterCopula(reading: Reading, copula: Token): Found | null {
  const verb = verbAfter(reading, copula, true)
  if (verb === undefined || !isSupine(reading, verb)) return null
  if (intransitive.test(verb.lower)) {
    const have = instead.get(copula.lower) ?? ''
    const fix = (/^\p{Lu}/u.test(copula.text) ? have.replace(/^h/u, 'H') : have) + reading.text.slice(copula.to, verb.to)
    return {
      from: copula.from,
      to: verb.to,
      fixes: [fix],
      message: {
        sv: `”${verb.lower}” är supinum och står efter ”${have}”, inte efter ”${copula.lower}”`,
        en: `“${verb.lower}” is a supine and follows “${have}”, not “${copula.lower}”`,
      },
    }
  }
  const fixes = participles(reading, verb)
  return fixes.length === 0
    ? null
    : {
        from: verb.from,
        to: verb.to,
        fixes,
        message: {
          sv: `Efter ”${copula.lower}” står participet: ”${fixes[0]}”, inte supinum ”${verb.lower}”`,
          en: `After “${copula.lower}” comes the participle, “${fixes[0]}”, not the supine “${verb.lower}”`,
        },
      }
} // prettier-ignore

const isSupine = (reading: Reading, token: Token): boolean => {
  const { analyses } = reading.word(token)
  return (
    /^\p{Ll}+t$/u.test(token.text) &&
    analyses.length > 0 &&
    analyses.every(({ tags }) => has(tags, tag.verb | tag.supine) && !has(tags, tag.passive))
  )
}

const participles = (reading: Reading, { lower }: Token): string[] =>
  ['en', 'et', 'na']
    .map(ending => lower.replace(/it$/u, ending))
    .filter(form => lower.endsWith('it') && adjectiveStands(reading.lexicon.word(form).analyses) !== 0)

/** `har skrivet`, with no noun after it */
function afterHave(reading: Reading, have: Token): Found | null {
  const verb = verbAfter(reading, have, true)
  if (verb === undefined || !/^\p{Ll}+et$/u.test(verb.text)) return null
  const { analyses } = reading.word(verb)
  if (analyses.length === 0 || !analyses.every(({ tags }) => has(tags, tag.adjective | tag.neuter))) return null
  const fix = verb.lower.replace(/et$/u, 'it')
  if (!reading.lexicon.word(fix).analyses.some(({ tags }) => has(tags, tag.supine))) return null
  const next = after(reading, verb)
  const noun = next?.kind === 'word' && reading.word(next).analyses.some(({ tags }) => has(tags, tag.noun | tag.neuter | tag.indefinite))
  return noun
    ? null
    : {
        from: verb.from,
        to: verb.to,
        fixes: [fix],
        message: {
          sv: `Efter ”${have.lower}” står supinum: ”${fix}”`,
          en: `After “${have.lower}” comes the supine: “${fix}”`,
        },
      }
} // prettier-ignore
