import type { Check, Term } from './check.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { has, tag } from './lexicon/tags.ts'
import { phrasesOf, type PhraseHit, type PhraseList } from './phrases/list.ts'
import { termRows, type TermRow } from './phrases/terms.ts'
import type { Reading } from './reading.ts'

const compiled = new WeakMap<readonly Term[], WeakMap<Lexicon, PhraseList>>()

function phrasesFor({ terms, lexicon }: Reading): PhraseList {
  const ofTerms = compiled.get(terms) ?? new WeakMap<Lexicon, PhraseList>()
  compiled.set(terms, ofTerms)
  const known = ofTerms.get(lexicon) ?? phrasesOf(() => termRows(terms, lexicon))
  ofTerms.set(lexicon, known)
  return known
}

/** A part of a word is a term only where the rest is a word too: `bil` is no part of `bild`. */
function isPart({ compound, row }: PhraseHit, reading: Reading): boolean {
  if (compound === null) return true
  const variant = row.pattern.at(-1)
  if (variant?.kind !== 'word') return false
  const [name, last] = [variant.text.toLowerCase(), variant.joined === 'last']
  const hyphens = compound.lower.split('-')
  if (hyphens.length > 1 && (last ? hyphens.at(-1) : hyphens[0])?.startsWith(name)) return true
  // a name begins a compound only with a hyphen: `Sachsen-baserad`, not `Sachsenhausen`
  if (variant.text !== name) return false
  const { common } = reading.word(compound)
  const rest = last
    ? compound.lower.slice(0, compound.lower.lastIndexOf(name)).replace(/s$/u, '')
    : compound.lower.slice(name.length).replace(/^s/u, '')
  const isNoun = reading.lexicon.word(rest).analyses.some(({ tags }) => has(tags, tag.noun))
  return isNoun ? rest.length >= (common ? 4 : 3) : !common && name.length >= shortestUnknown
}

/** A term this long is no part of an unknown word by chance. */
const shortestUnknown = 8

export const term: Check = {
  id: 'term',
  family: 'terms',
  category: 'terminology/inconsistent-with-resource',
  severity: 'major',
  confidence: 0.97,
  title: { sv: 'Inte termlistans ord', en: 'Not the term of the termbase' },
  why: {
    sv: 'Husets termlista säger vilket ord som gäller. De ord som den avråder från hittas i alla böjningsformer och i sammansättningar, och förslaget har samma form.',
    en: 'The house’s termbase says which word to use. The words that it advises against are found in all their forms and in compounds, and the fix has the same form.',
  },
  examples: [
    {
      text: 'I [Lower Sachsens→Niedersachsens] polis.',
      terms: [{ preferred: 'Niedersachsen', variants: ['Lower Sachsen'] }],
    },
    {
      text: 'Ett [Lower Sachsen-baserat→Niedersachsen-baserat] företag.',
      terms: [{ preferred: 'Niedersachsen', variants: ['Lower Sachsen'] }],
    },
    { text: 'Stadens [medborgare→invånare] fick svara.', terms: [{ preferred: 'invånare', variants: ['medborgare'] }] },
    {
      text: '[Ett nytt daghem→En ny förskola] öppnar.',
      terms: [{ preferred: 'förskola', variants: ['daghem'] }],
    },
    { text: 'Bilden av en [bil→vagn] på [bilvägen→vagnvägen].', terms: [{ preferred: 'vagn', variants: ['bil'] }] },
    {
      text: '[Dagisbarn→Förskolebarn] och personal på [daghemmen→förskolorna].',
      terms: [{ preferred: 'förskola', variants: ['dagis', 'daghem'] }],
    },
    { text: 'Polis och brandkår kom.', terms: [{ preferred: 'polis och brandkår', variants: ['brandkår'] }] },
  ],
  *find(reading) {
    if (reading.terms.length === 0) return
    for (const { row, from, to, text, fixes } of phrasesFor(reading).hits(reading, hit => isPart(hit, reading))) {
      const { term: of } = row as TermRow
      if (of === null) continue
      yield {
        from,
        to,
        fixes,
        message: {
          sv: `Termlistan har ”${of.preferred}”, inte ”${text}”.`,
          en: `The termbase has “${of.preferred}”, not “${text}”.`,
        },
      }
    }
  },
}
