import { checkById } from '../../checks/index.ts'
import { messages, type Language } from '../../i18n/index.ts'
import { dimensionOf, type CategoryId } from '../../mqm/typology.ts'
import { isTold, type CorrectionView } from '../../wire/correction.ts'
import { batchAddress, checkAddress, flagAddress, newBatchAddress, pairAddress } from '../address.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'

/** Of longer words so much is shown on each side of the gap, in UTF-16 code units. */
const longest = 300
/** What is longer is not looked for in other articles. */
const longestElsewhere = 200

/** Words as a list shows them: line breaks told, and a long text without its middle. */
const shown = (words: string): string => {
  const cut =
    words.length <= 2 * longest + 3
      ? words
      : `${words.slice(0, longest).toWellFormed()} … ${words.slice(-longest).toWellFormed()}`
  return seen(cut).replaceAll('\n', ' ¶ ').replaceAll('\u2028', ' ↵ ')
}

/** A correction as lists of it show it. */
export const correctionEntry = (language: Language, correction: CorrectionView) => {
  const { mqm, corrections } = messages(language)
  const category = correction.category as CategoryId
  const { before, after, pair, check, flag, batch } = correction
  const everywhere = before.trim() !== '' && Math.max(before.length, after.length) <= longestElsewhere
  return {
    ...correction,
    beforeShown: shown(before),
    afterShown: shown(after),
    shape: shapes[correction.severity],
    severityName: mqm.severities[correction.severity],
    categoryName: mqm.categories[category],
    dimensionName: mqm.dimensions[dimensionOf(category)],
    why: corrections.article.origins[correction.origin],
    isOwn: correction.origin === 'person',
    isProposed: !isTold(correction.origin),
    links: {
      pair: pairAddress(pair.id),
      everywhere: everywhere ? newBatchAddress({ before, after, kind: 'pair', about: pair.id }) : null,
      flag: flag === '' ? null : flagAddress(flag),
      batch: batch === '' ? null : batchAddress(batch),
      check: checkById(check) === undefined ? null : checkAddress(check),
    },
    checkName: checkById(check)?.title[language] ?? check,
  }
}
