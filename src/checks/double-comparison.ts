import type { Check, Found } from './check.ts'
import { after } from './grammar/context.ts'
import { has, tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'

export const doubleComparison: Check = {
  id: 'double-comparison',
  family: 'grammar',
  category: 'linguistic-conventions/grammar',
  severity: 'minor',
  confidence: 0.85,
  title: { sv: 'Dubbel komparation', en: 'Double comparison' },
  why: {
    sv: 'Ett adjektiv kompareras antingen med ändelse (större, störst) eller med mer och mest, inte med båda (Svenska Akademiens grammatik).',
    en: 'An adjective is compared by an ending (större, störst) or by mer and mest, never by both (Svenska Akademiens grammatik).',
  },
  examples: [
    'Huset är [mer större→större] än förut.',
    'Det blev [mer bättre→bättre].',
    'Den är [mest störst→störst] i landet.',
    'Det är mycket större, mer eller mindre. De flesta vill ha mer högre utbildning.',
    'Ju mer, desto bättre. Mest äldre män kom.',
  ],
  *find(reading) {
    for (const token of reading.tokens) {
      const found = /^(?:mer|mera|mest)$/u.test(token.lower) ? findAt(reading, token) : null
      if (found !== null) yield found
    }
  },
}

function findAt(reading: Reading, more: Token): Found | null {
  const adjective = after(reading, more)
  if (adjective?.kind !== 'word' || !adjective.spaced || /^(?:mer|mera|mindre|minst|mest)$/u.test(adjective.lower)) return null
  const wanted = more.lower === 'mest' ? tag.superlative : tag.comparative
  const compared = reading.word(adjective).analyses
  if (compared.length === 0 || !compared.every(({ tags }) => has(tags, tag.adjective | wanted))) return null
  // `mer högre utbildning`: more of it
  const next = after(reading, adjective)
  const stands = next === undefined || next.kind === 'sign' || /^(?:än|och|i|på|för|av|bland|eller|men|under|om)$/u.test(next.lower)
  return stands
    ? {
        from: more.from,
        to: adjective.to,
        fixes: [adjective.text],
        message: {
          sv: `”${adjective.lower}” är redan komparerat; stryk ”${more.lower}”.`,
          en: `“${adjective.lower}” is compared already; leave out “${more.lower}”.`,
        },
      }
    : null
} // prettier-ignore
