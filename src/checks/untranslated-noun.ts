import type { Check } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { glossary } from './untranslated/glossary.ts'
import { startsWithCapital } from './words/capital.ts'
import { isProse } from './words/prose.ts'
import { quoted } from './words/quoted.ts'

const shortest = 4
/** So much more frequent a noun must be in German than in Swedish. */
const leastExcess = 2

/** Beside another word with a capital it is part of a name: `Deutsche Bahn`, `Polizei Uelzen`. */
const inName = ({ tokens, word }: Reading, token: Token): boolean =>
  [tokens[token.index - 1], tokens[token.index + 1]].some(
    beside =>
      beside?.sentence === token.sentence && startsWithCapital(beside.text) && !(beside.opens && word(beside).common),
  )

/** Surnames told in full somewhere: after `Thomas Sommer`, `Sommer` alone is he; `Freiwillige Feuerwehr` is no person. */
function surnames({ tokens, word }: Reading): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { index, text, kind, sentence } of tokens) {
    const before = tokens[index - 1]
    if (kind !== 'word' || before?.kind !== 'word' || before.sentence !== sentence) continue
    if (!startsWithCapital(text) || !/^\p{Lu}\p{Ll}/u.test(before.text)) continue
    const first = word(before)
    if (!first.common && !first.in('de', true)) found.add(text)
  }
  return found
}

export const untranslatedNoun: Check = {
  id: 'untranslated-noun',
  family: 'untranslated',
  category: 'accuracy/untranslated',
  severity: 'major',
  confidence: 0.86,
  title: { sv: 'Oöversatt tyskt substantiv', en: 'Untranslated German noun' },
  why: {
    sv: 'Tyskan skriver substantiv med stor bokstav; ett vanligt tyskt ord mitt i en svensk mening är då lätt att ta för ett namn, för maskinen som för ögat. Det ska översättas.',
    en: 'German writes nouns with a capital; a common German word in the middle of a Swedish sentence is then easily taken for a name, by the machine as by the eye. It is to be translated.',
  },
  examples: [
    'Enligt [Feuerwehr→brandkår|brandkåren] var läget lugnt.',
    'Deutsche Bahn ställer in tåg mot Uelzen.',
    'Bilden togs av Schneider i går.',
    'Ministerpresident Weil besökte staden, och Thomas Sommer tackade. Enligt Sommer var det roligt.',
  ],
  *find(reading) {
    const inQuotes = quoted(reading)
    let people: ReadonlySet<string> | undefined
    for (const token of reading.tokens) {
      if (token.kind !== 'word' || token.opens || token.text.length < shortest || !/^\p{Lu}\p{Ll}+$/u.test(token.text))
        continue
      const word = reading.word(token)
      if (word.common || word.name || word.zipf('de') - word.zipf('sv') < leastExcess) continue
      if (inQuotes[token.index] === 1 || inName(reading, token) || !isProse(reading, token)) continue
      const entry = glossary(token.lower, 'de')
      // what is no noun has a capital as a name only: `Ministerpresident Weil`
      if (entry === undefined || (entry.class !== 'n' && entry.class !== 'p')) continue
      people ??= surnames(reading)
      if (people.has(token.text)) continue
      const fixes = entry.swedish
      yield {
        from: token.from,
        to: token.to,
        fixes,
        message: {
          sv: `”${token.text}” är tyska: på svenska ”${fixes[0]}”.`,
          en: `“${token.text}” is German: in Swedish “${fixes[0]}”.`,
        },
      }
    }
  },
}
