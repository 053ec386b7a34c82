import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { wordFixes } from './untranslated/fixes.ts'
import { homeOf, languageNames, type Home } from './words/at-home.ts'
import { foreignRuns } from './untranslated/runs.ts'
import { isProse } from './words/prose.ts'
import { quoted } from './words/quoted.ts'
import { sceneOf } from './words/scene.ts'

/** Shorter words are abbreviations, and syllables of anything. */
const shortest = 4
/** What is this frequent in Swedish text is a loan, whatever the dictionary says. */
const loan = 3
const leastExcess = 1.6
const leastZipf = 2.1

/** Long enough that one that begins a sentence, with a letter Swedish does not write, is hardly a surname. */
const longNordic = 9

const isSmall = ({ text, lower, opens }: Token): boolean =>
  /^[\p{L}\p{M}]+$/u.test(text) &&
  (text === lower || (opens && text.length >= longNordic && /^.\p{Ll}*[æø]\p{Ll}*$/u.test(text) && !/sen$/.test(text)))

/** Beside a foreign word with a capital it is part of its name: `The great american songbook`, `av Plaid Cymru`. */
const inName = ({ tokens, word }: Reading, token: Token): boolean =>
  [token.index - 1, token.index + 1].some(i => {
    const beside = tokens[i]
    if (
      beside === undefined ||
      beside.sentence !== token.sentence ||
      beside.kind !== 'word' ||
      beside.text === beside.lower
    )
      return false
    return !word(beside).common
  })

export const untranslatedWord: Check = {
  id: 'untranslated-word',
  family: 'untranslated',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.92,
  title: { sv: 'Oöversatt ord', en: 'Untranslated word' },
  why: {
    sv: 'Ordet finns inte i svenskan men är vanligt i ett grannspråk eller i engelskan eller tyskan: maskinen har låtit det stå. Egennamn, citat och inarbetade lånord räknas inte hit.',
    en: 'The word is not Swedish, but common in a neighbouring language, English or German: the machine has left it standing. Names, quotations and established loans are not counted.',
  },
  examples: [
    'Förslaget kan vålla [hodebry] för talmannen.',
    'Mötet [avholdes] i går.',
    'En [nationwide] undersökning.',
    'De besöker kyrkan [jevnlig].',
    'Han kallade det ”wishful thinking”.',
    'Hon spelar i ett band och gillar blues.',
    'Elever i high school fick svara.',
  ],
  *find(reading) {
    const inQuotes = quoted(reading)
    const inRun = new Set(foreignRuns(reading).flatMap(run => run.tokens.map(token => token.index)))
    for (const token of reading.tokens) {
      if (inRun.has(token.index) || !isProse(reading, token)) continue
      if (token.kind !== 'word' || token.text.length < shortest || !isSmall(token) || inQuotes[token.index] === 1)
        continue
      const word = reading.word(token)
      if (word.common || word.name || word.compound !== null || word.zipf('sv') >= loan) continue
      const home = homeOf(word)
      if (home === undefined || home.language === 'fr' || home.language === 'nl') continue
      if (home.excess < leastExcess || home.zipf < leastZipf || inName(reading, token)) continue
      if (home.excess < 3 && home.language !== 'nb' && reading.lexicon.loosely(token.lower) !== null) continue
      const found = finding(token, home, reading)
      // a term of their sport or trade, where English is at home
      if (home.language === 'en' && found.fixes.length === 0 && sceneOf(reading) === 'english') continue
      yield found
    }
  },
}

const finding = (token: Token, home: Home, { lexicon }: Reading): Found => {
  const name = languageNames[home.language]
  return {
    from: token.from,
    to: token.to,
    fixes: wordFixes(token, home.language, lexicon),
    message: {
      sv: `”${token.text}” är ${name.sv} och står oöversatt.`,
      en: `“${token.text}” is ${name.en} and left untranslated.`,
    },
  }
}
