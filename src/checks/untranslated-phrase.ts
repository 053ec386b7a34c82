import type { Check } from './check.ts'
import { glossaryFixes } from './untranslated/fixes.ts'
import { foreignRuns } from './untranslated/runs.ts'
import { languageNames } from './words/at-home.ts'
import { quoted } from './words/quoted.ts'

/** What is marked of a long passage: its beginning, enough to see it. */
const longest = 60

export const untranslatedPhrase: Check = {
  id: 'untranslated-phrase',
  family: 'untranslated',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.88,
  title: { sv: 'Oöversatt passage', en: 'Untranslated passage' },
  why: {
    sv: 'Flera ord i rad är engelska, tyska eller ett annat språk: maskinen har låtit dem stå. Namn och korta citat räknas inte hit.',
    en: 'Several words in a row are English, German or another language: the machine has left them standing. Names and short quotations are not counted.',
  },
  examples: [
    'Temperaturen var på [record high] i går.',
    'Åtgärderna gäller [für die Bürger] i staden.',
    'Hon studerade vid University of North Carolina.',
    'Spelarna talade om fair play efter matchen.',
    'Han sa ”carpe diem” och gick.',
  ],
  *find(reading) {
    const inQuotes = quoted(reading)
    for (const { tokens, language } of foreignRuns(reading)) {
      const [first, last] = [tokens[0], tokens.at(-1)]
      if (first === undefined || last === undefined || inQuotes[first.index] === 1) continue
      const end = tokens.findLast(token => token.to - first.from <= longest) ?? first
      const words = reading.text.slice(first.from, end.to)
      const name = languageNames[language]
      yield {
        from: first.from,
        to: Math.min(end.to, first.from + longest),
        fixes: end === last ? glossaryFixes(words, first.opens, language) : [],
        message: {
          sv: `”${words}” är ${name.sv} och står oöversatt.`,
          en: `“${words}” is ${name.en} and left untranslated.`,
        },
      }
    }
  },
}
