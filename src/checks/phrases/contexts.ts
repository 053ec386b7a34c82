/** Where a row holds: words that must, or must not, be near what it matches. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Reading } from '../reading.ts'
import { sequencesOf, type Sequence } from './compile.ts'
import { matchAt } from './index-of-sequences.ts'
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
}

export type CompiledContexts = readonly (Beside | Around)[]

/** In which sentences the phrases of contexts were seen, by their number. */
export type Sightings = ReadonlyMap<number, ReadonlySet<number>>

/** @param number gives a phrase its number; asks for its sequences where it is new */
export const compileContexts = (
  contexts: readonly Context[],
  lexicon: Lexicon,
  number: (key: string, sequences: () => readonly Sequence[]) => number,
): CompiledContexts =>
  contexts.map(({ reach, wanted, phrases, edge }) =>
    reach === 'before' || reach === 'after'
      ? { reach, wanted, edge, sequences: phrases.flatMap(phrase => sequencesOf(phrase, lexicon)) }
      : { reach, wanted, phrases: phrases.map(p => number(JSON.stringify(p), () => sequencesOf(p, lexicon))) },
  )

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
      'sequences' in context
        ? isBeside(context, start, end, reading)
        : context.phrases.some(phrase => isSeen(sightings.get(phrase), context.reach, start, reading))
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

function isSeen(
  seen: ReadonlySet<number> | undefined,
  reach: Around['reach'],
  start: number,
  reading: Reading,
): boolean {
  const sentence = reading.tokens[start]?.sentence
  if (seen === undefined || sentence === undefined) return false
  if (reach === 'text') return seen.size > 0
  if (reach === 'near') return seen.has(sentence)
  for (let other = sentence - around; other <= sentence + around; other++) if (seen.has(other)) return true
  return false
}
