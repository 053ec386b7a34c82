/** `Axel Brockmann`, `Axel Brockman`: one person, whose name one text spells in two ways. */
import type { Check, Found } from './check.ts'
import type { Reading, Token } from './reading.ts'

interface Person {
  readonly first: string
  readonly last: Token
}

/** A capital, small letters, and no Swedish word. */
const isNamelike = (reading: Reading, token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}\p{Ll}[\p{L}\p{M}]*$/u.test(token.text) && !reading.word(token).common

/** May be a word too: `Axel`, `Björn`. */
const isFirstName = (reading: Reading, token: Token): boolean =>
  token.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.text) && reading.word(token).name

/** First names with what follows them; the genitive's s is cut off. */
function* persons(reading: Reading): Generator<Person> {
  for (const first of reading.tokens) {
    const last = reading.tokens[first.index + 1]
    if (last === undefined || last.sentence !== first.sentence || !last.spaced) continue
    if (isFirstName(reading, first) && isNamelike(reading, last)) yield { first: first.lower, last }
  }
}

const shortest = 5
const bare = (text: string): string => text.toLowerCase().normalize('NFC').replace(/s$/, '')

/** Is one letter put in, left out or written otherwise, or are two exchanged? */
function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)]
  return (restA.length < 2 && restB.length < 2) || (restA.length === 2 && restA === [...restB].toReversed().join(''))
}

export const personVariants: Check = {
  id: 'person-variants',
  family: 'names',
  category: 'linguistic-conventions/spelling',
  severity: 'minor',
  confidence: 0.8,
  title: { sv: 'Samma person, två stavningar', en: 'One person, two spellings' },
  why: {
    sv: 'Förnamnet är detsamma och efternamnen skiljer sig i en enda bokstav. Kontrollera i källan vilket som är rätt.',
    en: 'The first name is the same, and the surnames differ in one letter. See in the source which is right.',
  },
  examples: [
    'Axel Brockmann talade först. Sedan tackade [Brockman→Brockmann]. Axel Brockmann log mot Brockmanns bror Axel [Brockman→Brockmann].',
    'Anna Lindgren och Anna Lindberg kom med Axel Brockmann, vars bror är Hans Brockmann.',
  ],
  *find(reading): Iterable<Found> {
    const known = [...persons(reading)]
    if (known.length === 0) return
    const counts = new Map<string, number>()
    for (const token of reading.tokens)
      if (token.kind === 'word' && /^\p{Lu}/u.test(token.text)) {
        const key = bare(token.text)
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    const wrong = new Map<string, string>()
    for (const [, same] of Map.groupBy(known, ({ first }) => first)) {
      const lasts = [...new Map(same.map(({ last }) => [bare(last.text), last.text])).entries()].slice(0, 20)
      for (const [a, textA] of lasts)
        for (const [b] of lasts) {
          const [often, seldom] = [counts.get(a) ?? 0, counts.get(b) ?? 0]
          if (a.length >= shortest && b.length >= shortest && often > seldom && isOneEditApart(a, b))
            wrong.set(b, textA)
        }
    }
    for (const token of reading.tokens) {
      const right = token.kind === 'word' && wrong.size > 0 ? wrong.get(bare(token.text)) : undefined
      if (right === undefined || !isNamelike(reading, token)) continue
      const fix = /s$/i.test(token.text) && !/s$/i.test(right) ? `${right}s` : right
      if (fix === token.text) continue
      yield {
        from: token.from,
        to: token.to,
        fixes: [fix],
        message: {
          sv: `”${token.text}” stavas ${right} på fler ställen i texten.`,
          en: `“${token.text}” is spelled ${right} in more places of the text.`,
        },
      }
    }
  },
}
