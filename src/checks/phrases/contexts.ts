/** Where a row holds: words that must, or must not, be near what it matches. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Reading } from '../reading.ts'
import { sequencesOf, type Sequence } from './compile.ts'
import { matchAt } from './index-of-sequences.ts'
import type { Parts } from './pattern.ts'
import type { Context, Reach } from './rows.ts'

interface Beside {
  readonly reach: 'before' | 'after'
  readonly wanted: boolean
  readonly sequences: readonly Sequence[]
  readonly edge: boolean
}

interface Around {
  readonly reach: Exclude<Reach, 'before' | 'after'>
  readonly wanted: boolean
  /** numbers of phrases that are looked for everywhere */
  readonly phrases: readonly number[]
  /** those of classes alone (`[number]`), which are looked for in the sentence when it is asked */
  readonly slots: readonly Sequence[]
}

export type CompiledContexts = readonly (Beside | Around)[]

/** In which sentences the phrases of contexts were seen, by their number. */
export type Sightings = ReadonlyMap<number, ReadonlySet<number>>

/** @param number gives a phrase its number; asks for its sequences where it is new */
export const compileContexts = (
  contexts: readonly Context[],
  lexicon: Lexicon,
  number: (phrase: Parts, sequences: () => readonly Sequence[]) => number,
): CompiledContexts =>
  contexts.map(({ reach, wanted, phrases, edge }) => {
    const sequencesOfAll = (some: readonly Parts[]): readonly Sequence[] => some.flatMap(p => sequencesOf(p, lexicon))
    if (reach === 'before' || reach === 'after') return { reach, wanted, edge, sequences: sequencesOfAll(phrases) }
    const slots = phrases.filter(phrase => phrase.every(({ kind }) => kind === 'slot'))
    if (slots.length > 0 && reach === 'text') throw new Error('a class of words alone is no context of a text')
    return {
      reach,
      wanted,
      phrases: phrases
        .filter(phrase => slots.length === 0 || !slots.includes(phrase))
        .map(p => number(p, () => sequencesOf(p, lexicon))),
      slots: sequencesOfAll(slots),
    }
  })

/** @param start and @param end tokens of the match, half-open */
export const contextsHold = (
  contexts: CompiledContexts,
  start: number,
  end: number,
  sightings: Sightings,
  reading: Reading,
): boolean =>
  contexts.every(context => {
    const there =
      'sequences' in context ? isBeside(context, start, end, reading) : isAround(context, start, sightings, reading)
    return there === context.wanted
  })

function isBeside({ reach, sequences, edge }: Beside, start: number, end: number, reading: Reading): boolean {
  const sentence = reading.sentences[reading.tokens[start]?.sentence ?? -1]
  if (sentence === undefined) return false
  if (edge && (reach === 'before' ? start === sentence.first : end === sentence.end)) return true
  return sequences.some(sequence => {
    const at = reach === 'after' ? end : start - sequence.length
    return matchAt(sequence, at, sentence.index, reading) !== null
  })
}

/** Sentences on either side that count as around. */
const around = 1

function isAround({ reach, phrases, slots }: Around, start: number, sightings: Sightings, reading: Reading): boolean {
  const sentence = reading.tokens[start]?.sentence
  if (sentence === undefined) return false
  if (reach === 'text') return phrases.some(phrase => (sightings.get(phrase)?.size ?? 0) > 0)
  const far = reach === 'near' ? 0 : around
  for (let other = sentence - far; other <= sentence + far; other++) {
    if (phrases.some(phrase => sightings.get(phrase)?.has(other))) return true
    if (slots.some(slot => stands(slot, other, start, reading))) return true
  }
  return false
}

/** No further from the match than this are words of a class looked for: it takes a time for each match. */
const farthest = 40

function stands(sequence: Sequence, index: number, start: number, reading: Reading): boolean {
  const sentence = reading.sentences[index]
  if (sentence === undefined) return false
  const end = Math.min(sentence.end, start + farthest)
  for (let at = Math.max(sentence.first, start - farthest); at < end; at++)
    if (matchAt(sequence, at, index, reading) !== null) return true
  return false
}
