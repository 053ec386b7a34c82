/** A text beside its source, compared once for all checks that ask. */
import type { Reading } from '../reading.ts'
import { alignSentences, lengthRatio, type Bead } from './align-sentences.ts'
import { languageOfSource, type Language } from './language.ts'
import { ledgerOf, type Difference } from './ledger.ts'
import type { Mention } from './mention.ts'
import { factSentences, type FactSentence } from './sentences.ts'
import { added, omitted, type Alone } from './whole-sentences.ts'

export interface Comparison {
  readonly source: string
  readonly language: Language
  /** sentences of the source, and of the translation */
  readonly a: readonly FactSentence[]
  readonly b: readonly FactSentence[]
  readonly beads: readonly Bead[]
  readonly differences: readonly Difference[]
  readonly omitted: readonly Alone[]
  readonly added: readonly Alone[]
}

/** Shorter sentences need share nothing. */
const long = 60
/** Fewer long pairs than this tell nothing of the whole. */
const fewest = 3

/**
 * Is one the translation of the other? Half of what stands beside each other has something in common, else the source is of
 * another article or in a language far away: then every fact would differ.
 */
function belongTogether(a: readonly FactSentence[], b: readonly FactSentence[], beads: readonly Bead[]): boolean {
  let [pairs, alike] = [0, 0]
  for (const bead of beads) {
    const [source, target] = [a.slice(bead.fromA, bead.toA), b.slice(bead.fromB, bead.toB)]
    if (Math.max(...source.map(({ letters }) => letters), 0) < long || target.length === 0) continue
    const anchors = new Set(target.flatMap(sentence => sentence.anchors))
    pairs++
    if (source.some(sentence => sentence.anchors.filter(anchor => anchors.has(anchor)).length >= 2)) alike++
  }
  const paired = beads.filter(bead => bead.toA > bead.fromA && bead.toB > bead.fromB).length
  return paired * 2 >= beads.length && (pairs < fewest || alike * 2 >= pairs)
}

function compare(text: string, source: string, language: Language): Comparison {
  const [a, b] = [factSentences(source, language), factSentences(text, 'sv')]
  const beads = alignSentences(a, b, lengthRatio(language))
  const trusted = belongTogether(a, b, beads)
  const base = { source, language, a, b, beads }
  if (!trusted) return { ...base, differences: [], omitted: [], added: [] }
  const [wanting, more] = [omitted(a, b, beads, source, language), added(a, b, beads, text, language)]
  // what a sentence says that is reported whole is not reported again
  const inside = (one: Mention | null, sentences: readonly Alone[]): boolean =>
    one !== null && sentences.some(({ sentence }) => sentence.from <= one.from && one.to <= sentence.to)
  const differences = ledgerOf(a, b, beads, text).differences.filter(
    ({ source: one, target: other }) => !inside(one, wanting) && !inside(other, more),
  )
  return { ...base, differences, omitted: wanting, added: more }
}

const compared = new WeakMap<Reading, Comparison | null>()

/** Null where the article has no source. */
export function comparisonOf(reading: Reading): Comparison | null {
  const known = compared.get(reading)
  if (known !== undefined) return known
  const { source, text } = reading
  const found = source && source.text.trim() !== '' ? compare(text, source.text, languageOfSource(source)) : null
  compared.set(reading, found)
  return found
}
