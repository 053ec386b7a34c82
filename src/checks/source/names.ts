/** Names that one of the two texts has and the other has not. */
import { attested } from '../lexicon/lexicon.ts'
import type { Reading } from '../reading.ts'
import { distance, sounding, unmarked, Words } from './alike.ts'
import type { Bead } from './align-sentences.ts'
import type { Comparison } from './comparison.ts'
import { properNames, type NamePart, type ProperName } from './persons.ts'

export type NameDifference =
  /** another spelling of the same name, which nobody uses */
  | { readonly how: 'spelled'; readonly source: NamePart; readonly target: NamePart; readonly bead: number }
  | { readonly how: 'changed'; readonly source: ProperName; readonly target: ProperName; readonly bead: number }
  | { readonly how: 'missing'; readonly source: ProperName; readonly target: null; readonly bead: number }
  | { readonly how: 'added'; readonly source: null; readonly target: ProperName; readonly bead: number }

const shortest = 5
/** Names this long may differ in two letters and be the same misspelt. */
const long = 8

/** Is one the other with a letter or two wrong? A transcription into Swedish is not. */
function isMisspelt(right: string, wrong: string): boolean {
  const [a, b] = [unmarked(right), unmarked(wrong)]
  if (a === b || a.length < shortest || a.charAt(0) !== b.charAt(0)) return false
  const most = a.length >= long ? 2 : 1
  const apart = distance(a, b, most)
  return apart <= most && a !== `${b}s` && b !== `${a}s` && sounding(right) !== sounding(wrong)
}

const withoutGenitive = (name: string): string => name.toLowerCase().replace(/(?<=.{4})s$/, '')

/** As a word of Swedish, or as a name there. */
function isKnown(name: string, { lexicon }: Reading): boolean {
  const word = lexicon.word(withoutGenitive(name))
  return word.common || word.name || word.zipf('sv') >= 2.5
}

/** In any language that has been counted. */
function isWritten(name: string, { lexicon }: Reading): boolean {
  const words = [name.toLowerCase(), withoutGenitive(name)].map(form => lexicon.word(form))
  return words.some(
    word =>
      attested.some(language => word.zipf(language) > 0) ||
      languages.some(one => word.in(one)) ||
      word.compound !== null,
  )
}
const languages = ['en', 'de', 'da', 'fr'] as const

interface Both {
  readonly source: readonly ProperName[]
  readonly target: readonly ProperName[]
  /** where a capital of the source says nothing */
  readonly opens: ReadonlySet<number>
}

function differencesIn(
  { source, target, opens }: Both,
  bead: number,
  inSource: Words,
  inTarget: Words,
  reading: Reading,
): NameDifference[] {
  const found: NameDifference[] = []
  const fresh = target.flatMap(({ parts }) => parts).filter(part => !inSource.has(part.text))
  const names = source.flatMap(({ parts }) => parts).filter(part => !opens.has(part.from))
  for (const wrong of fresh) {
    // a name that nobody has ever written needs only be like one of the source; any other must take its place
    const from = isWritten(wrong.text, reading)
      ? names.filter(({ unknown, text }) => unknown && !inTarget.has(text))
      : names
    const [only, second] = from.filter(part => isMisspelt(part.text, wrong.text))
    if (only && (!second || second.text === only.text) && !isKnown(wrong.text, reading))
      found.push({ how: 'spelled', source: only, target: wrong, bead })
  }
  const lacks = (name: ProperName, words: Words): boolean =>
    name.sure && name.parts.every(one => !words.hasLike(one.text))
  const missing = source.filter(name => lacks(name, inTarget))
  const added = target.filter(name => lacks(name, inSource))
  const [one, other] = [missing[0], added[0]]
  if (one && other && missing.length === 1 && added.length === 1)
    return [...found, { how: 'changed', source: one, target: other, bead }]
  return [
    ...found,
    ...missing.map(name => ({ how: 'missing' as const, source: name, target: null, bead })),
    ...added.map(name => ({ how: 'added' as const, source: null, target: name, bead })),
  ]
}

const isWhole = (bead: Bead): boolean => bead.toA > bead.fromA && bead.toB > bead.fromB

export function nameDifferences(comparison: Comparison, reading: Reading): NameDifference[] {
  const { a, b, beads, source, language } = comparison
  const { lexicon, text } = reading
  if (language === 'other' || !comparison.trusted) return []
  const [inSource, inTarget] = [new Words(source), new Words(text)]
  return beads.flatMap((bead, index) => {
    if (!isWhole(bead)) return []
    const both = {
      source: a.slice(bead.fromA, bead.toA).flatMap(span => properNames(source, span, language, lexicon)),
      opens: new Set(a.slice(bead.fromA, bead.toA).map(({ from }) => from)),
      target: b.slice(bead.fromB, bead.toB).flatMap(span => properNames(text, span, 'sv', lexicon)),
    }
    return differencesIn(both, index, inSource, inTarget, reading)
  })
}
