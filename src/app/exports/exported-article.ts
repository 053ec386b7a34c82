import { Problem } from '../../errors.ts'
import type { Annotator } from '../../formats/document.ts'
import type { ExportedArticle, ExportedDecision, ExportedFlag, ExportedRevision } from '../../formats/format.ts'
import type { Severity } from '../../mqm/annotation.ts'
import type { CategoryId } from '../../mqm/typology.ts'
import { adjudicationsOf, type Adjudication } from '../../store/annotations.ts'
import { annotatorsOf, type KnownAnnotator } from '../../store/annotators.ts'
import { articleById } from '../../store/articles.ts'
import { fileOfTranslation } from '../../store/documents.ts'
import { correctionsOf as correctionRows } from '../../store/corrections.ts'
import { wholeRevisions } from '../../store/revisions.ts'
import { readChange } from '../../text/change.ts'
import { titleFrom } from '../articles/article-fields.ts'
import { correctionsOf, type KnownCategory } from '../corrections/corrections-of.ts'
import type { Deps } from '../deps.ts'
import { withSteadyHead, type Head, type Which } from '../find-head.ts'
import { disclosedAnnotations, disclosedJudgements } from '../annotate/disclosed.ts'
import { sha256 } from '../hash.ts'
import { disclosedFlagViews } from '../flags/list-flags.ts'
import { markedHead } from '../marks/placed-marks.ts'
import type { SourceCodes } from '../imports/prepare-document.ts'
import { textAt } from '../revisions/read-revision.ts'
import { withCodes } from './with-codes.ts'

/**
 * All of a translation that a new file may hold: with the codes of the file that it came in as the characters that they stand for.
 * @throws Problem article-unknown, translation-unknown, article-purged
 */
export const exportedArticle = (deps: Deps, which: Which): Promise<ExportedArticle> =>
  withSteadyHead(deps.store.db, which, async head => {
    const [article, marked] = [await exportedHead(deps, head), await markedHead(deps, head)]
    if (!marked) return article
    const isMarkdown = (await fileOfTranslation(deps.store.db, head.id))?.format === 'md'
    const { marks, put, sourceCodes } = marked
    const source = sourceCodes === null ? null : (JSON.parse(sourceCodes) as SourceCodes)
    const isSame = source?.of === sha256(article.sourceText)
    return withCodes({ ...article, isMarkdown }, { marks, put, source: isSame && source ? source.codes : [] })
  })

/** What a text is taken for whose language nobody can tell: it was brought to a desk for Swedish. */
const desk = 'sv'

type Line = Awaited<ReturnType<typeof wholeRevisions>>[number]

const asRevision = (line: Line): ExportedRevision => ({
  number: line.number,
  author: line.author,
  at: line.created_at,
  summary: line.summary,
  change: JSON.parse(line.change) as unknown,
  hash: line.hash,
  wordsAdded: line.words_added,
  wordsRemoved: line.words_removed,
  restores: line.restores,
  undoes: line.undoes,
  mergedFrom: line.merged_from,
  reasons: JSON.parse(line.reasons) as unknown[],
})

const asFlag = (flag: Awaited<ReturnType<typeof disclosedFlagViews>>[number]): ExportedFlag => ({
  id: flag.id,
  author: flag.author,
  layer: flag.layer,
  revision: flag.revision,
  from: flag.from,
  to: flag.to,
  words: flag.words,
  place: flag.place,
  category: flag.category as CategoryId,
  severity: flag.severity,
  comment: flag.comment,
  suggestion: flag.suggestion,
  at: flag.createdAt,
  status: flag.status,
  fixedBy: flag.fixedBy,
  dismissedReason: flag.dismissedReason,
})

const asAnnotator = ({ author, layer, segments, saw }: KnownAnnotator): Annotator => ({
  author,
  layer,
  segments: segments === null ? null : (JSON.parse(segments) as number[]),
  ...(saw === null ? {} : { saw: JSON.parse(saw) as string[] }),
})

const asDecision = (decision: Adjudication): ExportedDecision => ({
  a: decision.a_flag_id,
  b: decision.b_flag_id,
  choice: decision.choice,
  flag: decision.flag_id,
  person: decision.person,
  at: decision.at,
  comment: decision.comment,
})

/** The categories of the corrections as they have been derived; of those that have not, nothing. */
async function derivedCategories(deps: Deps, translationId: string): Promise<KnownCategory> {
  const rows = await correctionRows(deps.store.db, translationId)
  const byPlace = new Map(rows.map(row => [`${row.mt_from} ${row.mt_to}`, row]))
  return ({ fromA, toA }) => {
    const row = byPlace.get(`${fromA} ${toA}`)
    return row && { category: row.category as CategoryId, severity: row.severity as Severity }
  }
}

/** All that a format may write of a head, for its own file: the codes of that stand beside the text. */
export async function exportedHead(deps: Deps, head: Head): Promise<ExportedArticle> {
  const { db } = deps.store
  const article = await articleById(db, head.article_id)
  if (article === undefined) throw new Problem('article-unknown')
  const [mtText, lines, flags, annotators, apart, judgements, decided, known] = await Promise.all([
    textAt(deps, head.id, 0),
    wholeRevisions(db, head.id),
    disclosedFlagViews(deps, head),
    annotatorsOf(db, head.id),
    disclosedAnnotations(db, head.id),
    disclosedJudgements(db, head.id),
    adjudicationsOf(db, head.id),
    derivedCategories(deps, head.id),
  ])
  const revisions = lines.filter(({ number }) => number <= head.head_number)
  const fixed = head.fixed === 1
  const given = new Set(['', ...flags.map(({ id }) => id)])
  const isDisclosed = ({ a, b }: ExportedDecision): boolean => given.has(a) && given.has(b)
  const steps = revisions.map(line => ({ ...line, change: readChange(line.change) }))
  const makers = revisions.map(({ author, created_at: at }) => ({ author, at }))
  // a headline that the article was named by is corrected with the text
  const titleIsFirstLine = article.title === titleFrom(mtText)
  return {
    title: titleIsFirstLine ? titleFrom(head.head_text) : article.title,
    titleIsFirstLine,
    address: article.address,
    sourceLanguage: article.source_language,
    sourceText: article.source_text,
    createdAt: article.created_at,
    exportedAt: deps.now(),
    system: head.system,
    language: head.language === 'und' ? desk : head.language,
    state: head.state,
    mtText,
    text: head.head_text,
    revisions: revisions.map(asRevision),
    flags: flags.map(asFlag),
    annotators: [
      ...annotators.map(asAnnotator),
      ...apart.map(({ author, layer, saw }) => ({ author, layer, segments: null, saw: JSON.parse(saw) as string[] })),
    ],
    judgements: judgements.map(({ layer, paragraph, score }) => ({ layer, paragraph, score })),
    decisions: decided.map(asDecision).filter(isDisclosed),
    corrections: correctionsOf({ mt: mtText, text: head.head_text, fixed, steps, makers }, known),
    fixed,
  }
}
