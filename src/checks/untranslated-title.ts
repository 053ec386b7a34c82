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

/** A common noun or adjective of English with a capital, which Swedish texts do not use. */
function isTitleWord(reading: Reading, token: Token): boolean {
  if (token.kind !== 'word' || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) return false
  const word = reading.word(token)
  const en = word.zipf('en')
  return !word.name && !word.common && word.in('en', true) && en >= atHome && en - word.zipf('sv') >= leastExcess
}

function* titles(reading: Reading): Generator<readonly Token[]> {
  let run: Token[] = []
  for (const token of reading.tokens) {
    const goesOn = run.length > 0 && token.sentence === run[0]?.sentence && token.spaced
    if (isTitleWord(reading, token)) {
      if (!goesOn) run = []
      run.push(token)
    } else if (goesOn && between.has(token.lower)) run.push(token)
    else {
      if (stands(reading, run, token)) yield trimmed(run)
      run = []
    }
  }
  if (stands(reading, run, undefined)) yield trimmed(run)
}

const trimmed = (run: readonly Token[]): readonly Token[] =>
  run.slice(0, run.findLastIndex(token => !between.has(token.lower)) + 1)

/** Two title words at least, and no other name on either side: then they would be a part of it. */
function stands({ tokens, word }: Reading, run: readonly Token[], after: Token | undefined): boolean {
  const first = run[0]
  if (first === undefined || run.filter(token => !between.has(token.lower)).length < 2) return false
  const before = tokens[first.index - 1]
  const named = (token: Token | undefined): boolean =>
    token !== undefined &&
    token.kind === 'word' &&
    token.sentence === first.sentence &&
    /^\p{Lu}/u.test(token.text) &&
    (!token.opens || !word(token).common)
  return !named(before) && !named(after)
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
