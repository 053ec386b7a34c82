import type { Check } from './check.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Reading, Token } from './reading.ts'
import { compoundFixes } from './untranslated/compound-fix.ts'
import { wordFixes } from './untranslated/fixes.ts'
import { capitalLike } from './words/capital.ts'
import { isProse } from './words/prose.ts'
import { quoted } from './words/quoted.ts'

/** Shorter words fall apart by chance; longer ones are none. */
const shortest = 8
const longest = 60
/** How frequent each part must be in Norwegian, and how rare in Swedish that which tells. */
const leastThere = 3.2
const mostHere = 2.6

const isWord = ({ text, lower, opens }: Token): boolean =>
  /^[\p{L}\p{M}]+$/u.test(text) && (text === lower || (opens && text.slice(1) === lower.slice(1)))

/** Its parts, where all are Norwegian and one at least is not Swedish; undefined else. */
function norwegianParts(text: string, lexicon: Lexicon): readonly string[] | undefined {
  const apart = lexicon.abroad(text, 'nb')
  if (apart === null || apart.rarest < leastThere) return undefined
  const foreign = apart.parts.filter(part => {
    const word = lexicon.word(part)
    return part.length > 3 && !word.common && !word.name && word.zipf('sv') < mostHere
  })
  return foreign.length > 0 ? apart.parts : undefined
}

/** What Swedish could have made too is left, but for letters that it does not write. */
const couldBeSwedish = ({ lexicon }: Reading, { lower }: Token): boolean =>
  !/[æø]/.test(lower) && lexicon.loosely(lower)?.parts.length === 2

const candidate = (reading: Reading, token: Token): boolean => {
  if (token.kind !== 'word' || token.text.length < shortest || token.text.length > longest || !isWord(token))
    return false
  const word = reading.word(token)
  return (
    !word.common && !word.name && word.compound === null && word.zipf('sv') === 0 && !couldBeSwedish(reading, token)
  )
}

function fixesOf(token: Token, parts: readonly string[], lexicon: Lexicon): readonly string[] {
  const whole = wordFixes(token, 'nb', lexicon)
  if (whole.length > 0) return whole
  return compoundFixes(parts, lexicon).map(text => capitalLike(token.text, text))
}

export const untranslatedCompound: Check = {
  id: 'untranslated-compound',
  family: 'untranslated',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.88,
  title: { sv: 'Oöversatt norsk sammansättning', en: 'Untranslated Norwegian compound' },
  why: {
    sv: 'Norskan och danskan bildar sammansatta ord som svenskan, men av sina egna ord. En maskin som inte har ordet i sin lista låter det stå.',
    en: 'Norwegian and Danish make compounds as Swedish does, but of their own words. A machine that has not got the word in its list leaves it standing.',
  },
  examples: [
    'De mötte [seriemesteren] i går.',
    '[Kommunestyret→Kommunfullmäktige] ska ta ett beslut.',
    'Golflegenden slog en vinststräcka.',
    'Kommunstyrelsen ska ta ett beslut.',
  ],
  *find(reading) {
    const inQuotes = quoted(reading)
    for (const token of reading.tokens) {
      if (!candidate(reading, token) || inQuotes[token.index] === 1 || !isProse(reading, token)) continue
      const parts = norwegianParts(token.lower, reading.lexicon)
      if (parts === undefined) continue
      yield {
        from: token.from,
        to: token.to,
        fixes: fixesOf(token, parts, reading.lexicon),
        message: {
          sv: `”${token.text}” är norska (${parts.join(' + ')}) och står oöversatt.`,
          en: `“${token.text}” is Norwegian (${parts.join(' + ')}) and left untranslated.`,
        },
      }
    }
  },
}
