/** What is marked in a segment's rows as flags of its raters. */
import { errorOfNames, isNoError } from '../../mqm/wmt-categories.ts'
import type { ReadFlag } from '../document.ts'
import type { JudgedSegment, Languages, Reader, Tally } from '../annotations/documents.ts'
import { commentOf } from '../annotations/named-errors.ts'
import { placeIn, targetOf } from './place.ts'
import { isMetadataOnly, isTest, label } from './rows.ts'
import type { Judgement } from './segments.ts'

/** What became of the rows, for warnings. */
export interface RowTally extends Tally {
  /** rows that test the rater (Anthea's HOTW), and no translation */
  tests: number
}

function flagOf(judgement: Judgement, text: string, tally: Tally): ReadFlag {
  const { rater, source, metadata } = judgement
  const place = placeIn(text, judgement)
  // an omission that is marked in the source may be mended anywhere in the segment
  if (!place) tally.unplaced++
  const { from, to } = place ?? { from: 0, to: text.length }
  const { category, severity, exact } = errorOfNames(judgement)
  const named = exact ? null : { category: judgement.category, severity: judgement.severity }
  return {
    from,
    to,
    author: rater,
    layer: rater || 'shared',
    at: metadata.timestamp,
    revision: 0,
    category,
    severity,
    comment: commentOf({ named, source, note: metadata.note }),
    suggestion: metadata.suggestion,
  }
}

function judge(judgements: readonly Judgement[], tally: RowTally): JudgedSegment {
  const text = targetOf(judgements)
  const translations = judgements.filter(each => !isTest(each))
  tally.tests += judgements.length - translations.length
  const said = translations.filter(each => !isMetadataOnly(each))
  return {
    text,
    flags: said.filter(each => !isNoError(each.category)).map(each => flagOf(each, text, tally)),
    annotators: said.map(({ rater }) => rater),
    saw: new Map(said.flatMap(({ rater, metadata: { saw } }) => (rater !== '' && saw ? [[rater, saw] as const] : []))),
    scores: translations.flatMap(({ rater, metadata: { score } }) =>
      score === null ? [] : [{ author: rater, score }],
    ),
    corrected: judgements.flatMap(({ rater, metadata: { corrected, correctedBy, timestamp } }) =>
      corrected === null ? [] : [{ author: rater || correctedBy, text: corrected, at: timestamp }],
    ),
  }
}

/** The languages that one of the rows names; null where none does. */
function languagesIn(judged: ReadonlyMap<string, readonly Judgement[]>): Languages | null {
  for (const judgements of judged.values())
    for (const { sourceLanguage, targetLanguage } of judgements.map(({ metadata }) => metadata))
      if (targetLanguage !== '' || sourceLanguage !== '') return { sourceLanguage, language: targetLanguage }
  return null
}

/** The languages stand in the first row of the file, if anywhere. */
export function rowReader(tally: RowTally): Reader<Judgement> {
  let first: Languages = { sourceLanguage: '', language: '' }
  return {
    label,
    tally,
    judge: judgements => judge(judgements, tally),
    languages: judged => {
      const own = languagesIn(judged)
      if (own && first.language === '') first = own
      return own ?? first
    },
  }
}
