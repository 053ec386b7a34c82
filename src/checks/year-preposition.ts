/** `i 2025`: the year with a preposition, as in English, Norwegian and Danish. */
import type { Check, Found } from './check.ts'
import { tag } from './lexicon/tags.ts'

const year = /^(?:1[6-9]|20)\d\d$/

export const yearPreposition: Check = {
  id: 'year-preposition',
  family: 'typography',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Årtal med ”i”', en: 'Year with “i”' },
  why: {
    sv: 'Årtal som tidsangivelse står på svenska utan preposition, eller efter ordet år: 2025, år 2025 (Språkrådet).',
    en: 'A year that tells the time stands without a preposition in Swedish, or after the word år: 2025, år 2025 (the Language Council).',
  },
  examples: [
    'Kyrkan byggdes [i 1870→1870|år 1870] och revs [i 2019→2019|år 2019].',
    '[I 2024→2024|År 2024] ökade brotten.',
    'I 2025 års budget, i 2000 år, i 1800 meter, i 1900-talets Berlin och i juni 2025.',
    'Hon sprang i 1500 sekunder.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      const [number, next, after] = [tokens[token.index + 1], tokens[token.index + 2], tokens[token.index + 3]]
      if (token.lower !== 'i' || number?.kind !== 'number' || !year.test(number.text)) continue
      if (next?.kind === 'word' && next.sentence === token.sentence) {
        const { analyses } = reading.word(next)
        const some = (wanted: number): boolean => analyses.some(({ tags }) => (tags & wanted) !== 0)
        const counted = analyses.length === 0 || (some(tag.noun | tag.adjective) && !some(tag.past | tag.present))
        if (counted && next.text === next.lower) continue
      }
      // a thing's name: ”i 2001: A Space Odyssey”; a range or a decimal
      if (next !== undefined && /^[-–:%/°&]$/.test(next.text) && after !== undefined) continue
      const capital = token.text === 'I'
      yield {
        from: token.from,
        to: number.to,
        fixes: [number.text, `${capital ? 'År' : 'år'} ${number.text}`],
        message: {
          sv: `”i ${number.text}” är engelska eller norska: årtal står utan preposition på svenska.`,
          en: `“i ${number.text}” is English or Norwegian: years take no preposition in Swedish.`,
        },
      }
    }
  },
}
