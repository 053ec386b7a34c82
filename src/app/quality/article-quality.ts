import { articleById } from '../../store/articles.ts'
import { sliceOf } from '../../text/span.ts'
import { isReviewed } from '../../wire/common.ts'
import type { ArticleQuality, ParagraphRow } from '../../wire/quality-report.ts'
import { agreedPlacesOf } from '../annotate/agreed-places.ts'
import { refuseAnnotators } from '../annotate/disclosed.ts'
import type { Deps, Person } from '../deps.ts'
import { Problem } from '../../errors.ts'
import { findBareHead, type BareHead, type Which } from '../find-head.ts'
import { meanJudgement } from '../measure/gather-known.ts'
import { measureInDetail, type ParagraphFigures } from '../measure/measure-in-detail.ts'
import { readQualitySettings, schemeOf } from '../gate/quality-settings.ts'
import { settleTranslation } from '../corrections/settle-corrections.ts'
import { checkRows } from './check-rows.ts'
import { emptyColumns, figuresOf, writeNumbers, type Measured } from './figures.ts'
import { hterByRevision } from './hter-by-revision.ts'
import { ErrorTally } from './measured.ts'
import { methodOf, verdictOf } from './sum-up.ts'
import { errorRows } from './tables.ts'
import { shuffledPlaces } from './units.ts'
import { excerptOf } from './worst-paragraphs.ts'

const count = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const paragraphRow = (mt: string, paragraph: ParagraphFigures, reviewed: boolean): ParagraphRow => {
  const [edits = 0, referenceWords = 0] = paragraph.sums.ter
  return {
    line: paragraph.line,
    at: paragraph.a.from,
    excerpt: excerptOf(sliceOf(mt, paragraph.a)),
    words: paragraph.words,
    segments: paragraph.sentences.length,
    edits: reviewed ? edits : null,
    referenceWords: reviewed ? referenceWords : null,
    errors: paragraph.isLookedAt
      ? count(paragraph.sentences.flatMap(({ errors }) => errors.map(error => error.count)))
      : null,
    penalty: paragraph.isLookedAt ? paragraph.penalty : null,
    hter: reviewed ? paragraph.hter : null,
    chrf: reviewed ? paragraph.chrf : null,
  }
}

const approvalOf = ({ state, mt_hash, head_hash, approved_open: open, approved_certain: certain }: BareHead) =>
  state !== 'approved' || open === null || certain === null ? null : { asItCame: mt_hash === head_hash, open, certain }

/**
 * Every figure of one translation, as it stands. Intervals are drawn over its sentences. Until the house is through with it, its corrections
 * say nothing of what is left, and there is no HTER.
 * @throws Problem annotation-begun for whoever is at work on an annotation of it; article-unknown, translation-unknown, article-purged
 */
export async function articleQuality(
  deps: Deps,
  asked: Which & { readonly person: Person | null },
): Promise<ArticleQuality> {
  const { db } = deps.store
  const head = await findBareHead(db, asked)
  await refuseAnnotators(db, head.id, asked.person)
  await settleTranslation(deps, head.id)
  const settings = await readQualitySettings(db)
  const scheme = schemeOf(settings)
  const [measure, article] = await Promise.all([measureInDetail(deps, head.id), articleById(db, head.article_id)])
  if (!measure || !article) throw new Problem('translation-unknown')
  const reviewed = isReviewed(head.state)
  const judged = reviewed || measure.errors.length > 0 || measure.annotators > 0
  const tally = new ErrorTally(scheme)
  const sentences = measure.paragraphs
    .flatMap(({ isLookedAt, sentences: those }) => those.map(each => ({ ...each, judged: judged && isLookedAt })))
    .map(({ sums, words, errors, judged: known }): Measured => {
      const weighed = tally.add(errors.map(({ category, severity, count: n }) => [category, severity, n]))
      return {
        sums: reviewed ? sums : null,
        penalty: known ? weighed.penalty : null,
        wmtPenalty: known ? weighed.wmtPenalty : null,
        words,
        segments: 1,
        judgement: null,
      }
    })
  const judgement = await meanJudgement(db, head.id)
  const columns = emptyColumns(sentences.length)
  // in an order drawn by lot, should they be so many that they are dealt into groups
  for (const [n, place] of shuffledPlaces(sentences.length).entries()) writeNumbers(columns, n, sentences[place]!)
  const ofSentences = figuresOf({ count: sentences.length, columns })
  // of the article as a whole: its paragraphs are judged, not its sentences
  const figures = { ...ofSentences, esa: { ...ofSentences.esa, score: judgement } }
  const ofHead = { translationId: head.id, mt: measure.mt, head: head.head_number, fixed: head.fixed === 1 }
  return {
    articleId: head.article_id,
    translationId: head.id,
    title: article.title,
    system: head.system,
    state: head.state,
    method: methodOf(scheme, settings.threshold),
    at: deps.now(),
    words: measure.words,
    headWords: measure.headWords,
    segments: measure.segments,
    annotators: measure.annotators,
    agreed: await agreedPlacesOf(db, head.id, measure.annotators),
    approval: approvalOf(head),
    figures,
    verdict: verdictOf(figures.quality, settings.threshold),
    errors: errorRows(tally.totals()),
    paragraphs: measure.paragraphs.map(paragraph => paragraphRow(measure.mt, paragraph, reviewed)),
    revisions: await hterByRevision(deps, ofHead),
    checks: await checkRows(deps.store, { articleId: head.article_id }),
  }
}
