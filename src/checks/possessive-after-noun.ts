import type { Check, Found } from './check.ts'
import { adjectiveStands, cell, definite, nounCells, plural, type Cells } from './grammar/cells.ts'
import { after, before, isFiniteAfter, mayBeFinite } from './grammar/context.ts'
import { determinerBeside, determiners, isA } from './grammar/function-words.ts'
import { capitalLike, nounIn } from './grammar/inflect.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const possessiveAfterNoun: Check = {
  id: 'possessive-after-noun',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.88,
  title: { sv: 'Hans, hennes eller deras efter substantivet', en: 'His, her or their after the noun' },
  why: {
    sv: 'Hans, hennes och deras står före substantivet, som då är obestämt: hans hus. Efter substantivet (huset hans) står de på norska (Svenska Akademiens grammatik).',
    en: 'Hans, hennes and deras stand before the noun, which is indefinite then: hans hus. After it (huset hans) is Norwegian (Svenska Akademiens grammatik).',
  },
  examples: [
    '[Bilen hans→Hans bil] stod kvar på platsen.',
    'De bor i [huset deras→deras hus].',
    'Hon gav mannen hans bok. Är boken hans? De såg barnen deras lärare hade gripit.',
    'Det är min bil, och huset är vårt. Han gav barnen sin mat.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = possessive.test(token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

/** Those that have one form; `bilen min` is another check's. */
const possessive = /^(?:hans|hennes|deras)$/u

function findAt(reading: Reading, token: Token): Found | null {
  const noun = before(reading, token)
  const cells = noun === undefined ? 0 : definiteCells(reading, noun)
  if (noun === undefined || cells === 0 || ((determiners.get(token.lower)?.cells ?? 0) & cells) === 0) return null
  if (/^\p{Lu}/u.test(token.text) || !ends(reading, token)) return null
  const previous = before(reading, noun)
  // `Är boken hans?`, `den nya bilen hans`
  if (previous !== undefined && (isA('copula', previous.lower) || determiners.has(previous.lower) || isAdjective(reading, previous)))
    return null
  const one = cells & plural ? cell.pluralIndefinite : (cells & definite) >> 3
  const form = nounIn(reading.lexicon, reading.word(noun).analyses, one)
  const own = determinerBeside(token.lower, one)
  if (form === undefined || own === undefined) return null
  return {
    from: noun.from,
    to: token.to,
    fixes: [`${capitalLike(noun.text, own)} ${form}`],
    message: {
      sv: `”${token.lower}” står före sitt substantiv: ”${own} ${form}”.`,
      en: `“${token.lower}” stands before its noun: “${own} ${form}”.`,
    },
  }
} // prettier-ignore

/** Its one cell, where it is nothing but a definite noun. */
function definiteCells(reading: Reading, token: Token): Cells {
  const { analyses } = reading.word(token)
  const sure = analyses.length > 0 && analyses.every(({ tags }) => has(tags, tag.noun | tag.definite) && !has(tags, tag.genitive))
  const cells = sure ? nounCells(analyses) : 0
  return (cells & (cells - 1)) === 0 ? cells : 0
} // prettier-ignore

const isAdjective = (reading: Reading, token: Token): boolean => adjectiveStands(reading.word(token).analyses) !== 0

/** No noun of its own follows. */
function ends(reading: Reading, token: Token): boolean {
  const next = after(reading, token)
  if (next === undefined) return true
  if (next.kind === 'sign') return /^[.,;:!?)]$/u.test(next.text)
  const nouns = next.kind !== 'word' || reading.word(next).analyses.some(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0)
  return isA('preposition', next.lower) || /^(?:och|eller|men|som)$/u.test(next.lower) || (nouns ? isFiniteAfter(reading, next, false) : mayBeFinite(reading, next))
} // prettier-ignore
