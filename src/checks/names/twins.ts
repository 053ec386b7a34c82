/** A name that one text writes both with its umlauts and without: `Müller`, `Mueller`. */
import type { Found } from '../check.ts'
import type { Reading, Token } from '../reading.ts'
import { isVerbatim } from '../verbatim.ts'
import { withoutUmlauts } from './umlauts.ts'

const isName = (reading: Reading, token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}/u.test(token.text) && !reading.word(token).common

/** With dots left out, two names may be two persons: `Kuhn`, `Kühn`, `Backman`, `Bäckman`. */
const shortest = 6

export function* asciiTwins(reading: Reading): Generator<Found> {
  const twins = new Map<string, string>()
  for (const token of reading.tokens) {
    if (!/[äöüøæ]/.test(token.lower) || !isName(reading, token)) continue
    const [spelled, stripped] = withoutUmlauts([token.lower])
    if (spelled?.[0] !== undefined) twins.set(spelled[0], token.text)
    const bare = stripped?.[0]
    if (bare !== undefined && bare.length >= shortest && !reading.lexicon.word(bare).name) twins.set(bare, token.text)
  }
  if (twins.size === 0) return
  for (const token of reading.tokens) {
    const twin = twins.get(token.lower)
    if (twin === undefined || token.text === twin || !isName(reading, token) || isVerbatim(reading, token.from))
      continue
    yield {
      from: token.from,
      to: token.to,
      fixes: [twin],
      message: {
        sv: `”${token.text}” skrivs ${twin} på andra ställen i texten.`,
        en: `“${token.text}” is written ${twin} elsewhere in the text.`,
      },
    }
  }
}
