/** Two or three spaces between words; longer runs are columns that somebody set. */
import type { Check, Found } from './check.ts'

const double = /(?<=[^\s|])[ \u00a0]{2,3}(?=[^\s|])/gu
/** A line with several of them is a table, or verse. */
const most = 3

export const doubleSpace: Check = {
  id: 'double-space',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.9,
  title: { sv: 'Dubbelt mellanslag', en: 'Double space' },
  why: {
    sv: 'Mellan ord och efter punkt står ett mellanslag. Där två står har ofta något fallit bort.',
    en: 'One space stands between words and after a full stop. Where there are two, something was often lost.',
  },
  examples: [
    'Polisen grep[  → ]mannen i går.',
    'namn  ålder  ort  land  yrke\n    indragen rad',
    'Ett mellanslag räcker.',
  ],
  *find({ text, paragraphs }): Iterable<Found> {
    for (const { from, to } of paragraphs) {
      const line = text.slice(from, to)
      if (!/[ \u00a0]{2}/.test(line)) continue
      const found = Array.from(line.matchAll(double))
      if (found.length > most && found.length * 60 > line.length) continue
      for (const match of found)
        yield { from: from + match.index, to: from + match.index + match[0].length, fixes: [' '] }
    }
  },
}
