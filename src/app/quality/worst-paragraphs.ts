/** The paragraphs of a set that cost most. */
import { titlesOf, worstOfTranslations } from '../../store/report-rows.ts'
import { mtTextOf } from '../../store/translations.ts'
import type { WeightScheme } from '../../mqm/weights.ts'
import type { WorstRow } from '../../wire/quality-report.ts'
import type { Deps } from '../deps.ts'
import type { Worst } from '../measure/derive-measure.ts'
import { ErrorTally, type MeasuredTranslation } from './measured.ts'

const mostShown = 10
/** Of so many translations the worst paragraphs are read at once, and no more than so often. */
const readAtOnce = 100
const mostReads = 5
/** UTF-16 code units */
const excerptLength = 180

type Found = Omit<WorstRow, 'title' | 'excerpt' | 'at'>

const worse = (a: Found, b: Found): number =>
  b.penalty - a.penalty || (b.edits ?? 0) - (a.edits ?? 0) || (a.translationId < b.translationId ? -1 : 1)

/** A text for a line: cut at the end of a word. */
export function excerptOf(text: string): string {
  if (text.length <= excerptLength) return text
  const cut = text.slice(0, excerptLength).toWellFormed()
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength / 2))} …`
}

/**
 * Those with the most penalty points, of equals with the most edits. Of a translation, the three that took most edits are known. No
 * paragraph has more points than its translation, so that translations are read in the order of theirs until none can have a worse one.
 */
export async function worstParagraphs(
  { store: { db } }: Pick<Deps, 'store'>,
  all: readonly MeasuredTranslation[],
  scheme: WeightScheme,
): Promise<WorstRow[]> {
  const tally = new ErrorTally(scheme)
  // no more than are read are put in order
  const points = Float64Array.from(all, each => each.penalty).sort()
  const fewest = points.at(-mostReads * readAtOnce) ?? 0
  const order = all.filter(each => each.penalty >= fewest).sort((a, b) => b.penalty - a.penalty)
  let found: Found[] = []
  for (let read = 0; read < mostReads; read += 1) {
    const some = order.slice(read * readAtOnce, (read + 1) * readAtOnce)
    const [first] = some
    const least = found.length < mostShown ? null : found.at(-1)
    if (!first || (least && least.penalty > first.penalty)) break
    const known = new Map(some.map(one => [one.translationId, one]))
    const rows = await worstOfTranslations(db, [...known.keys()])
    const more = rows.flatMap(({ translation_id: translationId, article_id: articleId, worst }) =>
      (JSON.parse(worst) as Worst[]).map(({ line, edits: made, referenceWords, errors }) => ({
        articleId,
        translationId,
        system: known.get(translationId)?.system ?? '',
        line,
        edits: known.get(translationId)?.reviewed ? made : null,
        referenceWords: known.get(translationId)?.reviewed ? referenceWords : null,
        errors: errors.reduce((sum, [, , count]) => sum + count, 0),
        penalty: tally.add(errors).penalty,
      })),
    )
    found = [...found, ...more].sort(worse).slice(0, mostShown)
  }
  const [titles, texts] = [
    await titlesOf(
      db,
      found.map(each => each.articleId),
    ),
    new Map<string, readonly string[]>(),
  ]
  for (const { translationId } of found)
    if (!texts.has(translationId)) texts.set(translationId, ((await mtTextOf(db, translationId)) ?? '').split('\n'))
  return found.map(each => {
    const lines = texts.get(each.translationId) ?? []
    return {
      ...each,
      title: titles.get(each.articleId) ?? '',
      at: lines.slice(0, each.line).reduce((sum, before) => sum + before.length + 1, 0),
      excerpt: excerptOf(lines[each.line] ?? ''),
    }
  })
}
