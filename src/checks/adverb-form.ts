import type { Check, Found } from './check.ts'
import { adjectiveStands, cell, stands } from './grammar/cells.ts'
import { after } from './grammar/context.ts'
import { isA } from './grammar/function-words.ts'
import { adjectiveBeside } from './grammar/inflect.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const adverbForm: Check = {
  id: 'adverb-form',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.87,
  title: { sv: 'Adjektiv i stället för adverb', en: 'An adjective for an adverb' },
  why: {
    sv: 'Adverb som bestämmer ett adjektiv eller particip slutar på -t: allvarligt skadad, politiskt känslig. Formen utan -t är norsk, dansk eller tysk (Svenska Akademiens grammatik).',
    en: 'An adverb that modifies an adjective or a participle ends in -t: allvarligt skadad, politiskt känslig. Without it the form is Norwegian, Danish or German (Svenska Akademiens grammatik).',
  },
  examples: [
    'Mannen blev [allvarlig→allvarligt] skadad i olyckan.',
    'Frågan är [politisk→politiskt] känslig.',
    'Vägen är [tillfällig→tillfälligt] avstängd.',
    'Mannen är allvarligt skadad. Han är en vanlig utbildad lärare.',
    'Det är svensk handboll. Hon är politisk flykting och blev svensk mästare.',
    'Staten är ensam ansvarig.',
    'Han är trött, glad och rolig. Den är lätt rostad.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = isA('copula', token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

function findAt(reading: Reading, copula: Token): Found | null {
  let adverb = after(reading, copula)
  if (adverb !== undefined && (isA('middle', adverb.lower) || isA('degree', adverb.lower))) adverb = after(reading, adverb)
  if (adverb?.kind !== 'word' || !/^\p{Ll}+(?:ig|isk|ell|sam|bar|mässig)$/u.test(adverb.text) || adverb.lower === 'ensam') return null
  const adjective = after(reading, adverb)
  if (adjective?.kind !== 'word' || !isOnly(reading, adverb, stands.utrum) || !isOnly(reading, adjective)) return null
  if (isA('copula', adjective.lower) || isA('place', adjective.lower) || isA('degree', adjective.lower)) return null
  const next = after(reading, adjective)
  const ends = next === undefined || next.kind === 'sign' || isA('preposition', next.lower) || /^(?:och|men|eller|att|när)$/u.test(next.lower)
  const fix = ends ? adjectiveBeside(reading, adverb, cell.neuterIndefinite, false) : undefined
  return fix === undefined
    ? null
    : {
        from: adverb.from,
        to: adverb.to,
        fixes: [fix],
        message: {
          sv: `”${adverb.lower}” bestämmer ”${adjective.lower}” och är då ett adverb: ”${fix}”.`,
          en: `“${adverb.lower}” modifies “${adjective.lower}”, and is an adverb then: “${fix}”.`,
        },
      }
} // prettier-ignore

/** Is it nothing but an adjective, of one form where that is asked for? */
function isOnly(reading: Reading, token: Token, form = 0): boolean {
  const { analyses } = reading.word(token)
  const forms = adjectiveStands(analyses)
  const sure = analyses.every(({ tags }) => has(tags, tag.adjective) || (tags & (tag.imperative | tag.supine | tag.name)) !== 0)
  return sure && forms !== 0 && (form === 0 || forms === form)
} // prettier-ignore
