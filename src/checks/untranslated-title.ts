import type { Check } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { glossaryFixes } from './untranslated/fixes.ts'
import { quoted } from './words/quoted.ts'
import { sceneOf } from './words/scene.ts'

/** A word is English where its Zipf value there is this high, and this much higher than in Swedish. */
const atHome = 3
const leastExcess = 0.9
/** Beyond which a run is no name of a thing, but a table or a list. */
const longest = 60

const between = new Set(['of', 'and', 'for', 'on'])

/** What English calls an institution, and neither German nor Swedish does: with one of them a name is English, whatever else it holds. */
const institutions = new Set(
  `agency authority bureau chamber clinic college committee company council court department federation foundation institute
 ministry office society academy association university library theatre church cathedral bridge airport railway railroad brewery
 stadium league championship police brigade forest river lake valley mountains island street road square castle palace tower gate gardens
 northeast northwest southeast southwest school schools hospital parliament government employment health`.split(/\s+/),
)
/** Competitions and places that German and Swedish papers call so too. */
const international = new Set(
  'champions europa conference nations premier major world super wall downing formula'.split(' '),
)

/** A common noun or adjective of English with a capital, which Swedish texts do not use. */
function isTitleWord(reading: Reading, token: Token): boolean {
  if (token.kind !== 'word' || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) return false
  const word = reading.word(token)
  const en = word.zipf('en')
  return !word.name && !word.common && word.in('en', true) && en >= atHome && en - word.zipf('sv') >= leastExcess
}

const isInstitution = (token: Token): boolean => institutions.has(token.lower.replace(/['’]s$/, ''))

/** Any word with a capital that may be part of a name: of a place, a person, a thing. */
const isNamePart = (reading: Reading, token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}[\p{Ll}\p{M}'’-]+$/u.test(token.text) && !(token.opens && reading.word(token).common)

function* titles(reading: Reading): Generator<readonly Token[]> {
  let run: Token[] = []
  for (const token of reading.tokens) {
    const goesOn = run.length > 0 && token.sentence === run[0]?.sentence && token.spaced
    if (isNamePart(reading, token)) {
      if (!goesOn) run = []
      run.push(token)
    } else if (goesOn && between.has(token.lower)) run.push(token)
    else {
      if (stands(reading, run)) yield trimmed(run)
      run = []
    }
  }
  if (stands(reading, run)) yield trimmed(run)
}

const trimmed = (run: readonly Token[]): readonly Token[] =>
  run.slice(0, run.findLastIndex(token => !between.has(token.lower)) + 1)

/** Two words at least, all of them English, or one of them an institution in English. */
function stands(reading: Reading, run: readonly Token[]): boolean {
  const words = run.filter(token => !between.has(token.lower))
  if (words.length < 2 || words.some(token => international.has(token.lower))) return false
  return words.every(token => isTitleWord(reading, token)) || words.some(isInstitution)
}

export const untranslatedTitle: Check = {
  id: 'untranslated-title',
  family: 'untranslated',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.82,
  title: { sv: 'Engelsk benämning', en: 'English designation' },
  why: {
    sv: 'En engelsk benämning i en text om tysktalande länder har följt med från mellanspråket. Har saken ett svenskt namn skrivs det; annars förklaras den. I nyheter från engelskspråkiga länder är engelska namn på sin plats.',
    en: 'An English designation in a text about German-speaking countries has come along from the pivot language. Where the thing has a Swedish name, that is written; else it is explained. In news from English-speaking countries English names are in place.',
  },
  examples: [
    'Undersökningen i Niedersachsen kompletterar [Police Crime Statistics] (PKS).',
    'Polisen i Hamburg svarade på [Nationwide Survey].',
    'Offren fördes till [Dortmund Clinic] i Tyskland, och laget spelar i [Regional League Northeast].',
    'I Tyskland mötte de Europa League-laget Slavia.',
    'I Skottland fick de ett A i Higher Grade.',
    'Bayern München möter Manchester United i Berlin.',
  ],
  *find(reading) {
    if (sceneOf(reading) !== 'german') return
    const inQuotes = quoted(reading)
    for (const run of titles(reading)) {
      const [first, last] = [run[0], run.at(-1)]
      if (first === undefined || last === undefined || inQuotes[first.index] === 1 || last.to - first.from > longest)
        continue
      const words = reading.text.slice(first.from, last.to)
      yield {
        from: first.from,
        to: last.to,
        fixes: glossaryFixes(words, first.opens, 'en'),
        message: {
          sv: `”${words}” är engelska: skriv den svenska benämningen.`,
          en: `“${words}” is English: write the Swedish designation.`,
        },
      }
    }
  },
}
