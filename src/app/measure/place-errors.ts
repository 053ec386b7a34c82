import { firstWhere } from '../../text/first-where.ts'
import type { Paired } from '../../text/paired-sentences.ts'
import type { FoundError } from './find-errors.ts'

type Side = 'a' | 'b'

/** Of pairs with words on one side, the last that begins at or before a place; the first where none does. */
function finder<T extends Paired>(pairs: readonly T[], side: Side): (at: number) => T | undefined {
  const sorted = pairs
    .filter(pair => pair[side].from < pair[side].to)
    .sort((one, other) => one[side].from - other[side].from)
  return at => sorted[Math.max(0, firstWhere(sorted, pair => pair[side].from > at) - 1)]
}

/**
 * Gives each error to one sentence: where its words begin in the MT; what is missing there, where the end of what was put in
 * stands: a comparison may say that it begins with the full stop of the sentence before. (An MT without a word has
 * no sentence that could have one.)
 */
export function placeErrors<T extends Paired>(
  sentences: readonly T[],
  errors: readonly FoundError[],
): (sentence: T) => readonly FoundError[] {
  const [inMt, inHead] = [finder(sentences, 'a'), finder(sentences, 'b')]
  const found = new Map<T, FoundError[]>()
  for (const error of errors) {
    const { from, to, correctedAt } = error
    const isMissing = from === to && correctedAt !== null
    const sentence = (isMissing ? inHead(correctedAt) : inMt(from)) ?? inMt(from) ?? inHead(0)
    if (!sentence) continue
    const known = found.get(sentence)
    if (known) known.push(error)
    else found.set(sentence, [error])
  }
  return sentence => found.get(sentence) ?? []
}
