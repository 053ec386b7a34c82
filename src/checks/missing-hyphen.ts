/** `35 årig`, `1990 talet`, `EU länder`: the hyphen that joins a number or an abbreviation with the rest of its word. */
import type { Check, Found } from './check.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { spelledOut } from './words/acronyms.ts'

/** What only stands joined to a number. */
const joined =
  /^(?:årig(?:a|as|e|es|t)?|åring(?:en|ar|arna)?s?|årsåldern|årsjubileum|årsdag(?:en)?|talet|talets|procentig(?:a|t)?|gradig(?:a|t)?|siffrig(?:a|t)?|faldig(?:a|t)?|tiden)$/
const decade = /^(?:\d|\d{3})0$/
const clock = /^(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?$/

/** Those that are words in small letters are met in capitals too. */
const acronyms = new Set([...spelledOut, 'VM', 'EM', 'OS', 'TV', 'IT', 'GPS', 'PKS'])
/** Times and amounts stand beside a name with no hyphen: `i USA år 2020`, `till EU miljoner`. */
const loose =
  /^(?:år|åren|året|i|\p{Ll}*dag(?:en|ar|s)?|\p{Ll}*(?:morgon|kväll|natt)(?:en)?|vecka\p{Ll}*|månad\p{Ll}*|\p{Ll}+(?:tals|tusen|hundra|miljoner|miljarder)|miljoner|miljarder|procent|del|delar|slut|sida|herr|fru|doktor|professor)$/u

/** A noun that can be nothing else, after an abbreviation in capitals. */
function isRest(reading: Reading, first: Token, second: Token): boolean {
  if (second.text !== second.lower || loose.test(second.lower) || second.lower.length < 4) return false
  // the genitive of one in -S looks like this: CBS dotterbolag
  if (first.text.endsWith('S')) return false
  const word = reading.word(second)
  const { common, analyses } = word
  const before = reading.tokens[first.index - 1]
  // two names in a row, or a heading in capitals
  if (before?.kind === 'word' && /^\p{Lu}/u.test(before.text) && !before.opens) return false
  // the commonest words are prepositions, whatever else they can be: under, sedan
  return (
    common &&
    word.zipf('sv') < 5.6 &&
    analyses.length > 0 &&
    analyses.every(({ tags }) => has(tags, tag.noun) && !has(tags, tag.genitive))
  )
}

export const missingHyphen: Check = {
  id: 'missing-hyphen',
  family: 'typography',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.86,
  title: { sv: 'Bindestreck saknas', en: 'Hyphen missing' },
  why: {
    sv: 'Sammansättningar med siffror och förkortningar skrivs med bindestreck: 35-årig, 1990-talet, EU-länder (Svenska skrivregler, kapitlet om bindestreck). Engelskan skriver dem isär.',
    en: 'Compounds with figures and abbreviations have a hyphen: 35-årig, 1990-talet, EU-länder (Svenska skrivregler). English writes them apart.',
  },
  examples: [
    'En [35 årig→35-årig] man och en [17 åring→17-åring] greps på [1990 talet→1990-talet], vid [18 tiden→18-tiden].',
    'Flera [EU medlemmar→EU-medlemmar] och [CDU politiker→CDU-politiker] protesterade.',
    'I USA år 2020 valde EU medan SPD leder. Tiden gick, och talet höll han 5 gånger.',
    'Han sprang 5 mil på 35 år, i EU-länder och USA:s delstater, i USA under 2020, enligt CBS dotterbolag.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const first of tokens) {
      const second = tokens[first.index + 1]
      if (second?.kind !== 'word' || !second.spaced || second.sentence !== first.sentence) continue
      const number = first.kind === 'number' && joined.test(second.lower) && second.text === second.lower
      if (!number && !(acronyms.has(first.text) && isRest(reading, first, second))) continue
      if (number && second.lower.startsWith('tal') && !decade.test(first.text)) continue
      if (number && second.lower === 'tiden' && !clock.test(first.text)) continue
      if (isVerbatim(reading, first.from)) continue
      const fix = `${first.text}-${second.text}`
      yield {
        from: first.from,
        to: second.to,
        fixes: [fix],
        message: { sv: `Skriv ”${fix}” med bindestreck.`, en: `Write “${fix}” with a hyphen.` },
      }
    }
  },
}
