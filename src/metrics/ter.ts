import type { Metric } from './metric.ts'
import { signatureOf } from './signature.ts'
import { countEdits } from './ter/edits.ts'
import { tokenize, tokenizeReference, type TerOptions } from './ter/tokenize.ts'

/** Statistics: edits, words of the reference. */
export const ter: Metric<TerOptions> = {
  id: 'ter',
  better: 'lower',
  summary:
    'Translation Edit Rate: the edits that make the reference of the hypothesis, in per cent of the words of the reference.',
  paper: 'Snover et al. 2006, “A Study of Translation Edit Rate with Targeted Human Annotation”, AMTA',
  defaults: { caseSensitive: false, normalized: false, noPunct: false, asianSupport: false },
  help: {
    caseSensitive: 'capital and small letters are different ones',
    normalized: 'punctuation is cut off words, character references are read',
    noPunct: 'punctuation is passed over',
    asianSupport: 'normalized and no-punct heed Chinese and Japanese signs too',
  },
  name: () => 'TER',
  signature: options =>
    signatureOf({
      case: options.caseSensitive ? 'mixed' : 'lc',
      tok: 'tercom',
      norm: options.normalized,
      punct: !options.noPunct,
      asian: options.asianSupport,
    }),
  statistics(hypothesis, reference, options) {
    const words = tokenizeReference(reference, options)
    return [countEdits(tokenize(hypothesis, options), words), words.length]
  },
  combine([edits = 0, words = 0]) {
    // words against an empty reference are all wrong, whatever their number
    const rate = words > 0 ? edits / words : edits > 0 ? 1 : 0
    return 100 * rate
  },
}
