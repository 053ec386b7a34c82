/** `slut.Nästa`, `ord,ord`, `Foto:Anna`: a space that is missing after a sign. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'

const small = /^\p{Ll}[\p{Ll}\p{M}-]+$/u
const sentence = /^\p{Lu}\p{Ll}/u

/** Names and words that a sentence can end and begin with; `Node.js`, `a.Ett` are something else. */
const isWord = (reading: Reading, token: Token): boolean => {
  const word = reading.word(token)
  return word.common || word.name || word.compound !== null || word.zipf('sv') > 1
}

/** `Foto:Anna` is one word to a reader of tokens; an ending after a colon is small: `EU:s`. */
const label = /^(\p{Lu}\p{Ll}{2,}):(\p{Lu}\p{Ll}+)$/u

/** `på100 miljoner`: a preposition and the number after it. */
const numbered = /^(på|med|av|till|under|efter|den|från|och|om|för|cirka|över|mellan|vid|runt|kl)(\d+)$/i

function misses(reading: Reading, before: Token, sign: Token, after: Token): boolean {
  if (before.kind !== 'word' || after.kind !== 'word' || sign.spaced || after.spaced) return false
  if (!isWord(reading, before) || !isWord(reading, after)) return false
  if (sign.text === ',' || sign.text === ';') return before.text.length > 1 && after.text.length > 1
  const begins = sentence.test(after.text) || after.text === 'I'
  if (sign.text === '.') return small.test(before.text) && before.text.length > 2 && begins
  return small.test(before.text) && begins
}

export const missingSpace: Check = {
  id: 'missing-space',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.95,
  title: { sv: 'Mellanslag saknas', en: 'Space missing' },
  why: {
    sv: 'Efter punkt, komma, semikolon, utropstecken och frågetecken står ett mellanslag (Svenska skrivregler, kapitlet om skiljetecken).',
    en: 'A space follows a full stop, comma, semicolon, exclamation mark and question mark (Svenska skrivregler).',
  },
  examples: [
    'Mötet tog [slut.Nästa→slut. Nästa] dag kom [polisen,som→polisen, som] sade [nej!Sedan→nej! Sedan] gick de.',
    '[Foto:Anna→Foto: Anna] Berg betalade [på100→på 100] kronor.',
    'Bolaget äger Booking.com och Node.js, m.fl. och T.ex. bl.a. EU:s. Klockan 13.54, 3,5.',
    'A.Lindgren och P.O. Enquist skrev.',
  ],
  *find(reading): Iterable<Found> {
    const { tokens } = reading
    for (const token of tokens) {
      const [, head, tail] = token.kind === 'word' ? (label.exec(token.text) ?? []) : []
      const [, word, number] = token.kind === 'word' ? (numbered.exec(token.text) ?? []) : []
      const apart =
        head !== undefined ? `${head}: ${tail ?? ''}` : word !== undefined ? `${word} ${number ?? ''}` : null
      if (apart !== null && !isVerbatim(reading, token.from)) yield { from: token.from, to: token.to, fixes: [apart] }
      if (token.kind !== 'sign' || !/^[.,;!?]$/.test(token.text)) continue
      const [before, after] = [tokens[token.index - 1], tokens[token.index + 1]]
      if (before === undefined || after === undefined || !misses(reading, before, token, after)) continue
      if (isVerbatim(reading, before.from)) continue
      yield { from: before.from, to: after.to, fixes: [`${before.text}${token.text} ${after.text}`] }
    }
  },
}
