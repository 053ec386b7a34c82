/** `Trump's`: the genitive's apostrophe of English. `Hans'` is allowed where the name might be misread. */
import type { Check, Found } from './check.ts'
import { tag } from './lexicon/tags.ts'
import type { Reading, Token } from './reading.ts'
import { isVerbatim } from './verbatim.ts'
import { genitiveOf } from './words/genitive.ts'

const genitive = /^(\p{Lu}[\p{L}\p{M}-]*\p{Ll})[’']s$/u
const acronym = /^\p{Lu}[\p{Lu}\d]+$/u

/** Firms and goods that are called so. */
const brands = new Set(
  `mcdonald sotheby christie moody levi lloyd kellogg domino wendy macy kohl lowe denny arby tiffany hershey poor sainsbury dick joe ben jerry king queen
  john martin peter paul andrew james mary george luke patrick elisabeth victoria uncle ladbroke waterstone hellmann reese bailey
  dr doctor saint st children people women men mother father valentine regent earl land driver player`.split(/\s+/),
)

/** A Swedish phrase goes on: a noun or adjective in small letters, that English or another language does not have. */
function goesOnInSwedish(reading: Reading, next: Token | undefined): boolean {
  if (next?.kind !== 'word' || next.text !== next.lower) return false
  const word = reading.word(next)
  return word.analyses.some(({ tags }) => (tags & (tag.noun | tag.adjective)) !== 0)
}

export const genitiveApostrophe: Check = {
  id: 'genitive-apostrophe',
  family: 'typography',
  category: 'linguistic-conventions/punctuation',
  severity: 'minor',
  confidence: 0.92,
  title: { sv: 'Apostrof i genitiv', en: 'Apostrophe in a genitive' },
  why: {
    sv: 'Svensk genitiv har -s utan apostrof, och efter s, x och z räcker namnet: Trumps, Hans, Marx (Svenska skrivregler, kapitlet om apostrof).',
    en: 'The Swedish genitive has -s without an apostrophe, and after s, x and z the name is enough: Trumps, Hans, Marx (Svenska skrivregler).',
  },
  examples: [
    'Enligt [Trump’s→Trumps] regering var [Merkel’s→Merkels] nya förslag bra.',
    'De åt på McDonald’s restaurang vid King’s Cross, och läste Reader’s Digest.',
    'Trumps regering och Hans bok. Rock’n’roll.',
  ],
  *find(reading): Iterable<Found> {
    for (const token of reading.tokens) {
      const name = token.kind === 'word' ? genitive.exec(token.text)?.[1] : undefined
      if (name === undefined || acronym.test(name) || brands.has(name.toLowerCase())) continue
      if (!goesOnInSwedish(reading, reading.tokens[token.index + 1]) || isVerbatim(reading, token.from)) continue
      yield { from: token.from, to: token.to, fixes: [genitiveOf(name)] }
    }
  },
}
