import type { OccurrenceView } from '../../app/pairs/pair-story.ts'
import { checkById } from '../../checks/index.ts'
import { messages, type Language } from '../../i18n/index.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { articleAddress, batchAddress, checkAddress, flagAddress } from '../address.ts'
import { seen } from './seen.ts'
import { shapes } from './severity.ts'
import { fromAWord, toAWord } from './whole-words.ts'

/** A place of a concordance, with where each part of it leads. */
export interface OccurrenceLine extends OccurrenceView {
  readonly shape: string
  readonly severityName: string
  readonly categoryName: string
  /** how the category is known */
  readonly why: string
  /** one line each: what stands around */
  readonly leftSeen: string
  readonly rightSeen: string
  readonly there: string
  readonly revisionAddress: string
  readonly flagAddress: string | null
  readonly batchAddress: string | null
  /** the check whose finding it mends */
  readonly checked: { readonly name: string; readonly address: string } | null
}

/** A line break stands in no line of a concordance. */
const oneLine = (text: string): string => seen(text).replace(/\s*[\n\u2028]+\s*/g, ' ¶ ')

export function occurrenceLine(language: Language, occurrence: OccurrenceView): OccurrenceLine {
  const { mqm, corrections } = messages(language)
  const { article, translation, fromA, revision, flag, batch } = occurrence
  const check = occurrence.check === '' ? undefined : checkById(occurrence.check)
  return {
    ...occurrence,
    shape: shapes[occurrence.severity],
    severityName: mqm.severities[occurrence.severity],
    categoryName: mqm.categories[occurrence.category as CategoryId],
    why: corrections.article.origins[occurrence.origin],
    leftSeen: oneLine(fromAWord(occurrence.left)),
    rightSeen: oneLine(toAWord(occurrence.right)),
    there: articleAddress(article.id, '', { translation, at: fromA }),
    revisionAddress: articleAddress(article.id, `revisions/${revision}`, { translation }),
    flagAddress: flag === '' ? null : flagAddress(flag),
    batchAddress: batch === null ? null : batchAddress(batch.id),
    checked: check ? { name: check.title[language], address: checkAddress(check.id) } : null,
  }
}
