import type { Check, Said } from './check.ts'
import type { Lexicon, Word } from './lexicon/lexicon.ts'
import type { Reading, Token } from './reading.ts'
import { isProse } from './words/prose.ts'
import { quoted } from './words/quoted.ts'

/** Shorter ones are abbreviations and signs, longer ones no words. */
const shortest = 5
const longest = 60
/** What is attested this often in Swedish is a word, dictionary or not. */
const attestedEnough = 1.5
/** In a text that uses it this often it is a term of its subject. */
const term = 3
/** A rarer word is not what was meant … */
const known = 2.3
/** … nor is a part of a compound, or a word further away, that is rarer than these. */
const knownPart = 3
const frequent = 3.6

const letters = /^\p{Ll}[\p{Ll}\p{M}]+$/u

/** Within one letter: put in, left out, another, or two swapped. */
function isNear(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)]
  return (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA[1]! + restA[0]! === restB)
}

/** What may have been meant: a word within a letter, or with another ending; one further away only where it is frequent. */
const fixesOf = (text: string, lexicon: Lexicon): readonly string[] =>
  lexicon
    .suggest(text)
    .filter(other => {
      const zipf = lexicon.word(other).zipf('sv')
      return zipf >= (isNear(text, other) || text.startsWith(other) ? known : frequent)
    })
    .slice(0, 3)

/** A Swedish word, and then what is none but within a letter of one: `cannabis` + `karnival`. */
function corruptedCompound(
  text: string,
  lexicon: Lexicon,
): { readonly first: string; readonly fixes: readonly string[] } | undefined {
  for (let cut = text.length - shortest; cut >= 4; cut--) {
    const first = text.slice(0, cut)
    const word = lexicon.word(first)
    if (!word.common || word.zipf('sv') < known) continue
    const rest = text.slice(cut)
    const fixes = lexicon
      .suggest(rest)
      .filter(fix => fix.length === rest.length && isNear(rest, fix) && lexicon.word(fix).zipf('sv') >= knownPart)
      .filter(fix => lexicon.loosely(first + fix) !== null)
    if (fixes.length > 0) return { first, fixes: fixes.map(fix => first + fix) }
  }
  return undefined
}

const candidate = (reading: Reading, token: Token): Word | undefined => {
  if (token.kind !== 'word' || token.text.length < shortest || token.text.length > longest) return undefined
  if (!letters.test(token.text) || !isProse(reading, token)) return undefined
  const word = reading.word(token)
  if (word.common || word.name || word.compound !== null || word.zipf('sv') >= attestedEnough) return undefined
  return reading.lexicon.loosely(token.lower) === null ? word : undefined
}

const said = (text: string, first: string | undefined): Said =>
  first === undefined
    ? { sv: `”${text}” finns inte i svenskan.`, en: `“${text}” is no Swedish word.` }
    : {
        sv: `”${text}” finns inte: efter ”${first}” följer inget svenskt ord.`,
        en: `There is no “${text}”: what follows “${first}” is no Swedish word.`,
      }

export const unknownWord: Check = {
  id: 'unknown-word',
  family: 'words',
  category: 'linguistic-conventions/spelling',
  severity: 'major',
  confidence: 0.82,
  title: { sv: 'Okänt ord', en: 'Unknown word' },
  why: {
    sv: 'Ordet står inte i ordlistan, är inget namn och kan inte läsas som sammansättning eller avledning av svenska ord: ofta ett ord som maskinen har hittat på, eller ett felstavat.',
    en: 'The word is not in the dictionary, is no name and cannot be read as a compound or derivation of Swedish words: often one that the machine has made up, or a misspelling.',
  },
  examples: [
    'Antalet [cannabiskarnival→cannabiskarneval] har minskat.',
    'Landets [ansökanar→ansökan] om medlemskap.',
    'Ett jordskalv med en [magnuitud→magnitud] på 9,0.',
    'Golflegenden slog en vinststräcka.',
    'Familjen Massinger bor i Uelzen.',
  ],
  *find(reading) {
    const counts = new Map<string, number>()
    for (const { lower } of reading.tokens) counts.set(lower, (counts.get(lower) ?? 0) + 1)
    const inQuotes = quoted(reading)
    for (const token of reading.tokens) {
      const word = candidate(reading, token)
      if (word === undefined || inQuotes[token.index] === 1 || (counts.get(token.lower) ?? 0) >= term) continue
      const whole = fixesOf(token.lower, reading.lexicon)
      const compound = whole.length > 0 ? undefined : corruptedCompound(token.lower, reading.lexicon)
      // a word without a trace of another is a term that no list has: of medicine, of chemistry
      if (whole.length === 0 && compound === undefined) continue
      yield {
        from: token.from,
        to: token.to,
        fixes: compound?.fixes ?? whole,
        message: said(token.text, compound?.first),
        ...(compound === undefined ? {} : { category: 'accuracy/mistranslation' as const }),
      }
    }
  },
}
