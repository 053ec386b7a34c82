import { countNgrams } from './chrf/ngrams.ts'
import { numberWords, readSegments } from './chrf/segments.ts'
import type { Metric } from './metric.ts'
import { signatureOf } from './signature.ts'

export type ChrfOptions = {
  /** the longest n-grams of characters, and of words (2 makes it chrF++) */
  readonly charOrder: number
  readonly wordOrder: number
  /** how much more recall weighs than precision */
  readonly beta: number
  readonly lowercase: boolean
  readonly whitespace: boolean
  /** orders without a match count almost nothing, as in chrF++.py, rather than not at all */
  readonly epsSmoothing: boolean
}

/** What stands for 0 where nothing can be counted. */
const epsilon = 1e-16

/** Statistics: for each order, of characters and then of words, n-grams of the hypothesis, of the reference, and of both. */
export const chrf: Metric<ChrfOptions> = {
  id: 'chrf',
  better: 'higher',
  summary:
    'Character n-gram F-score: how much of hypothesis and reference is the same, in runs of characters, and of words in chrF++.',
  paper:
    'Popović 2015, “chrF: character n-gram F-score for automatic MT evaluation”, WMT; Popović 2017, “chrF++: words helping character n-grams”, WMT',
  defaults: { charOrder: 6, wordOrder: 0, beta: 2, lowercase: false, whitespace: false, epsSmoothing: false },
  help: {
    charOrder: 'the longest n-grams of characters',
    wordOrder: 'the longest n-grams of words; 2 makes it chrF++',
    beta: 'how much more recall weighs than precision',
    lowercase: 'capital and small letters are the same',
    whitespace: 'spaces count as characters',
    epsSmoothing: 'orders without n-grams count almost nothing, rather than not at all',
  },
  name: ({ beta, wordOrder }) => `chrF${beta}${'+'.repeat(wordOrder)}`,
  signature: options =>
    signatureOf({
      case: options.lowercase ? 'lc' : 'mixed',
      eff: !options.epsSmoothing,
      nc: options.charOrder,
      nw: options.wordOrder,
      space: options.whitespace,
    }),
  statistics(hypothesis, reference, { charOrder, wordOrder, lowercase, whitespace }) {
    const [ours, theirs] = lowercase ? [hypothesis.toLowerCase(), reference.toLowerCase()] : [hypothesis, reference]
    const counts: number[] = []
    const characters = readSegments(ours, theirs, whitespace)
    countNgrams(characters, charOrder, counts)
    if (wordOrder > 0) countNgrams(numberWords(characters), wordOrder, counts)
    return counts
  },
  combine: (sum, { beta, epsSmoothing }) => {
    const factor = beta ** 2
    const orders = sum.length / 3
    let [precisions, recalls, scores, effective] = [0, 0, 0, 0]
    for (let order = 0; order < orders; order += 1) {
      const [inHypothesis = 0, inReference = 0, matches = 0] = sum.slice(3 * order, 3 * order + 3)
      const precision = inHypothesis > 0 ? matches / inHypothesis : epsilon
      const recall = inReference > 0 ? matches / inReference : epsilon
      const divisor = factor * precision + recall
      scores += divisor > 0 ? ((1 + factor) * precision * recall) / divisor : epsilon
      if (inHypothesis === 0 || inReference === 0) continue
      precisions += precision
      recalls += recall
      effective += 1
    }
    if (epsSmoothing) return (100 * scores) / Math.max(1, orders)
    const [precision, recall] = [precisions / Math.max(1, effective), recalls / Math.max(1, effective)]
    // 0 matches in all orders
    if (precision + recall === 0) return 0
    return 100 * (((1 + factor) * precision * recall) / (factor * precision + recall))
  },
}
