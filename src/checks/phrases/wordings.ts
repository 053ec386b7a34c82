/** Wordings and what to write instead of them: found in every form and inside compounds, with a fix of the same form. */
import type { Span } from '../../text/span.ts'
import type { Term } from '../wording.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { has, tag } from '../lexicon/tags.ts'
import { readText, type Reading } from '../reading.ts'
import { startsWithCapital } from '../words/capital.ts'
import { sequencesOf, type Sequence } from './compile.ts'
import { beginsWithS } from './first-part.ts'
import { lexiconWith } from './inflection.ts'
import { growingList, type GrowingList, type PhraseHit } from './list.ts'
import { TermIndex } from './may-stand.ts'
import { classOf, hasOwnForms, ownFormsOf } from './own-forms.ts'
import type { Parts, WordPart } from './pattern.ts'
import type { Row } from './rows.ts'

/** Where a wording stands. */
export interface WordingHit<W extends Term> extends Span {
  /** the words that were matched; the span may have grown over an article or adjective that must agree */
  readonly text: string
  readonly fixes: readonly string[]
  readonly of: W
}

/** A list, as far as it is made ready, with the lexicon that knows the forms of its own. */
interface Compiled {
  readonly lexicon: Lexicon
  readonly phrases: GrowingList
  /** makes ready what a text may have of it */
  readonly prepare: (reading: Reading) => void
}

/** A list no longer than this is made ready whole. */
const fewTerms = 200

const compiled = new WeakMap<readonly Term[], WeakMap<Lexicon, Compiled>>()

function compiledFor(terms: readonly Term[], lexicon: Lexicon): Compiled {
  const ofTerms = compiled.get(terms) ?? new WeakMap<Lexicon, Compiled>()
  compiled.set(terms, ofTerms)
  const known = ofTerms.get(lexicon)
  if (known !== undefined) return known
  const made = listOf(terms, lexiconWith(lexicon, ownFormsOf(terms, lexicon)))
  ofTerms.set(lexicon, made)
  return made
}

function listOf(terms: readonly Term[], lexicon: Lexicon): Compiled {
  const phrases = growingList(lexicon)
  const ready = new Set<number>()
  const make = (places: readonly number[]): void => {
    const fresh = places.filter(place => !ready.has(place))
    if (fresh.length === 0) return
    phrases.add(
      fresh.flatMap(place => {
        const term = terms[place]
        return term === undefined ? [] : termRows(term, place, lexicon)
      }),
    )
    for (const place of fresh) ready.add(place)
  }
  if (terms.length <= fewTerms) {
    make([...terms.keys()])
    return { lexicon, phrases, prepare: () => undefined }
  }
  const index = new TermIndex(terms)
  return { lexicon, phrases, prepare: reading => make(index.in(reading)) }
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
  // an ending that its forms do not have makes it no compound: `karnivaler`
  const after = compound.lower.slice(name.length)
  if (!last && nounEnding.test(after)) return false
  const rest = last
    ? compound.lower.slice(0, compound.lower.lastIndexOf(name)).replace(/s$/u, '')
    : after.startsWith('s') && !beginsWithS(after.slice(1), reading.lexicon)
      ? after.slice(1)
      : after
  const isNoun = reading.lexicon.word(rest).analyses.some(({ tags }) => has(tags, tag.noun))
  return isNoun ? rest.length >= (common ? 4 : 3) : !common && name.length >= shortestUnknown
}

const nounEnding = /^(?:e?n|e?t|[aeo]?r|[aeo]?rna|na)s?$/u

/** A term this long is no part of an unknown word by chance. */
const shortestUnknown = 8

/**
 * The places of wordings in a text, in order, none overlapping. Compiled once for each list, by its identity.
 * Those in which the preferred words hold them (`polis och brandkår` for `brandkår`) are none.
 */
export function wordingHits<W extends Term>(reading: Reading, wordings: readonly W[]): readonly WordingHit<W>[] {
  if (wordings.length === 0) return []
  const { phrases, lexicon, prepare } = compiledFor(wordings, reading.lexicon)
  prepare(reading)
  const own = lexicon === reading.lexicon ? reading : { ...reading, lexicon }
  const hits = phrases.hits(own, hit => isPart(hit, own))
  return hits.flatMap(({ row, from, to, text, fixes }) => {
    const { term } = row as TermRow
    return term === null ? [] : [{ from, to, text, fixes, of: term as W }]
  })
}

/** All that wordings are found by, as sequences of forms: for who looks through many texts before any is read. */
export function wordingSequences(wordings: readonly Term[], lexicon: Lexicon): readonly Sequence[] {
  const own = compiledFor(wordings, lexicon).lexicon
  const rows = wordings.flatMap((wording, i) => termRows(wording, i, own))
  return rows.flatMap(({ term, pattern }) => (term === null ? [] : sequencesOf(pattern, own)))
}

/** A variant and what to write for it; a row of the preferred term itself, which hides variants that are part of it, has no term. */
interface TermRow extends Row {
  readonly term: Term | null
}

const plain = {
  contexts: [],
  case: null,
  from: null,
  note: null,
  category: undefined,
  severity: undefined,
  confidence: undefined,
  bad: [],
  good: [],
} as const

/** Variants as rows: any form of them, and as the first part of compounds; those of one word as the last part too. @param order in its list */
function termRows(term: Term, order: number, lexicon: Lexicon): readonly TermRow[] {
  const written = wordsOf(term.preferred, lexicon)
  // a wording of several words with forms of its own is written as one
  const whole = written.length > 1 && hasOwnForms(term)
  const preferred = whole ? [asOne(term.preferred)] : written
  const rows = term.variants.flatMap(variant => {
    const words = ofClass(wordsOf(variant, lexicon), term, lexicon)
    const fix = likeTheName(preferred, words)
    const row = { ...plain, written: variant, term, order, fixes: [fix] }
    const ways = [words, withLast(words, 'first'), ...(words.length === 1 ? [withLast(words, 'last')] : [])]
    return ways.map((pattern): TermRow => {
      const { joined } = pattern.at(-1) ?? {}
      const alone = joined === undefined || joined === 'alone'
      return {
        ...row,
        pattern,
        fixes: alone ? [fix] : written.length === 1 ? [withLast(fix, joined)] : [],
      }
    })
  })
  const itself = [written, ...(whole ? verbatim(term.inflection ?? [], lexicon) : [])]
  const hiding = { ...plain, written: term.preferred, fixes: [], term: null, order: Infinity }
  return [...rows, ...itself.map(pattern => ({ ...hiding, pattern }))].filter(({ pattern }) => pattern.length > 0)
}

const inflectedIn = (words: readonly WordPart[]): number => words.filter(({ inflected }) => inflected).length

/**
 * A name follows the last words of a longer one, which bear its genitive: `Nedre Sachsens → Niedersachsens`. Other wordings follow the first
 * of their class: `ministrarna för inre angelägenheter → inrikesministrarna`.
 */
function likeTheName(fix: readonly WordPart[], variant: readonly WordPart[]): readonly WordPart[] {
  const ahead = Math.max(0, inflectedIn(variant) - inflectedIn(fix))
  const areNames = [fix, variant].every(words => words.every(({ text }) => startsWithCapital(text)))
  return ahead === 0 || !areNames
    ? fix
    : fix.map(word => (word.inflected ? { ...word, ordinal: word.ordinal + ahead } : word))
}

const withLast = (words: readonly WordPart[], joined: WordPart['joined']): Parts & readonly WordPart[] =>
  words.map((word, i) => (i === words.length - 1 ? { ...word, joined } : word))

const asOne = (text: string): WordPart => ({
  kind: 'word',
  text: text.normalize('NFC'),
  inflected: true,
  ordinal: 1,
  tags: 0,
  joined: 'alone',
  aloneToo: false,
})

const verbatim = (wordings: readonly string[], lexicon: Lexicon): readonly (readonly WordPart[])[] =>
  wordings.map(wording =>
    wordsOf(wording, lexicon).map(word => ({ ...word, inflected: false, ordinal: 0 }) satisfies WordPart),
  )

/** A variant of one word only in the forms of its part of speech, where it may have any: `val` the noun, not `val` of `välja`. */
function ofClass(words: readonly WordPart[], { partOfSpeech }: Term, lexicon: Lexicon): readonly WordPart[] {
  const [only, more] = words
  const wanted = partOfSpeech === undefined ? 0 : classOf[partOfSpeech]
  if (only === undefined || more !== undefined || wanted === 0 || only.text !== only.text.toLowerCase()) return words
  const forms = lexicon.forms(only.text)
  return forms.length === 0 || forms.some(({ tags }) => tags & wanted) ? [{ ...only, tags: wanted }] : words
}

/** The words of a term; nouns, adjectives and verbs in any form, and the last one whatever it is. */
function wordsOf(written: string, lexicon: Lexicon): readonly WordPart[] {
  const { tokens } = readText(written, lexicon)
  let ordinal = 0
  return tokens.map((token, i) => {
    const inflected = token.kind === 'word' && (i === tokens.length - 1 || isInflected(token.lower, lexicon))
    return {
      kind: 'word',
      text: token.text.normalize('NFC'),
      inflected,
      ordinal: inflected ? ++ordinal : 0,
      tags: 0,
      joined: 'alone',
      aloneToo: false,
    }
  })
}

function isInflected(form: string, lexicon: Lexicon): boolean {
  const { analyses } = lexicon.word(form)
  const classes = tag.noun | tag.adjective | tag.verb
  return analyses.some(({ tags }) => tags & classes) && !analyses.some(({ tags }) => has(tags, tag.other))
}
