import type { TextDiff } from '../../text/diff/index.ts'
import { pairSentences, type Paired } from '../../text/paired-sentences.ts'
import { piecesOf } from '../../text/pieces.ts'
import { sliceOf } from '../../text/span.ts'
import { countWords } from '../../text/words.ts'
import { chrf } from '../../metrics/chrf.ts'
import { ter } from '../../metrics/ter.ts'
import { addSums, noSums, sumsOf, type Sums } from './figures.ts'

/** Sentences of the MT (`a`) and what they became in the head (`b`). */
export interface MeasuredSentence extends Paired {
  readonly sums: Sums
  /** of the MT, and of the head, as the house counts words */
  readonly words: number
  readonly headWords: number
  /** more than 1 where it is so long that its edits were counted piece by piece: there may be fewer of them */
  readonly pieces: number
}

export interface MeasuredParagraph extends Paired {
  /** of the MT, from 0: where it begins, or would */
  readonly line: number
  readonly sums: Sums
  readonly sentences: readonly MeasuredSentence[]
  /** what was changed in it, from the MT to the head */
  readonly hunks: TextDiff['hunks']
}

/** TER takes more than linear time; of more words (between spaces) than any sentence has, edits are counted in pieces. */
export const mostWords = 300

/** Measures an MT against its head sentence by sentence, in the head's order; blank paragraphs are left out. */
export function measureTexts(
  mt: string,
  head: string,
  diff: TextDiff,
  lineOf: (at: number) => number,
): MeasuredParagraph[] {
  return pairSentences(mt, head, diff).map(({ a, b, sentences, hunks }) => {
    const measured = sentences.map(pair => {
      const [hypothesis, reference] = [sliceOf(mt, pair.a), sliceOf(head, pair.b)]
      const pieces = piecesOf(mt, head, pair, hunks, mostWords)
      return {
        ...pair,
        sums: pieces.length === 1 ? sumsOf(hypothesis, reference) : sumsInPieces(mt, head, pair, pieces),
        words: countWords(hypothesis),
        headWords: countWords(reference),
        pieces: pieces.length,
      }
    })
    return {
      a,
      b,
      line: lineOf(a.from),
      sums: measured.map(each => each.sums).reduce(addSums, noSums),
      sentences: measured,
      hunks,
    }
  })
}

/** Edits piece by piece; n-grams of all of it, which take no more time than it is long. */
function sumsInPieces(mt: string, head: string, pair: Paired, pieces: readonly Paired[]): Sums {
  const edits = pieces.map(({ a, b }) => ter.statistics(sliceOf(mt, a), sliceOf(head, b), ter.defaults))
  return {
    ter: noSums.ter.map((_, n) => edits.reduce((sum, each) => sum + (each[n] ?? 0), 0)),
    chrf: chrf.statistics(sliceOf(mt, pair.a), sliceOf(head, pair.b), chrf.defaults),
  }
}
